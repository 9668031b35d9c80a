import { type Fault } from '../../../kernel/domain-error.js';
import { Decimal } from '../../../kernel/decimal.js';
import { tryParseId } from '../../../kernel/ids.js';
import { type FiledList, type ReturnedLine } from './filing-kind.js';
import { SAY } from './parcel-filing.sentences.js';

/** The same of a parcel, as a caller says it; of parcels that are not named all that is left comes back. */
export interface LineSaid extends ReturnedLine {
  readonly parcelId: string;
}

/** What comes back of a list. */
export interface Back {
  /** Lines of the list as they were filed, with the quantities that come back. */
  readonly lines: FiledList['lines'];
  /** All that has come back by then, line by line. */
  readonly total: readonly ReturnedLine[];
  /** Nothing is left. */
  readonly isAll: boolean;
  /** By value, of what had not come back before: 1 where nothing is left. */
  readonly share: Decimal;
}

/** The message takes this many decimals of a quantity. */
const PLACES = 5;
const QUANTITIES = ['qty', 'qty1', 'qty2'] as const;
const ZERO = new Decimal(0);

/**
 * Each quantity of a line (declared, 法定, 第二) comes back in proportion to the declared one, rounded half up to five decimals so that
 * parts add up to the whole.
 * @param before what came back earlier
 * @param asked null: all that is left
 * @returns null where there is less left than is asked for, nothing of it, or no such line
 */
export function linesBack(
  { lines }: FiledList,
  before: readonly ReturnedLine[],
  asked: readonly ReturnedLine[] | null,
): Back | null {
  const places = lines.map((line) => placeOf(line, before, asked));
  const known = new Set(places.map(({ lineNo }) => lineNo));
  const isKnown = (asked ?? []).every(({ lineNo }) => known.has(lineNo));
  const isEnough = places.every(({ back, left }) => back.lessThanOrEqualTo(left));
  const coming = places.filter(({ back }) => back.greaterThan(0));
  if (!isKnown || !isEnough || coming.length === 0) return null;
  const valueLeft = sum(places.map(({ value, left, whole }) => value.times(left).dividedBy(whole)));
  const valueBack = sum(places.map(({ value, back, whole }) => value.times(back).dividedBy(whole)));
  const isAll = places.every(({ back, left }) => back.equals(left));
  const total = places
    .map(({ lineNo, had, back }) => ({ lineNo, quantity: had.plus(back).toFixed() }))
    .filter(({ quantity }) => quantity !== '0');
  return {
    lines: coming.map(portionOf),
    total,
    isAll,
    share: isAll || valueLeft.isZero() ? new Decimal(1) : valueBack.dividedBy(valueLeft),
  };
}

/** Fen of taxes that go with what came back, line by line, rounded down. @param taxes of lines, fen */
export function taxBack(
  { lines }: FiledList,
  total: readonly ReturnedLine[],
  taxes: readonly { readonly lineNo: number; readonly tax: bigint }[],
): bigint {
  return taxes.reduce((all, { lineNo, tax }) => {
    const whole = decimal(lines.find((line) => Number(line['gnum']) === lineNo)?.['qty']);
    const back = decimal(total.find((line) => line.lineNo === lineNo)?.quantity);
    return whole.isZero() ? all : all + BigInt(back.times(tax.toString()).dividedBy(whole).floor().toFixed());
  }, 0n);
}

/** @param parcelIds of the parcels that are named, as ids are kept */
export function faultsOfLines(lines: readonly LineSaid[], parcelIds: readonly string[]): Fault[] {
  const seen = new Set<string>();
  return lines.flatMap(({ parcelId, lineNo }, index): Fault[] => {
    const name = `${parcelId} ${lineNo}`;
    const isTwice = seen.has(name);
    seen.add(name);
    const id = tryParseId('parcel', parcelId);
    if (id === null || !parcelIds.includes(id)) {
      return [{ pointer: `/lines/${index}/parcelId`, code: 'unknown', message: SAY.line_of_no_parcel }];
    }
    return isTwice ? [{ pointer: `/lines/${index}`, code: 'twice', message: SAY.line_twice }] : [];
  });
}

/** What was said of one parcel; null where it was not named. */
export function saidOf(lines: readonly LineSaid[] | undefined, id: string): readonly ReturnedLine[] | null {
  const own = (lines ?? []).filter(({ parcelId }) => tryParseId('parcel', parcelId) === id);
  return own.length === 0 ? null : own;
}

interface Place {
  readonly line: FiledList['lines'][number];
  readonly lineNo: number;
  readonly whole: Decimal;
  readonly had: Decimal;
  readonly left: Decimal;
  readonly back: Decimal;
  readonly value: Decimal;
}

function placeOf(
  line: FiledList['lines'][number],
  before: readonly ReturnedLine[],
  asked: readonly ReturnedLine[] | null,
): Place {
  const lineNo = Number(line['gnum']);
  const of = (lines: readonly ReturnedLine[]): Decimal =>
    decimal(lines.find((each) => each.lineNo === lineNo)?.quantity);
  const whole = decimal(line['qty']);
  const had = of(before);
  const left = whole.minus(had);
  return {
    line,
    lineNo,
    whole,
    had,
    left,
    back: asked === null ? left : of(asked),
    value: decimal(line['totalPrice']),
  };
}

function portionOf({ line, whole, had, back }: Place): FiledList['lines'][number] {
  const parts = QUANTITIES.flatMap((name) => {
    const all = decimal(line[name]);
    const upTo = (quantity: Decimal): Decimal =>
      all.times(quantity).dividedBy(whole).toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP);
    return line[name] === undefined ? [] : [[name, upTo(had.plus(back)).minus(upTo(had)).toFixed()] as const];
  });
  return { ...line, ...Object.fromEntries(parts) };
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((all, amount) => all.plus(amount), ZERO);
}

function decimal(text: string | undefined): Decimal {
  return new Decimal(text ?? 0);
}
