import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

import { type ShownFile } from '../domain/evidence-comparison.js';

/** The archive is cut off or damaged, or is none: it is not read any further. */
export class UnreadableArchive extends Error {}

interface ZipLimits {
  readonly files: number;
  /** Of all files together, once unpacked: a small archive must not unpack into a great one. */
  readonly bytes: number;
}

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly offset: number;
}

/** APPNOTE 4.3: what each record begins with, and how long it is without its names. */
const END = { signature: 0x06054b50, bytes: 22, commentMax: 65_535 };
const CENTRAL = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * The hash of each file of a ZIP on disk, one after the other, never a whole file in memory. Names are taken as they are and used
 * for nothing but comparing: nothing is written.
 * @throws UnreadableArchive where its directory is missing or broken, or it has more than the limits allow
 */
export async function hashesOfZip(path: string, limits: ZipLimits): Promise<ShownFile[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const entries = await directoryOf(file, size, limits.files);
    const budget = { left: limits.bytes };
    const found: ShownFile[] = [];
    for (const entry of entries)
      found.push({ path: entry.path, sha256: await hashOf(file, path, size, entry, budget) });
    return found;
  } finally {
    await file.close();
  }
}

async function directoryOf(file: FileHandle, size: number, filesMax: number): Promise<Entry[]> {
  const tail = await bytesAt(
    file,
    Math.max(0, size - END.bytes - END.commentMax),
    Math.min(size, END.bytes + END.commentMax),
  );
  const at = tail.lastIndexOf(signed(END.signature));
  if (at < 0 || tail.length - at < END.bytes) throw new UnreadableArchive('No end of the directory');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  if (count > filesMax) throw new UnreadableArchive('Too many files');
  const directory = await bytesAt(file, tail.readUInt32LE(at + 16), length);
  const entries: Entry[] = [];
  for (let place = 0; entries.length < count;) {
    if (place + CENTRAL.bytes > directory.length || directory.readUInt32LE(place) !== CENTRAL.signature) {
      throw new UnreadableArchive('The directory is broken');
    }
    const [name, extra, comment] = [28, 30, 32].map((each) => directory.readUInt16LE(place + each));
    const nameEnd = place + CENTRAL.bytes + (name ?? 0);
    entries.push({
      path: directory.toString('utf8', place + CENTRAL.bytes, nameEnd),
      method: directory.readUInt16LE(place + 10),
      isEncrypted: (directory.readUInt16LE(place + 8) & ENCRYPTED) !== 0,
      packedBytes: directory.readUInt32LE(place + 20),
      offset: directory.readUInt32LE(place + 42),
    });
    place = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return entries.filter(({ path }) => !path.endsWith('/'));
}

/** @returns null where this one file cannot be read; the others may be */
async function hashOf(
  file: FileHandle,
  path: string,
  size: number,
  { method, isEncrypted, packedBytes, offset }: Entry,
  budget: { left: number },
): Promise<string | null> {
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) return null;
  const head = await bytesAt(file, offset, LOCAL.bytes).catch(() => null);
  if (head?.readUInt32LE(0) !== LOCAL.signature) return null;
  const start = offset + LOCAL.bytes + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (start + packedBytes > size) return null;
  const hash = createHash('sha256');
  if (packedBytes === 0) return hash.digest('hex');
  const content = createReadStream(path, { start, end: start + packedBytes - 1 });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      budget.left -= chunk.length;
      if (budget.left < 0) done(new UnreadableArchive('It unpacks into too much'));
      else {
        hash.update(chunk);
        done();
      }
    },
  });
  try {
    await (method === STORED ? pipeline(content, sink) : pipeline(content, createInflateRaw(), sink));
  } catch (error) {
    if (error instanceof UnreadableArchive) throw error;
    return null;
  }
  return hash.digest('hex');
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (position + length > size) throw new UnreadableArchive('It ends too early');
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw new UnreadableArchive('It ends too early');
  return buffer;
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** Whether it begins as a ZIP does. */
function beginsAsZip(start: Buffer): boolean {
  return start.length >= 4 && start.readUInt32LE(0) === LOCAL.signature;
}

/** What a stream comes to while it is written down; how much is said by `max`. @throws whatever `tooLarge` makes */
export async function spooled(
  stream: Readable,
  place: string,
  max: number,
  tooLarge: () => Error,
): Promise<{ sha256: string; sizeBytes: number; isZip: boolean }> {
  const file = await open(place, 'wx', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let start = Buffer.alloc(0);
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      const bytes = chunk as Buffer;
      sizeBytes += bytes.length;
      if (sizeBytes > max) throw tooLarge();
      hash.update(bytes);
      if (start.length < 4) start = Buffer.concat([start, bytes]).subarray(0, 4);
      // What is no archive is known by its hash alone, and need not be written down.
      if (start.length < 4 || beginsAsZip(start)) await file.write(bytes);
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes, isZip: beginsAsZip(start) };
}
