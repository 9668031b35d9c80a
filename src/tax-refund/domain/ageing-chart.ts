import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Language, told } from '../../kernel/sentence.js';
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
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc" lang="${language}" font-family="sans-serif">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(described)}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="30" font-size="16" fill="#1a1a1a">${escaped(title)}</text>`,
    `<line x1="${LEFT}" y1="${BASE}" x2="${WIDTH - LEFT}" y2="${BASE}" stroke="#5c5c5c"/>`,
    ...bars,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 10}" font-size="12" fill="#3d3d3d" text-anchor="middle">${escaped(told(SAY.days_axis, language))}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function bar(band: AgeBand, most: Money, x: number, width: number, language: Language): string {
  const share = most.isZero() ? new Decimal(0) : band.amount.toDecimal().div(most.toDecimal());
  const exact = rounded(share.times(BASE - TOP - 34).toNumber());
  // What is there at all is seen, however little it is beside the others.
  const height = band.amount.isZero() ? 0 : Math.max(exact, 1);
  const top = rounded(BASE - height);
  const middle = rounded(x + width / 2);
  const text = (y: number, size: number, words: string): string =>
    `<text x="${middle}" y="${y}" font-size="${size}" fill="#1a1a1a" text-anchor="middle">${escaped(words)}</text>`;
  return [
    `<rect x="${rounded(x)}" y="${top}" width="${rounded(width)}" height="${height}" fill="#1f5fa8"/>`,
    text(rounded(top - 20), 11, grouped(band.amount.toAmountString())),
    text(rounded(top - 6), 11, told(SAY.claims_short({ claims: band.claims }), language)),
    text(BASE + 18, 12, daysOf(band)),
  ].join('');
}

/** To a tenth of a pixel: no longer numbers than a picture needs. */
function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** `1,234,567.89`, as both languages write it. */
function grouped(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',');
}

function daysOf({ from, to }: AgeBand): string {
  return to === null ? `≥ ${from}` : `${from}–${to}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
