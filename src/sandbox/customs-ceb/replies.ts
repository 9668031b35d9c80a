import { Decimal } from '../../kernel/decimal.js';
import { chinaDigits } from '../world/china-time.js';
import { leaf, node } from '../world/xml.js';
import { type Result } from './courses.js';
import { type CebKind } from './kinds.js';

/** A record as customs remembers it, to answer it. */
export interface Remembered {
  readonly guid: string;
  /** What answers repeat of it, by name. */
  readonly repeats: Readonly<Record<string, string>>;
  /** Of a list of imports: where what its buyer has bought this year is noted; empty for all else. */
  readonly quota: string;
  /** Of a list of imports that is taxed. */
  readonly taxed: readonly TaxedItem[];
  /** Of a list or a return of goods: how much of each line, by `gnum`. */
  readonly quantities?: Readonly<Record<string, string>>;
  /** Of a list: how much of each line has come back. */
  returned?: Record<string, string>;
  /** How many of its results have been told. */
  told: number;
  results: readonly Result[];
}

export interface TaxedItem {
  readonly gnum: string;
  readonly gcode: string;
  /** In yuan. */
  readonly price: string;
  /** What is levied of it beyond the rate, in yuan. */
  readonly extra: string;
}

/** One message of customs: which result of which records. */
export interface Issue {
  readonly guid: string;
  readonly at: number;
  readonly what: 'answer' | 'tax' | 'tax-status' | 'tax-void' | 'summary';
  /** Place of the record, and of its result. */
  readonly rows: readonly (readonly [record: number, result: number])[];
}

export interface Written {
  readonly name: string;
  readonly xml: string;
}

const CEB = 'xmlns:ceb="http://www.chinaport.gov.cn/ceb"';
/** VAT of 13 % on 70 % of the price, no duty: what most goods of retail imports bear. */
const VAT = new Decimal('0.13').times('0.7');
const MINIMUM_INFO = '无';

/** The same message of the same issue is the same text, however often it is written. */
export function writeIssue(issue: Issue, kind: CebKind, records: readonly Remembered[]): Written {
  const rows = issue.rows.flatMap(([place, result]) => {
    const record = records[place];
    return record === undefined ? [] : [{ record, result: record.results[result] }];
  });
  const time = chinaDigits(new Date(issue.at));
  switch (issue.what) {
    case 'answer':
      return document(kind.reply, issue, rows.map(({ record, result }) => answer(record, result, kind, time)).join(''));
    case 'tax':
      return document('CEB816Message', issue, rows.map(({ record }) => taxBill(record, time)).join(''));
    case 'tax-status':
    case 'tax-void':
      return document('CEB818Message', issue, rows.map(({ record }) => taxStatus(record, time, issue.what)).join(''));
    case 'summary':
      return document('CEB792Message', issue, rows.map(({ record }) => summaryResult(record, time)).join(''));
  }
}

/** 报文格式校验回执: the whole message is not taken for its form. */
export function formatReply(
  guid: string,
  at: Date,
  original: { readonly copMsgId: string; readonly msgType: string; readonly text: string },
  why: string,
): Written {
  const fields =
    text('guid', guid) +
    text('returnStatus', '-100000') +
    text('returnInfo', why) +
    text('returnTime', chinaDigits(at)) +
    text('oriCopMsgId', original.copMsgId) +
    text('oriMessageType', original.msgType.slice(0, 15)) +
    text('oriBizMessage', original.text.slice(0, 2_000));
  return { name: 'CEB900Message', xml: root('CEB900Message', guid, element('MessageReturn', fields)) };
}

function answer({ guid, repeats }: Remembered, result: Result | undefined, kind: CebKind, time: string): string {
  const own = kind.repeats.map((name) => (repeats[name] === undefined ? '' : text(name, repeats[name]))).join('');
  const said =
    text('returnStatus', result?.status ?? '') +
    text('returnTime', time) +
    text('returnInfo', (result?.info ?? '') || MINIMUM_INFO);
  return element(kind.answer, text('guid', guid) + own + said);
}

function taxBill({ guid, repeats, taxed }: Remembered, time: string): string {
  const vatOf = ({ price, extra }: TaxedItem): Decimal => new Decimal(price).times(VAT).toDecimalPlaces(2).plus(extra);
  const vat = taxed.reduce((sum, item) => sum.plus(vatOf(item)), new Decimal(0));
  const head =
    text('guid', guid) +
    text('returnTime', time) +
    text('invtNo', repeats['invtNo'] ?? '') +
    text('taxNo', `T${repeats['invtNo'] ?? ''}`) +
    taxes(vat) +
    text('status', '1');
  const items = taxed.map((item) =>
    element(
      'TaxListRd',
      text('gnum', item.gnum) + text('gcode', item.gcode) + text('taxPrice', item.price) + taxes(vatOf(item)),
    ),
  );
  return element('Tax', element('TaxHeadRd', head) + items.join(''));
}

function taxes(vat: Decimal): string {
  return text('customsTax', '0') + text('valueAddedTax', vat.toFixed(2)) + text('consumptionTax', '0');
}

/** 税单状态: 2 summarised in a payment certificate, 3 void. */
function taxStatus({ guid, repeats }: Remembered, time: string, what: Issue['what']): string {
  const head =
    text('guid', guid) +
    text('returnTime', time) +
    text('invtNo', repeats['invtNo'] ?? '') +
    text('taxNo', `T${repeats['invtNo'] ?? ''}`) +
    (what === 'tax-void'
      ? text('status', '3')
      : text('status', '2') + text('entDutyNo', `J${repeats['invtNo'] ?? ''}`));
  return element('Tax', element('TaxHeadStatus', head));
}

/** 汇总结果单: the declaration that the lists of an application were merged into. */
function summaryResult({ guid, repeats }: Remembered, time: string): string {
  const of = (name: string): string => repeats[name] ?? '';
  const head =
    text('guid', guid) +
    ['customsCode', 'sumNo'].map((name) => text(name, of(name))).join('') +
    text('opDate', time) +
    text('declSeqNo', of('sumNo')) +
    text('entryId', of('entryId')) +
    text('decState', '1') +
    ['agentCode', 'agentName', 'ebcCode', 'ebcName', 'declAgentCode', 'declAgentName']
      .map((name) => text(name, of(name)))
      .join('') +
    text('grossWeight', '0') +
    text('netWeight', '0') +
    text('msgCount', '1') +
    text('msgSeqNo', '1');
  return element('SummaryResult', element('SummaryResultHead', head));
}

function document(name: string, { guid }: Issue, content: string): Written {
  return { name, xml: root(name, guid, content) };
}

function root(name: string, guid: string, content: string): string {
  return node(`ceb:${name}`, content, `${CEB} guid="${guid}" version="1.0"`);
}

function element(name: string, content: string): string {
  return node(`ceb:${name}`, content);
}

function text(name: string, value: string): string {
  return leaf(`ceb:${name}`, value);
}
