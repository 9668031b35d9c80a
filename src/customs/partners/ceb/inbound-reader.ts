import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';

import { CebReceiptRefusedError } from '../../domain/ceb/ceb.errors.js';
import { type CebJson } from '../../domain/ceb/check-message.js';
import { CebFindings } from '../../domain/ceb/finding.js';
import { isReceipt, messageNamed } from '../../domain/ceb/messages.js';
import { CebInbound, type OpenedReceipt } from '../ceb-inbound.port.js';
import { parseXml, textAt, type XmlContent } from '../xml.js';
import { readMessage } from './read-message.js';
import { isWithinBounds } from './xml-bounds.js';

const unpack = promisify(gunzip);
/** A hundred records with all that was declared (CEB900Message repeats it) are well below that. */
const UNPACKED_MAX_BYTES = 8_388_608;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const DECLARED_ENCODING = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

type Document = Readonly<Record<string, XmlContent>>;

/** Takes messages out of the exchange's envelopes (DxpMsg, DxpMsgSv), or as they are. */
@Injectable()
export class InboundReader extends CebInbound {
  override async open(raw: Buffer, encoding: string | undefined): Promise<OpenedReceipt> {
    const text = decoded(await unpacked(raw, encoding));
    const document = parsed(text);
    const envelope = document['DxpMsg'] ?? (document['DxpMsgSv'] as Document | undefined)?.['DxpMsg'];
    if (envelope === undefined) return { text, xml: text, kind: kindOf(document) };
    const data = textAt(envelope, 'Data').replace(/\s/g, '');
    if (!BASE64.test(data)) throw new CebReceiptRefusedError('envelope');
    const xml = decoded(Buffer.from(data, 'base64'));
    return { text, xml, kind: kindOf(parsed(xml)) };
  }

  override recordsOf({ xml }: Pick<OpenedReceipt, 'xml'>): readonly CebJson[] {
    const { message, json } = readMessage(xml, new CebFindings());
    const [first] = message?.fields ?? [];
    const found = first === undefined ? undefined : json?.[first.name];
    const records = (Array.isArray(found) ? found : [found]).filter((record) => typeof record === 'object');
    if (records.length === 0) throw new CebReceiptRefusedError('layout');
    return records as CebJson[];
  }
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
function parsed(text: string): Document {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new CebReceiptRefusedError('document_type');
  if (!isWithinBounds(text)) throw new CebReceiptRefusedError('too_deep');
  const document = parseXml(text.replace(/^\ufeff/, ''));
  if (document === null) throw new CebReceiptRefusedError('not_well_formed');
  return document;
}

function kindOf(document: Document): string {
  const [name = ''] = Object.keys(document);
  const message = messageNamed(name);
  if (message === undefined || !isReceipt(message)) throw new CebReceiptRefusedError('unknown_message');
  return name;
}
