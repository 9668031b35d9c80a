import { SAY } from '../domain/customs.sentences.js';
import { UnreadableReceiptError } from '../domain/declaration.errors.js';
import { type Receipt, type ReceiptKind } from '../domain/receipt.js';
import { readTaxRefund } from './tax-refund-message.js';
import { readTaxBill } from './tax-bill.reader.js';
import { parseXml, textAt, type XmlContent } from './xml.js';

/** Processing results (处理结果, CHANNEL) that move a declaration; the interface knows more, which change nothing. */
const KIND_OF_CHANNEL: Readonly<Record<string, ReceiptKind>> = {
  L: 'accepted',
  M: 'reviewing',
  G: 'concluded',
  C: 'inspecting',
  F: 'released',
  B: 'released', // 担保放行: released against a guarantee
  R: 'cleared',
  Z: 'rejected',
  E: 'rejected', // 不被受理
  Y: 'rejected', // 申报失败
  D: 'deleted',
};

/** A tally report (出口理货) says that the goods are on board and the vessel left. */
const TALLY_REPORT = 'MT5402';

/**
 * Takes every receipt out of a message, each with its own words: a callback holds one, an answer to a question many.
 * @throws UnreadableReceiptError when there is none, or one is broken
 */
export function readReceipts(message: string): Receipt[] {
  const bodies = [...message.matchAll(/<(DEC_DATA|Manifest|DecModSaveResponse|TAX_BILL)[\s>][\s\S]*?<\/\1>/g)].map(
    ([body]) => body,
  );
  if (bodies.length === 0 && !/<RECEIPTS\s*(\/>|>\s*<\/RECEIPTS>)/.test(message)) {
    throw new UnreadableReceiptError(SAY.no_receipt);
  }
  return bodies.map(readReceipt);
}

function readReceipt(body: string): Receipt {
  const document = parseXml(body);
  if (document === null) throw new UnreadableReceiptError(SAY.receipt_not_xml);
  if ('DEC_DATA' in document) return declarationReceipt(document['DEC_DATA'], body);
  if ('Manifest' in document) return tallyReport(document['Manifest'], body);
  if ('TAX_BILL' in document) return taxBill(document['TAX_BILL'], body);
  return answerToRequest(document['DecModSaveResponse'], body);
}

/**
 * Status of a request (修撤单状态). The published schema names the element and not its codes; these are our reading, to be
 * compared with the single window that is connected.
 */
const KIND_OF_STATUS: Readonly<Record<string, ReceiptKind>> = { '2': 'request_granted', '3': 'request_refused' };

function answerToRequest(response: XmlContent | undefined, body: string): Receipt {
  const status = textAt(response, 'Status');
  // An amount that cannot be read is refused here, before anything is built on it.
  readTaxRefund(body);
  return {
    kind: KIND_OF_STATUS[status] ?? 'other',
    sequenceNumber: orNull(textAt(response, 'DecModSeqNo')),
    entryNumber: orNull(textAt(response, 'EntryId')),
    noticedAt: null,
    exportDate: null,
    note: textAt(response, 'ResultMessage'),
    code: status,
    body,
  };
}

/** A broken bill is refused here, before anything is built on it. */
function taxBill(bill: XmlContent | undefined, body: string): Receipt {
  const { number } = readTaxBill(body);
  const field = (name: string): string => textAt(bill, `TAX_HEAD/${name}`);
  return {
    kind: 'tax_bill',
    sequenceNumber: orNull(field('SEQ_NO')),
    entryNumber: orNull(field('ENTRY_ID')),
    noticedAt: instant(field('NOTICE_DATE')),
    exportDate: null,
    note: field('NOTE'),
    code: number,
    body,
  };
}

function declarationReceipt(data: XmlContent | undefined, body: string): Receipt {
  const field = (name: string): string => textAt(data, `DEC_RESULT/${name}`);
  const channel = field('CHANNEL');
  const left = instant(field('I_E_DATE'));
  return {
    kind: KIND_OF_CHANNEL[channel] ?? 'other',
    sequenceNumber: orNull(field('SEQ_NO')),
    entryNumber: orNull(field('ENTRY_ID')),
    noticedAt: instant(field('NOTICE_DATE')),
    exportDate: left === null ? null : chinaDay(field('I_E_DATE')),
    note: field('NOTE') || textAt(data, 'RESULT_INFO'),
    code: channel,
    body,
  };
}

function tallyReport(manifest: XmlContent | undefined, body: string): Receipt {
  const type = textAt(manifest, 'Head/MessageType');
  const departure = textAt(manifest, 'Declaration/BorderTransportMeans/DepartureDateTime');
  const name = textAt(manifest, 'Declaration/BorderTransportMeans/Name');
  return {
    kind: type === TALLY_REPORT && instant(departure) !== null ? 'departed' : 'other',
    sequenceNumber: null,
    entryNumber: orNull(textAt(manifest, 'Declaration/Consignment/PreviousDocument/ID')),
    noticedAt: instant(textAt(manifest, 'Head/SendTime')),
    exportDate: instant(departure) === null ? null : chinaDay(departure),
    note: `${name} ${textAt(manifest, 'Declaration/BorderTransportMeans/JourneyID')}`.trim(),
    code: type,
    body,
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** `YYYYMMDDThhmmss…` or `YYYYMMDDhhmmss…`, Beijing time; null when it is neither. */
function instant(text: string): Date | null {
  const match = /^(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})/.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = match;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** The times of customs are Beijing's already, so the day is the first eight digits. */
function chinaDay(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}
