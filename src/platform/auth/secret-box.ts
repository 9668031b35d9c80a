import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Random bytes are fetched for so many boxes at once: each fetching costs more than the bytes. */
const IVS_AT_ONCE = 256;

/** A key is brought into the form of the library once: with bytes every box would do that anew. */
const keys = new WeakMap<Buffer, KeyObject>();

export function keyObjectOf(key: Buffer): KeyObject {
  let known = keys.get(key);
  if (known === undefined) {
    known = createSecretKey(key);
    keys.set(key, known);
  }
  return known;
}

/** Encrypts a secret that we must be able to read back: AES-256-GCM, as `iv ‖ tag ‖ ciphertext`. */
export function sealSecret(secret: string, key: Buffer): Buffer {
  return sealBytes(Buffer.from(secret, 'utf8'), key);
}

let ivs = Buffer.alloc(0);

/** Twelve random bytes that were never given out. */
function freshIv(): Buffer {
  if (ivs.length === 0) ivs = randomBytes(IV_BYTES * IVS_AT_ONCE);
  const iv = ivs.subarray(0, IV_BYTES);
  ivs = ivs.subarray(IV_BYTES);
  return iv;
}

export function sealBytes(bytes: Buffer, key: Buffer): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key), iv);
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]);
}

/** @throws Error when the box was sealed with none of the keys or was changed */
export function openSecret(box: Buffer, keys: Buffer | readonly Buffer[]): string {
  return openBytes(box, keys).toString('utf8');
}

/** @throws Error when the box was sealed with none of the keys or was changed */
export function openBytes(box: Buffer, keys: Buffer | readonly Buffer[]): Buffer {
  if (Buffer.isBuffer(keys)) return openUnder(box, keys);
  const [key, ...others] = keys;
  if (key === undefined) throw new Error('There is no key to open a box with');
  if (others.length === 0) return openUnder(box, key);
  try {
    return openUnder(box, key);
  } catch {
    return openBytes(box, others);
  }
}

function openUnder(box: Buffer, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key), box.subarray(0, IV_BYTES));
  decipher.setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
