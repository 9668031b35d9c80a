import { type KeyObject } from 'node:crypto';

import { sm2 } from 'sm-crypto-v2';

/**
 * The signer's distinguishing identifier that certificates of China sign under (GM/T 0009-2012, 10). OpenSSL through Node takes
 * none, and an empty one makes other signatures: hence the library.
 */
const SIGNER_ID = '1234567812345678';
const POINT_BYTES = 65;
/** ECPrivateKey (RFC 5915): version 1, then 32 bytes. */
const PRIVATE_KEY = Buffer.from('0201010420', 'hex');
const KEY_BYTES = 32;
const NUMBER_HEX = 64;

/** The private number of a key on the curve sm2p256v1, as hex. @throws Error where it is none */
export function privateNumberOf(key: KeyObject): string {
  const der = key.export({ format: 'der', type: 'pkcs8' });
  const at = der.indexOf(PRIVATE_KEY);
  if (at === -1) throw new Error('This is no private key of an elliptic curve with 256 bits');
  const start = at + PRIVATE_KEY.length;
  return der.subarray(start, start + KEY_BYTES).toString('hex');
}

/** The point of a public key, uncompressed, as hex. */
export function pointOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-POINT_BYTES).toString('hex');
}

/** Signs with SM2 over SM3 (GB/T 32918.2-2016). @returns r and s, 32 bytes each */
export function signSm2(bytes: Uint8Array, privateNumber: string, point: string): Buffer {
  const options = { hash: true, der: false, publicKey: point, userId: SIGNER_ID };
  return Buffer.from(sm2.doSignature(bytes, privateNumber, options), 'hex');
}

/** @param signature r and s, 32 bytes each, or both in DER */
export function verifySm2(bytes: Uint8Array, signature: Buffer, point: string): boolean {
  const hex = signature.toString('hex');
  const options = { hash: true, der: hex.length !== 2 * NUMBER_HEX, userId: SIGNER_ID };
  try {
    return sm2.doVerifySignature(bytes, hex, point, options);
  } catch {
    // The library throws where the bytes are no signature at all.
    return false;
  }
}
