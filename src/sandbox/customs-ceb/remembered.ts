import { type Result } from './courses.js';
import { type CebKind, GIVEN } from './kinds.js';
import { type CebRecord } from './message.js';
import { type Remembered, type TaxedItem } from './replies.js';

interface Register {
  /** Of China: `2026-11-24`. */
  readonly day: string;
  /** Nine digits that this series has not had yet. */
  readonly next: (series: string) => string;
  readonly quotaOf: (head: CebRecord['head']) => string;
  /** Magic words of this record. */
  readonly words: readonly string[];
}

/** What a summary result (CEB792Message) tells of an application beside what its answer repeats. */
const OF_SUMMARIES = ['customsCode', 'agentName', 'ebcName', 'declAgentCode', 'declAgentName'];

/** Keeps of a record what its answers will need, with the numbers that customs gives it. */
export function remembered(
  record: CebRecord,
  kind: CebKind,
  results: readonly Result[],
  register: Register,
): Remembered {
  const { guid, head } = record;
  const given = isTaken(results) ? numbersFor(kind, head.text('customsCode'), register) : { preNo: preNo(register) };
  const names = [...kind.repeats, ...(kind.record === 'SummaryApply' ? OF_SUMMARIES : [])];
  const own = names.filter((name) => !(GIVEN as readonly string[]).includes(name) || head.text(name) !== '');
  const repeats = Object.fromEntries(own.flatMap((name) => (head.has(name) ? [[name, head.text(name)]] : [])));
  // Answers to exports have the element in any case, and it may be empty.
  const none = kind.direction === 'export' && kind.repeats.includes('invtNo') ? { invtNo: '' } : {};
  const waybill = kind.course === 'list' ? { logisticsNo: head.text('logisticsNo') } : {};
  return {
    guid,
    repeats: { ...none, ...given, ...repeats, ...waybill },
    quota: kind.course === 'list' && kind.direction === 'import' ? register.quotaOf(head) : '',
    quantities: Object.fromEntries(record.items.map((item) => [item.text('gnum'), item.text('qty')])),
    taxed: taxedItems(record, kind, register.words),
    told: 0,
    results,
  };
}

/** Errors are told to what was never taken. */
function isTaken(results: readonly Result[]): boolean {
  return results.every(({ status }) => !status.startsWith('-'));
}

function numbersFor(kind: CebKind, customsCode: string, register: Register): Record<string, string> {
  const year = register.day.slice(0, 4);
  const district = customsCode.padStart(4, '0').slice(0, 4);
  const numbers: Record<string, string> = { preNo: preNo(register) };
  if (kind.course === 'list') {
    const series = `${district}${year}${kind.direction === 'import' ? 'I' : 'E'}`;
    numbers['invtNo'] = series + register.next(`customs/ceb/${series}`);
  }
  if (kind.record === 'SummaryApply') {
    numbers['sumNo'] = `S${register.day.replaceAll('-', '')}${register.next('customs/ceb/summary')}`;
    const series = `${district}${year}0`;
    numbers['entryId'] = series + register.next(`customs/entry/${series}`);
  }
  return numbers;
}

/** 预录入编号: a letter, the day, nine digits. */
function preNo({ day, next }: Register): string {
  return `B${day.replaceAll('-', '')}${next('customs/ceb/pre')}`;
}

function taxedItems({ items }: CebRecord, { course, direction }: CebKind, words: readonly string[]): TaxedItem[] {
  if (course !== 'list' || direction === 'export') return [];
  return items.map((item, place) => ({
    gnum: item.text('gnum'),
    gcode: item.text('gcode'),
    price: item.text('totalPrice') || '0',
    extra: place === 0 && words.includes('TAX-DIFFERS') ? '1' : '0',
  }));
}
