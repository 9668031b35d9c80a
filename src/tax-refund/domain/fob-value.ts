import { type Decimal } from '../../kernel/decimal.js';
import { type InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './tax-refund.sentences.js';

/** An export value (FOB) and, unless it is in CNY already, the CNY per one unit of its currency. */
export interface FobValue {
  readonly fob: Money;
  readonly fxRate?: Decimal | undefined;
}

/** FOB in CNY. Rounding: half up to the fen, before any rate is applied to it. */
export function fobInCny({ fob, fxRate }: FobValue): Money {
  if (fob.currency === 'CNY' || fxRate === undefined) return fob;
  return Money.ofMajor(fob.toDecimal().times(fxRate), 'CNY', 'half-up');
}

export function checkFobValue(check: InputCheck, { fob, fxRate }: FobValue, at: string): void {
  check.amount(fob, `${at}/fob`);
  check.positive(fxRate, `${at}/fxRate`);
  if (fob.currency !== 'CNY') check.required(fxRate, `${at}/fxRate`);
  else if (fxRate !== undefined) {
    check.that(fxRate.equals(1), `${at}/fxRate`, 'not_applicable', SAY.cny_not_converted);
  }
}
