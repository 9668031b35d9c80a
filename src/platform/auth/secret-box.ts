import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a secret that we must be able to read back: AES-256-GCM, as `iv ‖ tag ‖ ciphertext`. */
export function sealSecret(secret: string, key: Buffer): Buffer {
  return sealBytes(Buffer.from(secret, 'utf8'), key);
}

export function sealBytes(bytes: Buffer, key: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]);
}

/** @throws Error when the box was sealed with another key or was changed */
export function openSecret(box: Buffer, key: Buffer): string {
  return openBytes(box, key).toString('utf8');
}

/** @throws Error when the box was sealed with another key or was changed */
export function openBytes(box: Buffer, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, IV_BYTES));
  decipher.setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
