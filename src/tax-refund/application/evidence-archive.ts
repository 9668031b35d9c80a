import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import yazl from 'yazl';

import { type EvidencePart } from '../entities/evidence.table.js';

/** Of every file, so that an archive does not tell when it was written: the first day that the format knows. */
const MTIME = new Date(1980, 0, 1);
const OPTIONS = { mtime: MTIME, forceDosTimestamp: true, mode: 0o100_644, compress: false } as const;

/**
 * The archive of a pack, written as it is read: one file at a time is in memory. Of the same parts it is the same to the byte,
 * whenever and wherever it is written: nothing is packed, and no file has a time.
 * @param load the content of a part
 */
export function evidenceArchive(
  parts: readonly EvidencePart[],
  load: (part: EvidencePart) => Promise<Buffer>,
): Readable {
  const archive = new yazl.ZipFile();
  const output = archive.outputStream as Readable;
  for (const part of parts) {
    archive.addReadStreamLazy(part.path, { ...OPTIONS, size: part.sizeBytes }, (take) => {
      load(part).then(
        (content) => {
          take(null, Readable.from([content], { objectMode: false }));
        },
        (error: unknown) => {
          output.destroy(error as Error);
        },
      );
    });
  }
  archive.end();
  return output;
}

/** What an archive comes to, without keeping it. */
export async function digestOf(archive: Readable): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of archive) {
    hash.update(chunk as Buffer);
    sizeBytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
