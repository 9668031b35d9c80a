import { XmlC14NMode, XmlDocument, type XmlElement, type XmlNode, XmlParseError } from 'libxml2-wasm';

import { SAY } from '../../domain/ceb/ceb.sentences.js';
import { type CebFinding } from '../../domain/ceb/finding.js';

export const DS_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

/** What every signature has. Source: XML-Signature Syntax and Processing, W3C 2002 (RFC 3275), 4. */
const SIGNATURE_PARTS = [
  'ds:SignedInfo/ds:CanonicalizationMethod/@Algorithm',
  'ds:SignedInfo/ds:SignatureMethod/@Algorithm',
  'ds:SignedInfo/ds:Reference/ds:DigestMethod/@Algorithm',
  'ds:SignedInfo/ds:Reference/ds:DigestValue',
  'ds:SignatureValue',
];
const IN_DS = { ds: DS_NAMESPACE };
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Markup that stands by itself: with the namespaces that it uses declared on it. */
export function markupOf(element: XmlNode): string {
  return element.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 });
}

/** The one element that an element holds; `''` when it holds none. */
export function markupWithin(element: XmlElement): string {
  return element
    .find('*')
    .map((child) => markupOf(child))
    .join('');
}

/** @returns what is wrong with markup that shall stand in a message as it is, or null */
export function breachOfMarkup(
  text: string,
  kind: 'signature' | 'extension',
): Pick<CebFinding, 'rule' | 'detail'> | null {
  if (kind === 'extension' && text === '') return null;
  const name = kind === 'signature' ? 'Signature' : 'Message';
  const document = text.includes('<!') ? null : parsed(text);
  if (document === null) return { rule: 'markup', detail: SAY.markup({ name }) };
  try {
    const part = kind === 'signature' ? missingPart(document.root) : null;
    return part === null ? null : { rule: 'signature', detail: SAY.signature({ part }) };
  } finally {
    document.dispose();
  }
}

function missingPart(root: XmlElement): string | null {
  if (root.name !== 'Signature' || root.namespaceUri !== DS_NAMESPACE) return 'ds:Signature';
  const missing = SIGNATURE_PARTS.find((path) => root.get(path, IN_DS) === null);
  if (missing !== undefined) return missing;
  const values = ['ds:SignedInfo/ds:Reference/ds:DigestValue', 'ds:SignatureValue'];
  return values.find((path) => !BASE64.test((root.get(path, IN_DS)?.content ?? '').replace(/\s/g, ''))) ?? null;
}

function parsed(text: string): XmlDocument | null {
  // With a declaration it could not stand within a message.
  if (text.startsWith('<?')) return null;
  try {
    return XmlDocument.fromString(text);
  } catch (error) {
    if (error instanceof XmlParseError) return null;
    throw error;
  }
}
