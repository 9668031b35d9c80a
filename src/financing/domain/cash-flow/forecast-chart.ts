import { Decimal } from '../../../kernel/decimal.js';
import { type Language, type Said, told } from '../../../kernel/sentence.js';
import { barAt, gridOf, type Plot, plotOf, yOf } from '../../../kernel/svg-plot.js';
import { INK, lineAt, picture, rectAt, textAt } from '../../../kernel/svg.js';
import { type CashForecast, type ForecastBucket } from './cash-forecast.js';
import { SAY } from './cash-flow.sentences.js';

const WIDTH = 960;
const HEIGHT = 420;
const FRAME = { left: 88, right: WIDTH - 24, top: 84, base: 336 };
const ZERO = new Decimal(0);
const IN = '#1f5fa8';
const OUT = '#b3541e';
const BAR = 0.6;
const MONTH_AND_DAY = 5;

/**
 * A forecast by weeks as a picture (SVG), in CNY: what comes in above the line, what goes out below it. Of the same figures it is
 * the same to the byte; it names nobody. For who cannot see it, title and description say it all.
 */
export function forecastChart({ from, inCny }: CashForecast, language: Language): string {
  const say = (said: Said): string => told(said, language);
  const plot = plotOf(
    inCny.flatMap((bucket) => [incomeOf(bucket), bucket.dues.toDecimal().negated()]),
    FRAME,
  );
  const words = { title: say(SAY.title), description: described(from, inCny, say), language };
  return picture(words, { width: WIDTH, height: HEIGHT }, [
    ...legend(say),
    ...gridOf(plot),
    ...inCny.flatMap((bucket, index) => barsOf(bucket, index, { count: inCny.length, plot, say })),
    lineAt(FRAME.left, yOf(plot, ZERO), FRAME.right, yOf(plot, ZERO)),
    textAt(WIDTH / 2, HEIGHT - 18, say(SAY.axis), { size: 12, fill: INK.note }),
  ]);
}

function described(from: string, buckets: readonly ForecastBucket[], say: (said: Said) => string): string {
  const told = buckets
    .filter(({ items }) => items > 0)
    .map(({ name, receipts, refunds, dues, net }) =>
      SAY.of_bucket({
        name: nameOf(name),
        receipts: receipts.toAmountString(),
        refunds: refunds.toAmountString(),
        dues: dues.toAmountString(),
        net: net.toAmountString(),
      }),
    );
  const end = buckets.at(-1)?.cumulative.toAmountString() ?? '';
  return say(SAY.described({ from, buckets: told.length === 0 ? SAY.nothing : told, end }));
}

function barsOf(
  bucket: ForecastBucket,
  index: number,
  { count, plot, say }: { readonly count: number; readonly plot: Plot; readonly say: (said: Said) => string },
): string[] {
  const room = (FRAME.right - FRAME.left) / count;
  const [x, width] = [FRAME.left + index * room + (room * (1 - BAR)) / 2, room * BAR];
  const label = /^\d/.test(bucket.name) ? bucket.name.slice(MONTH_AND_DAY) : say(nameOf(bucket.name));
  return [
    barAt(plot, { x, width, figure: incomeOf(bucket) }, IN),
    barAt(plot, { x, width, figure: bucket.dues.toDecimal().negated() }, OUT),
    textAt(x + width / 2, FRAME.base + 34, label, { size: 11 }),
  ];
}

function legend(say: (said: Said) => string): string[] {
  const at = FRAME.left;
  return [
    rectAt({ x: at, y: 46, width: 12, height: 12 }, IN),
    textAt(at + 18, 57, say(SAY.comes_in), { size: 12, anchor: 'start' }),
    rectAt({ x: at + 190, y: 46, width: 12, height: 12 }, OUT),
    textAt(at + 208, 57, say(SAY.goes_out), { size: 12, anchor: 'start' }),
  ];
}

function incomeOf({ receipts, refunds }: ForecastBucket): Decimal {
  return receipts.plus(refunds).toDecimal();
}

function nameOf(bucket: string): Said {
  if (bucket === 'overdue') return SAY.overdue;
  return bucket === 'later' ? SAY.later : bucket;
}
