import { XmlDocument, type XmlElement, XmlParseError } from 'libxml2-wasm';

import { Decimal } from '../../kernel/decimal.js';
import { isWithinBounds } from '../../platform/partners/xml-bounds.js';
import { type DeclarationRead, type MessageJson, type MessageLeaf } from './customs-window.port.js';
import { formOfMessage } from './dec-message-form.js';
import { composeDecMessage, DEC_NAMESPACE } from './dec-message.js';
import { childrenOf } from './xml.js';

/** Elements that hold nothing but a list, and what it is a list of. */
const LISTS: Readonly<Record<string, string>> = {
  DecLists: 'DecList',
  DecContainers: 'Container',
  DecLicenseDocus: 'LicenseDocu',
  DecRequestCerts: 'DecRequestCert',
  DecOtherPacks: 'DecOtherPack',
  DecCopLimits: 'DecCopLimit',
  DecUsers: 'DecUser',
  DecMarkLobs: 'DecMarkLob',
  DecGoodsLimits: 'DecGoodsLimit',
  TrnContainers: 'TrnContainer',
  TrnContaGoodsList: 'TrnContaGoods',
  DecSupplementLists: 'DecSupplementList',
  SddTaxLists: 'SddTaxList',
  SddTaxDetails: 'SddTaxDetail',
};
/** Elements that stand one behind the other, in no list. */
const REPEATED = new Set(['EdocRealation', 'EcoRelation', 'DecGoodsLimitVin']);

const NUMBER = /^\d+(\.\d+)?$/;

/** @returns null where it is not well-formed, or no declaration; document types and entities are refused */
export function readDeclaration(text: string): DeclarationRead | null {
  const message = jsonOf(text);
  if (message === null) return null;
  const form = formOfMessage(message);
  if (form === null) return { message, form, unheld: leavesOf(message) };
  const written = jsonOf(composeDecMessage(form, '', new Date(0)).text) ?? {};
  const held = new Map(leavesOf(written).map(({ path, value }) => [path, value]));
  return { message, form, unheld: leavesOf(message).filter(({ path, value }) => !isSame(value, held.get(path))) };
}

function jsonOf(text: string): MessageJson | null {
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY') || !isWithinBounds(text)) return null;
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text.trim());
  } catch (error) {
    if (error instanceof XmlParseError) return null;
    throw error;
  }
  try {
    const { name, namespaceUri } = document.root;
    return name === 'DecMessage' && namespaceUri === DEC_NAMESPACE ? objectOf(document.root) : null;
  } finally {
    document.dispose();
  }
}

function objectOf(element: XmlElement): MessageJson {
  const byName = new Map<string, XmlElement[]>();
  for (const child of childrenOf(element)) byName.set(child.name, [...(byName.get(child.name) ?? []), child]);
  return Object.fromEntries([...byName].map(([name, children]) => [name, valueOf(name, children)]));
}

function valueOf(name: string, elements: readonly XmlElement[]): string | MessageJson | readonly MessageJson[] {
  const [first] = elements;
  const entry = LISTS[name];
  if (entry !== undefined) {
    const entries = elements.flatMap((element) => childrenOf(element));
    return entries.map(objectOf);
  }
  if (first === undefined || REPEATED.has(name) || elements.length > 1) return elements.map(objectOf);
  return childrenOf(first).length === 0 ? first.content : objectOf(first);
}

/** What is said; an element that is empty says nothing, and how it was signed is of that message alone. */
function leavesOf(message: MessageJson): MessageLeaf[] {
  return Object.entries(message).flatMap(([name, value]) => (name === 'DecSign' ? [] : leavesAt(value, `/${name}`)));
}

function leavesAt(value: MessageJson[string], path: string): MessageLeaf[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ path, value }];
  return Object.entries(value).flatMap(([name, child]: [string, MessageJson[string]]) =>
    leavesAt(child, `${path}/${name}`),
  );
}

/** Blanks around it, and noughts behind the point, say nothing. */
function isSame(value: string, written: string | undefined): boolean {
  const [read, ours] = [value.trim(), (written ?? '').trim()];
  return read === ours || (NUMBER.test(read) && NUMBER.test(ours) && new Decimal(read).equals(ours));
}
