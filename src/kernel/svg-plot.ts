import { Decimal } from './decimal.js';
import { grouped, lineAt, rectAt, textAt } from './svg.js';

const GRID = '#d9d9d9';
const TICKS = 4;
const TEN_THOUSAND = new Decimal(10_000);

/** Where figures are drawn: pixels of the picture. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
}

/** A frame with round figures that hold all that is drawn in it: what goes out goes below the line of nought. */
export interface Plot {
  readonly frame: Frame;
  readonly least: Decimal;
  readonly most: Decimal;
  readonly step: Decimal;
}

export function plotOf(figures: readonly Decimal[], frame: Frame): Plot {
  const most = Decimal.max(0, ...figures);
  const least = Decimal.min(0, ...figures);
  const step = roundStep(most.minus(least).div(TICKS));
  return { frame, most: most.div(step).ceil().times(step), least: least.div(step).floor().times(step), step };
}

/** 1, 2 or 5 with noughts. */
function roundStep(raw: Decimal): Decimal {
  if (raw.isZero()) return TEN_THOUSAND;
  const power = new Decimal(10).pow(raw.log(10).floor());
  const lead = [1, 2, 5, 10].find((one) => power.times(one).greaterThanOrEqualTo(raw)) ?? 10;
  return power.times(lead);
}

export function yOf({ frame: { top, base }, least, most }: Plot, figure: Decimal): number {
  const span = most.minus(least);
  if (span.isZero()) return base;
  return (
    base -
    figure
      .minus(least)
      .div(span)
      .times(base - top)
      .toNumber()
  );
}

/** A line for each round figure, with the figure in ten thousands (万) beside it. */
export function gridOf(plot: Plot): string[] {
  const { frame, most, least, step } = plot;
  const count = most.minus(least).div(step).toNumber();
  return Array.from({ length: count + 1 }, (_none, index) => {
    const figure = least.plus(step.times(index));
    const y = yOf(plot, figure);
    const label = textAt(frame.left - 8, y + 4, inTenThousands(figure), { size: 11, anchor: 'end' });
    return lineAt(frame.left, y, frame.right, y, GRID) + label;
  });
}

/** From the line of nought, with its figure. What is there at all is seen, however little it is beside the others. */
export function barAt(
  plot: Plot,
  { x, width, figure }: { readonly x: number; readonly width: number; readonly figure: Decimal },
  fill: string,
): string {
  if (figure.isZero()) return '';
  const [zero, end] = [yOf(plot, new Decimal(0)), yOf(plot, figure)];
  const height = Math.max(Math.abs(zero - end), 1);
  const label = textAt(x + width / 2, figure.isNegative() ? end + 13 : end - 5, inTenThousands(figure), { size: 11 });
  return rectAt({ x, y: figure.isNegative() ? zero : zero - height, width, height }, fill) + label;
}

function inTenThousands(figure: Decimal): string {
  return grouped(figure.div(TEN_THOUSAND).toDecimalPlaces(2).toString());
}
