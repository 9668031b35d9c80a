import { createHash, timingSafeEqual } from 'node:crypto';

import { type Dictionary, parseDictionary } from 'structured-headers';

/** RFC 9530, and our names for its algorithms; the broken ones of older days are not among them. */
const ALGORITHMS = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
]);

/** Whether `Content-Digest` is of these bytes: by at least one algorithm that we know, and by all of them. */
export function isDigestOf(header: string, body: Buffer): boolean {
  const digests = [...read(header)].filter(([name]) => ALGORITHMS.has(name));
  return digests.length > 0 && digests.every(([name, [value]]) => isEqual(value, digest(name, body)));
}

function read(header: string): Dictionary {
  try {
    return parseDictionary(header);
  } catch {
    return new Map();
  }
}

function digest(name: string, body: Buffer): Buffer {
  return createHash(ALGORITHMS.get(name) ?? '')
    .update(body)
    .digest();
}

function isEqual(value: unknown, expected: Buffer): boolean {
  if (!(value instanceof ArrayBuffer)) return false;
  const given = Buffer.from(value);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
