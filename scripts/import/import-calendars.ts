import { isCurrency } from '../../src/kernel/currency.js';
import { isLocalDate } from '../../src/kernel/local-date.js';
import { type Sentence } from '../../src/kernel/sentence.js';
import { type RateLineFault, type RatesOwner } from '../../src/fx/application/rates/record-rates.js';
import { SAY } from '../../src/fx/domain/rates/rates.sentences.js';
import { csvRecords } from './csv-records.js';

/** What became of a file of calendars: recorded as a whole, or not at all. */
export type CalendarsReport =
  | { readonly outcome: 'recorded'; readonly lines: number; readonly years: readonly string[] }
  | { readonly outcome: 'refused'; readonly lines: number; readonly faults: readonly RateLineFault[] };

type Kind = 'off' | 'worked';
type Year = Readonly<Record<Kind, Set<string>>>;

const FIELDS = ['currency', 'day', 'kind'] as const;
const RECORD = `
  INSERT INTO fx.calendar_year (currency, year, off, worked, source) VALUES ($1, $2, $3::date[], $4::date[], $5)
  ON CONFLICT (currency, year) DO UPDATE SET off = EXCLUDED.off, worked = EXCLUDED.worked, source = EXCLUDED.source,
    recorded_at = now()`;

/**
 * Reads days off and worked weekends as `currency, day, kind` and records each year of each currency that the file names: the
 * whole year, in the place of what was known of it. From a file with a fault nothing is kept.
 */
export async function importCalendars(
  db: RatesOwner,
  lines: AsyncIterable<string>,
  source: string,
): Promise<CalendarsReport> {
  const { years, faults, count } = await readCalendars(lines);
  if (faults.length > 0) return { outcome: 'refused', lines: count, faults: faults.slice(0, 100) };
  await db.query('BEGIN');
  try {
    for (const [key, { off, worked }] of years) {
      const [currency, year] = key.split(' ');
      await db.query(RECORD, [currency, year, [...off].sort(), [...worked].sort(), source]);
    }
    await db.query('COMMIT');
    return { outcome: 'recorded', lines: count, years: [...years.keys()].sort() };
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

async function readCalendars(
  lines: AsyncIterable<string>,
): Promise<{ years: Map<string, Year>; faults: RateLineFault[]; count: number }> {
  const years = new Map<string, Year>();
  const faults: RateLineFault[] = [];
  let columns: readonly string[] | null = null;
  let count = 0;
  for await (const { line, cells } of csvRecords(lines)) {
    const note = (message: Sentence): number => faults.push({ line, message });
    if (cells === null) note(SAY.quote_open);
    else if (columns === null) {
      columns = cells;
      if (FIELDS.every((name) => cells.includes(name))) continue;
      note(SAY.calendar_layout({ expected: FIELDS.join(', '), found: cells.slice(0, 8).join(', ') }));
      break;
    } else {
      count += 1;
      const given = columns;
      if (cells.length !== given.length) {
        note(SAY.cells({ count: cells.length, expected: given.length }));
        continue;
      }
      const [currency = '', day = '', kind = ''] = FIELDS.map((name) => cells[given.indexOf(name)]);
      const found = faultsOf(currency, day, kind);
      found.forEach(note);
      if (found.length === 0) take(years, { currency, day, kind: kind as Kind }, note);
    }
  }
  if (count === 0 && faults.length === 0) faults.push({ line: 1, message: SAY.no_rates });
  return { years, faults, count };
}

function take(
  years: Map<string, Year>,
  { currency, day, kind }: { readonly currency: string; readonly day: string; readonly kind: Kind },
  note: (message: Sentence) => number,
): void {
  const key = `${currency} ${day.slice(0, 4)}`;
  const year = years.get(key) ?? { off: new Set<string>(), worked: new Set<string>() };
  if (year[kind === 'off' ? 'worked' : 'off'].has(day)) note(SAY.calendar_both({ currency, day }));
  year[kind].add(day);
  years.set(key, year);
}

function faultsOf(currency: string, day: string, kind: string): Sentence[] {
  const isDay = isLocalDate(day);
  const isWeekend = isDay && [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return [
    ...(isCurrency(currency) ? [] : [SAY.currency_unknown({ code: currency })]),
    ...(isDay ? [] : [SAY.no_day({ text: day })]),
    ...(kind === 'off' || kind === 'worked' ? [] : [SAY.calendar_kind({ text: kind })]),
    ...(kind === 'worked' && isDay && !isWeekend ? [SAY.calendar_weekday({ day })] : []),
  ];
}
