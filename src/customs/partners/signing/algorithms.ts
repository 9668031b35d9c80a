import { createHash, createPrivateKey, sign, verify, type X509Certificate } from 'node:crypto';

import { pointOf, privateNumberOf, signSm2, verifySm2 } from './sm2.js';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const CHINAPORT = 'http://www.chinaport.gov.cn/2022/04/xmldsig#';

export const SIGNATURE_ALGORITHMS = ['sm2-sm3', 'rsa-sha1', 'rsa-sha256'] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

interface Algorithm {
  /** What SignatureMethod and DigestMethod name. */
  readonly signature: string;
  readonly digest: string;
  /** As Node calls it. */
  readonly hash: string;
}

/**
 * 海关跨境统一版 2022-05, 6.2.1: SM2 is preferred, RSA with SHA-1 the general one. RSA with SHA-256 (RFC 6931) is not in that
 * text: it is for a customs that says it takes it.
 */
export const ALGORITHMS: Readonly<Record<SignatureAlgorithm, Algorithm>> = {
  'sm2-sm3': { signature: `${CHINAPORT}sm2-sm3`, digest: `${CHINAPORT}sm3`, hash: 'sm3' },
  'rsa-sha1': { signature: `${DSIG}rsa-sha1`, digest: `${DSIG}sha1`, hash: 'sha1' },
  'rsa-sha256': {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
    hash: 'sha256',
  },
};

export function digestOf(text: string, algorithm: SignatureAlgorithm): string {
  return createHash(ALGORITHMS[algorithm].hash).update(text, 'utf8').digest('base64');
}

/** Signs bytes with one key. */
export type Signing = (bytes: Buffer) => Buffer;

/** @throws Error where the key does not fit the algorithm */
export function signingWith(key: string, certificate: X509Certificate, algorithm: SignatureAlgorithm): Signing {
  const privateKey = createPrivateKey(key);
  if (!certificate.checkPrivateKey(privateKey)) throw new Error('The key is not that of the certificate');
  if (algorithm !== 'sm2-sm3') return (bytes) => sign(ALGORITHMS[algorithm].hash, bytes, privateKey);
  const number = privateNumberOf(privateKey);
  const point = pointOf(certificate.publicKey);
  return (bytes) => signSm2(bytes, number, point);
}

export function isSignedBy(
  bytes: Buffer,
  signature: Buffer,
  certificate: X509Certificate,
  algorithm: SignatureAlgorithm,
): boolean {
  if (kindOf(certificate) !== algorithm.slice(0, algorithm.indexOf('-'))) return false;
  const { publicKey } = certificate;
  if (algorithm === 'sm2-sm3') return verifySm2(bytes, signature, pointOf(publicKey));
  return verify(ALGORITHMS[algorithm].hash, bytes, publicKey, signature);
}

/** 1.2.156.10197.1.301, the curve sm2p256v1, in DER: Node has no name for the kind of a key on it. */
const SM2_CURVE = Buffer.from('06082a811ccf5501822d', 'hex');

/** Which kind of key a certificate is for; null where we sign with none of that kind. */
export function kindOf({ publicKey }: X509Certificate): 'sm2' | 'rsa' | null {
  if (publicKey.asymmetricKeyType === 'rsa') return 'rsa';
  return publicKey.export({ format: 'der', type: 'spki' }).includes(SM2_CURVE) ? 'sm2' : null;
}
