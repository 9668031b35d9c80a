import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Language, told } from '../../kernel/sentence.js';
import { grouped, INK, lineAt, picture, rectAt, textAt } from '../../kernel/svg.js';
import { SAY } from './money.sentences.js';
import { type AgeBand, type Ageing } from './refund-ageing.js';

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 24;
const TOP = 56;
const BASE = 256;
const GAP = 24;

/**
 * Open claims by age, as a picture (SVG): a bar for each band, with amount and number in words. Of the same figures it is the same
 * to the byte; it names nobody. For who cannot see it, title and description say it all.
 */
export function ageingChart({ bands }: Ageing, language: Language): string {
  const most = bands.reduce((greatest, { amount }) => Money.max(greatest, amount), Money.zero('CNY'));
  const total = Money.sum(
    bands.map(({ amount }) => amount),
    'CNY',
  );
  const claims = bands.reduce((sum, band) => sum + band.claims, 0);
  const title = told(SAY.ageing_title, language);
  const described = told(
    SAY.ageing_described({
      claims,
      amount: total.toString(),
      bands: bands.map((band) => SAY.band({ days: daysOf(band), claims: band.claims, amount: band.amount.toString() })),
    }),
    language,
  );
  const step = (WIDTH - 2 * LEFT) / bands.length;
  const bars = bands.map((band, index) => bar(band, most, LEFT + index * step + GAP / 2, step - GAP, language));
  return picture({ title, description: described, language }, { width: WIDTH, height: HEIGHT }, [
    lineAt(LEFT, BASE, WIDTH - LEFT, BASE),
    ...bars,
    textAt(WIDTH / 2, HEIGHT - 10, told(SAY.days_axis, language), { size: 12, fill: INK.note }),
  ]);
}

function bar(band: AgeBand, most: Money, x: number, width: number, language: Language): string {
  const share = most.isZero() ? new Decimal(0) : band.amount.toDecimal().div(most.toDecimal());
  const exact = share.times(BASE - TOP - 34).toNumber();
  // What is there at all is seen, however little it is beside the others.
  const height = band.amount.isZero() ? 0 : Math.max(exact, 1);
  const top = BASE - height;
  const middle = x + width / 2;
  return [
    rectAt({ x, y: top, width, height }, '#1f5fa8'),
    textAt(middle, top - 20, grouped(band.amount.toAmountString()), { size: 11 }),
    textAt(middle, top - 6, told(SAY.claims_short({ claims: band.claims }), language), { size: 11 }),
    textAt(middle, BASE + 18, daysOf(band), { size: 12 }),
  ].join('');
}

function daysOf({ from, to }: AgeBand): string {
  return to === null ? `≥ ${from}` : `${from}–${to}`;
}
