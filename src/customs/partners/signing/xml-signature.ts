import { type X509Certificate } from 'node:crypto';

import { XmlDocument } from 'libxml2-wasm';

import { type Message } from '../../domain/ceb/layout.js';
import { CEB_NAMESPACE } from '../../domain/ceb/messages.js';
import { DS_NAMESPACE } from '../ceb/markup.js';
import { XML_DECLARATION } from '../ceb/write-message.js';
import { ALGORITHMS, digestOf, type SignatureAlgorithm, type Signing } from './algorithms.js';

export const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const ENVELOPED = `${DS_NAMESPACE}enveloped-signature`;

export interface SigningKey {
  readonly algorithm: SignatureAlgorithm;
  readonly certificate: X509Certificate;
  readonly sign: Signing;
}

/**
 * Puts a signature into a message: XML-Signature (RFC 3275), enveloped, over the canonical form (C14N 1.0) of all the rest.
 * Source: 海关跨境统一版 2022-05, 6.
 * @param xml as `writeMessage` writes it, without a signature: canonical already, but for foreign markup
 */
export function signMessage(xml: string, message: Message, { algorithm, certificate, sign }: SigningKey): string {
  const info = signedInfo(algorithm, digestOf(canonical(xml), algorithm));
  // As it is canonicalised where it stands: with every namespace that is in force there.
  const inPlace = info('<ds:SignedInfo', ` xmlns:ceb="${CEB_NAMESPACE}" xmlns:ds="${DS_NAMESPACE}">`);
  const value = sign(Buffer.from(inPlace, 'utf8')).toString('base64');
  return withSignature(
    xml,
    message,
    `<ds:Signature xmlns:ds="${DS_NAMESPACE}">${info('<ds:SignedInfo', '>')}` +
      `<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:KeyName>${certificate.serialNumber}</ds:KeyName>` +
      `<ds:X509Data><ds:X509Certificate>${certificate.raw.toString('base64')}</ds:X509Certificate></ds:X509Data>` +
      `</ds:KeyInfo></ds:Signature>`,
  );
}

function signedInfo(algorithm: SignatureAlgorithm, digest: string): (start: string, rest: string) => string {
  const { signature, digest: digestMethod } = ALGORITHMS[algorithm];
  return (start, rest) =>
    `${start}${rest}<ds:CanonicalizationMethod Algorithm="${C14N}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${signature}"></ds:SignatureMethod>` +
    `<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${ENVELOPED}"></ds:Transform></ds:Transforms>` +
    `<ds:DigestMethod Algorithm="${digestMethod}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue>` +
    `</ds:Reference></ds:SignedInfo>`;
}

function canonical(xml: string): string {
  if (!xml.includes('<ceb:ExtendMessage>')) return xml.slice(XML_DECLARATION.length);
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString();
  } finally {
    document.dispose();
  }
}

/** Where the layout has it: before the own part (ExtendMessage) of an export, after that of an import. */
function withSignature(xml: string, { name, direction }: Message, signature: string): string {
  const end = xml.length - `</ceb:${name}>`.length;
  const own = direction === 'export' ? xml.indexOf('<ceb:ExtendMessage>') : -1;
  const at = own === -1 ? end : own;
  return xml.slice(0, at) + signature + xml.slice(at);
}
