import { createHash, verify, X509Certificate } from 'node:crypto';

import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { sm2 } from 'sm-crypto-v2';

const DS = { ds: 'http://www.w3.org/2000/09/xmldsig#' };
const CHINAPORT = 'http://www.chinaport.gov.cn/2022/04/xmldsig#';
/** What SM2 signers of China go by (GM/T 0009). */
const SIGNER_ID = '1234567812345678';
const POINT_BYTES = 65;

/** Digests by the algorithm that a signature names. */
const HASHES: Readonly<Record<string, 'sm3' | 'sha1' | 'sha256'>> = {
  [`${CHINAPORT}sm2-sm3`]: 'sm3',
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': 'sha1',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
};

/** Whether a message is signed as customs demands it: enveloped, over all of it, by a certificate that is valid now. */
export function isWellSigned(xml: string, now: Date): boolean {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(xml);
  } catch {
    return false;
  }
  try {
    const signature = document.root.get('ds:Signature', DS) as XmlElement | null;
    return signature !== null && fits(document, signature, now);
  } catch {
    // A certificate that cannot be read, a key that does not fit.
    return false;
  } finally {
    document.dispose();
  }
}

function fits(document: XmlDocument, signature: XmlElement, now: Date): boolean {
  const text = (path: string): string => (signature.get(path, DS)?.content ?? '').replaceAll(/\s/g, '');
  const hash = HASHES[text('ds:SignedInfo/ds:SignatureMethod/@Algorithm')];
  const info = signature.get('ds:SignedInfo', DS);
  if (hash === undefined || info === null) return false;
  const certificate = new X509Certificate(Buffer.from(text('.//ds:X509Certificate'), 'base64'));
  if (now < new Date(certificate.validFrom) || now > new Date(certificate.validTo)) return false;
  const signed = Buffer.from(info.canonicalizeToString(), 'utf8');
  const value = Buffer.from(text('ds:SignatureValue'), 'base64');
  const digest = text('ds:SignedInfo/ds:Reference/ds:DigestValue');
  signature.remove();
  const whole = createHash(hash).update(document.canonicalizeToString(), 'utf8').digest('base64');
  if (whole !== digest) return false;
  if (hash !== 'sm3') return verify(hash, signed, certificate.publicKey, value);
  const key = certificate.publicKey.export({ format: 'der', type: 'spki' }).subarray(-POINT_BYTES).toString('hex');
  return sm2.doVerifySignature(signed, value.toString('hex'), key, { hash: true, der: false, userId: SIGNER_ID });
}
