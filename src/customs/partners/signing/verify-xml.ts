import { X509Certificate } from 'node:crypto';

import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';

import { DS_NAMESPACE } from '../ceb/markup.js';
import { ALGORITHMS, digestOf, isSignedBy, SIGNATURE_ALGORITHMS, type SignatureAlgorithm } from './algorithms.js';
import { C14N, ENVELOPED } from './xml-signature.js';

/** `invalid`: of an algorithm we do not take, of another key, over another text, or not as the specification has it. */
export type SignatureVerdict = 'valid' | 'unsigned' | 'invalid';

const IN_DS = { ds: DS_NAMESPACE };
const OF = 'ds:SignedInfo/ds:Reference';

/**
 * Verifies the enveloped signature of a document by the certificate that it brings along. That shows that the document is as
 * its signer left it, not who the signer is.
 * @param xml well-formed, without a document type
 */
export function verifyXml(xml: string): SignatureVerdict {
  // Most messages of customs have none: they need not be parsed for that.
  if (!xml.includes('Signature')) return 'unsigned';
  const document = XmlDocument.fromString(xml.replace(/^\ufeff/, ''), { option: ParseOption.XML_PARSE_IGNORE_ENC });
  try {
    const signatures = document.root.find('//ds:Signature', IN_DS);
    const [signature] = signatures;
    if (signature === undefined) return 'unsigned';
    // Signatures elsewhere, or a second one, could be made to cover something else than what is read.
    if (signatures.length > 1 || !(signature instanceof XmlElement)) return 'invalid';
    if (signature.parent?.isSameNode(document.root) !== true) return 'invalid';
    return isValid(document, signature) ? 'valid' : 'invalid';
  } finally {
    document.dispose();
  }
}

function isValid(document: XmlDocument, signature: XmlElement): boolean {
  const algorithm = algorithmOf(signature);
  const certificate = certificateOf(signature);
  const info = signature.get('ds:SignedInfo', IN_DS);
  if (algorithm === null || certificate === null || info === null) return false;
  const signed = Buffer.from(info.canonicalizeToString(), 'utf8');
  const value = Buffer.from(textAt(signature, 'ds:SignatureValue'), 'base64');
  const digest = textAt(signature, `${OF}/ds:DigestValue`);
  signature.remove();
  return (
    digest === digestOf(document.canonicalizeToString(), algorithm) && isSignedBy(signed, value, certificate, algorithm)
  );
}

function algorithmOf(signature: XmlElement): SignatureAlgorithm | null {
  const named = (path: string): string => signature.get(path, IN_DS)?.content ?? '';
  const transforms = signature.find(`${OF}/ds:Transforms/ds:Transform/@Algorithm`, IN_DS).map(({ content }) => content);
  const isWhole =
    signature.find(OF, IN_DS).length === 1 &&
    signature.get(`${OF}/@URI`, IN_DS)?.content === '' &&
    transforms[0] === ENVELOPED &&
    transforms.slice(1).every((transform) => transform === C14N);
  if (!isWhole || named('ds:SignedInfo/ds:CanonicalizationMethod/@Algorithm') !== C14N) return null;
  const method = named('ds:SignedInfo/ds:SignatureMethod/@Algorithm');
  const digest = named(`${OF}/ds:DigestMethod/@Algorithm`);
  const fits = (name: SignatureAlgorithm): boolean =>
    ALGORITHMS[name].signature === method && ALGORITHMS[name].digest === digest;
  return SIGNATURE_ALGORITHMS.find(fits) ?? null;
}

function certificateOf(signature: XmlElement): X509Certificate | null {
  try {
    return new X509Certificate(Buffer.from(textAt(signature, 'ds:KeyInfo/ds:X509Data/ds:X509Certificate'), 'base64'));
  } catch {
    return null;
  }
}

function textAt(element: XmlElement, path: string): string {
  return (element.get(path, IN_DS)?.content ?? '').replace(/\s/g, '');
}
