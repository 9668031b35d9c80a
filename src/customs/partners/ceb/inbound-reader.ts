import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';
import { XmlDocument, XmlParseError } from 'libxml2-wasm';

import { CebReceiptRefusedError } from '../../domain/ceb/ceb.errors.js';
import { type CebJson } from '../../domain/ceb/check-message.js';
import { type Form } from '../../domain/ceb/layout.js';
import { CEB_NAMESPACE, isReceipt, messageNamed } from '../../domain/ceb/messages.js';
import { CebInbound, type OpenedReceipt } from '../ceb-inbound.port.js';
import { DXP_NAMESPACE } from '../dxp-message.js';
import { readRecords } from './record-reader.js';
import { isWithinBounds } from '../../../platform/partners/xml-bounds.js';

const unpack = promisify(gunzip);
/** A hundred records with all that was declared (CEB900Message repeats it) are well below that. */
const UNPACKED_MAX_BYTES = 8_388_608;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const DECLARED_ENCODING = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
/** The one element of its name in an envelope; base64 holds no markup. */
const DATA = /<(?:\w+:)?Data(?:\s[^<>]*)?>([^<]*)<\//;
const END_LENGTH = 2;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Takes messages out of the exchange's envelopes (DxpMsg, DxpMsgSv), or as they are. */
@Injectable()
export class InboundReader extends CebInbound {
  override async open(raw: Buffer, encoding: string | undefined): Promise<OpenedReceipt> {
    const text = decoded(await unpacked(raw, encoding));
    const held = heldBy(text);
    // Base64 is no markup: the parser need not look through it.
    if (held !== null && rootOf(held.around).namespace === DXP_NAMESPACE) return opened(text, held.data);
    const root = rootOf(text);
    if (root.namespace === DXP_NAMESPACE) throw new CebReceiptRefusedError('envelope');
    return { text, xml: text, kind: kindOf(root) };
  }

  override reopen(text: string): string {
    const data = withoutSpace(heldBy(text)?.data ?? '');
    return BASE64.test(data) ? Buffer.from(data, 'base64').toString('utf8') : text;
  }

  override recordsOf({ xml, kind }: Pick<OpenedReceipt, 'xml' | 'kind'>): readonly CebJson[] {
    const [first] = messageNamed(kind)?.fields ?? [];
    const content = readRecords(xml)[kind];
    const found = first === undefined || !isObject(content) ? undefined : content[first.name];
    const records = (Array.isArray(found) ? (found as readonly unknown[]) : [found]).filter(isObject);
    if (first === undefined || records.length === 0) throw new CebReceiptRefusedError('layout');
    return records.map((record) => listed(record, first.form));
  }
}

/** What may repeat is a list, though it stands there once. */
function listed(record: CebJson, form: Form): CebJson {
  if (form.kind !== 'group') return record;
  const lists = form.fields.filter(({ name, max }) => max > 1 && isObject(record[name]));
  if (lists.length === 0) return record;
  return { ...record, ...Object.fromEntries(lists.map(({ name }) => [name, [record[name]]])) } as CebJson;
}

/** An envelope without what it holds, and that. */
interface Held {
  readonly around: string;
  readonly data: string;
}

function heldBy(text: string): Held | null {
  const match = DATA.exec(text);
  if (match === null) return null;
  const [whole, data = ''] = match;
  const start = match.index + whole.length - END_LENGTH - data.length;
  return { around: text.slice(0, start) + text.slice(start + data.length), data };
}

/** @param text the whole envelope */
function opened(text: string, held: string): OpenedReceipt {
  const data = withoutSpace(held);
  if (!BASE64.test(data)) throw new CebReceiptRefusedError('envelope');
  const xml = decoded(Buffer.from(data, 'base64'));
  return { text, xml, kind: kindOf(rootOf(xml)) };
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

interface Root {
  readonly name: string;
  readonly namespace: string;
}

function isObject(value: unknown): value is CebJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function unpacked(raw: Buffer, encoding: string | undefined): Promise<Buffer> {
  const isPacked = encoding === 'gzip' || raw.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
  if (!isPacked) {
    if (encoding !== undefined && encoding !== 'identity') throw new CebReceiptRefusedError('packing');
    return raw;
  }
  try {
    return await unpack(raw, { maxOutputLength: UNPACKED_MAX_BYTES });
  } catch (error) {
    const isTooLarge = (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new CebReceiptRefusedError(isTooLarge ? 'too_large' : 'packing');
  }
}

/** UTF-8 alone: a text that names another encoding, or is in one, could be read as something else by the next reader. */
function decoded(bytes: Buffer): string {
  let text: string;
  try {
    text = UTF_8.decode(bytes);
  } catch {
    throw new CebReceiptRefusedError('encoding');
  }
  const [, declared = 'utf-8'] = DECLARED_ENCODING.exec(text) ?? [];
  if (declared.toLowerCase() !== 'utf-8') throw new CebReceiptRefusedError('encoding');
  return text;
}

/** Without entities there is nothing to expand, within bounds nothing that costs more than its length. */
function rootOf(text: string): Root {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new CebReceiptRefusedError('document_type');
  if (!isWithinBounds(text)) throw new CebReceiptRefusedError('too_deep');
  try {
    const document = XmlDocument.fromString(text.replace(/^\ufeff/, ''));
    const { name, namespaceUri } = document.root;
    document.dispose();
    return { name, namespace: namespaceUri };
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    throw new CebReceiptRefusedError('not_well_formed');
  }
}

function kindOf({ name, namespace }: Root): string {
  const message = namespace === CEB_NAMESPACE ? messageNamed(name) : undefined;
  if (message === undefined || !isReceipt(message)) throw new CebReceiptRefusedError('unknown_message');
  return name;
}
