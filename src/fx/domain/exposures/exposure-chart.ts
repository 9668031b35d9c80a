import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type Language, type Said, told } from '../../../kernel/sentence.js';
import { barAt, gridOf, type Plot, plotOf, yOf } from '../../../kernel/svg-plot.js';
import { INK, lineAt, picture, rectAt, textAt } from '../../../kernel/svg.js';
import { type CurrencyExposure, type ExposureBucket, type ExposureTable } from './exposure-buckets.js';
import { type MarketPrice, valueAtMarket } from './exposure-item.js';
import { SAY } from './exposure.sentences.js';

const WIDTH = 760;
const HEIGHT = 400;
const LEFT = 88;
const RIGHT = 24;
const TOP = 84;
const BASE = 316;
const GAP = 28;
const FRAME = { left: LEFT, right: WIDTH - RIGHT, top: TOP, base: BASE };
const ZERO = new Decimal(0);
const OPEN = '#b3541e';
const HEDGED = '#1f5fa8';

/** One pair of bars: all currencies of a bucket, in CNY. */
interface Column {
  readonly name: string;
  readonly open: Decimal;
  readonly hedged: Decimal;
}

interface ChartOptions {
  readonly prices: readonly MarketPrice[];
  /** When the bank said its prices; null before the first board. */
  readonly asOf: Date | null;
  readonly language: Language;
}

/**
 * Exposures by the day on which they are due, as a picture (SVG): for each bucket what is open beside what is hedged, worth
 * in CNY at the market. Of the same figures it is the same to the byte; it names nobody. For who cannot see it, title and
 * description say it all.
 */
export function exposureChart(table: ExposureTable, { prices, asOf, language }: ChartOptions): string {
  const say = (said: Said): string => told(said, language);
  const at = asOf === null ? say(SAY.no_board) : asOf.toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
  const columns = columnsOf(table, prices);
  const plot = plotOf(
    columns.flatMap(({ open, hedged }) => [open, hedged]),
    FRAME,
  );
  const words = { title: say(SAY.title), description: described(table, at, say), language };
  return picture(words, { width: WIDTH, height: HEIGHT }, [
    ...legend(say),
    ...gridOf(plot),
    ...columns.flatMap((column, index) => pairOf(column, index, { count: columns.length, plot, say })),
    lineAt(LEFT, yOf(plot, ZERO), WIDTH - RIGHT, yOf(plot, ZERO)),
    textAt(WIDTH / 2, HEIGHT - 30, say(SAY.axis({ at })), { size: 12, fill: INK.note }),
    ...leftOut(table, say),
  ]);
}

function described(table: ExposureTable, at: string, say: (said: Said) => string): string {
  const currencies = table.currencies.map(({ currency, gross, hedged, open, value, buckets }: CurrencyExposure) =>
    SAY.of_currency({
      currency,
      gross: gross.toString(),
      hedged: hedged.toString(),
      open: open.toString(),
      value: value === null ? SAY.unpriced : value.toString(),
      buckets: buckets
        .filter(({ items }) => items > 0)
        .map((bucket) =>
          SAY.of_bucket({
            bucket: nameOf(bucket.name),
            open: bucket.open.toString(),
            hedged: bucket.hedged.toString(),
          }),
        ),
    }),
  );
  return say(SAY.described({ at, currencies: currencies.length === 0 ? SAY.nothing : currencies }));
}

function columnsOf({ currencies }: ExposureTable, prices: readonly MarketPrice[]): Column[] {
  const names = [...new Set(currencies.flatMap(({ buckets }) => buckets.map(({ name }) => name)))];
  const ordered = names.every((name) => /^\d{4}-\d{2}$|^overdue$/.test(name))
    ? names.toSorted((left, right) => (left === 'overdue' ? -1 : right === 'overdue' ? 1 : left.localeCompare(right)))
    : names;
  return ordered.map((name) => {
    const own = currencies.flatMap(({ buckets }) => buckets.filter((bucket) => bucket.name === name));
    return { name, open: worth(own, prices, ({ open }) => open), hedged: worth(own, prices, ({ hedged }) => hedged) };
  });
}

function worth(
  buckets: readonly ExposureBucket[],
  prices: readonly MarketPrice[],
  pick: (bucket: ExposureBucket) => Money,
): Decimal {
  return buckets.reduce((sum, bucket) => {
    const amount = pick(bucket);
    const price = prices.find(({ currency }) => currency === amount.currency);
    return sum.plus((valueAtMarket(amount, price) ?? Money.zero('CNY')).toDecimal());
  }, new Decimal(0));
}

function pairOf(
  { name, open, hedged }: Column,
  index: number,
  { count, plot, say }: { count: number; plot: Plot; say: (said: Said) => string },
): string[] {
  const room = (WIDTH - LEFT - RIGHT) / count;
  const x = LEFT + index * room;
  const width = Math.min(64, (room - GAP) / 2);
  const middle = x + room / 2;
  return [
    barAt(plot, { x: middle - width - 1, width, figure: open }, OPEN),
    barAt(plot, { x: middle + 1, width, figure: hedged }, HEDGED),
    textAt(middle, BASE + 20, say(nameOf(name)), { size: 12 }),
  ];
}

function legend(say: (said: Said) => string): string[] {
  return [
    rectAt({ x: LEFT, y: 46, width: 12, height: 12 }, OPEN),
    textAt(LEFT + 18, 57, say(SAY.open), { size: 12, anchor: 'start' }),
    rectAt({ x: LEFT + 110, y: 46, width: 12, height: 12 }, HEDGED),
    textAt(LEFT + 128, 57, say(SAY.hedged), { size: 12, anchor: 'start' }),
  ];
}

function leftOut({ unvalued }: ExposureTable, say: (said: Said) => string): string[] {
  if (unvalued.length === 0) return [];
  return [
    textAt(WIDTH / 2, HEIGHT - 12, say(SAY.left_out({ currencies: [...unvalued] })), { size: 12, fill: INK.note }),
  ];
}

function nameOf(bucket: string): Said {
  if (bucket === 'overdue') return SAY.overdue;
  return /^\d{4}-/.test(bucket) ? bucket : SAY.days({ range: bucket.replace('-', '–') });
}
