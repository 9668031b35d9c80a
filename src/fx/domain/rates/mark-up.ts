import { type Currency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { SAY } from './rates.sentences.js';

/** More than this is a slip: 5 % of the bank's price. */
export const MARK_UP_MAX = new Decimal('0.05');

/** What a tenant adds to the bank's price for its clients: of a currency or all, for a seller or everybody. */
export interface MarkUpTerms {
  readonly currency: Currency | null;
  readonly partyId: string | null;
  /** 0.001 is 0.1 % of the price. */
  readonly share: Decimal;
  readonly validFrom: LocalDate;
  /** The last day; null: open. */
  readonly validTo: LocalDate | null;
}

export interface MarkUpQuestion {
  readonly currency: Currency;
  readonly partyId: string | null;
  readonly on: LocalDate;
}

/** @throws InvalidInputError naming every fault */
export function checkMarkUp({ currency, share, validFrom, validTo }: MarkUpTerms): void {
  const check = new InputCheck();
  check.that(currency !== 'CNY', '/currency', 'not_applicable', SAY.mark_up_home);
  const isLow = share.lessThanOrEqualTo(MARK_UP_MAX);
  check.that(isLow, '/share', 'max', SAY.mark_up_too_high({ max: MARK_UP_MAX.toFixed() }));
  check.date(validFrom, '/validFrom');
  check.date(validTo, '/validTo');
  check.that(validTo === null || validTo >= validFrom, '/validTo', 'range', SAY.before_from);
  check.done();
}

/**
 * The one that counts: of the seller in the currency, of the seller, of the currency, of all, in that order; of several of a kind
 * the one that began last.
 * @returns null where the tenant has said nothing
 */
export function markUpFor<Terms extends MarkUpTerms>(
  all: readonly Terms[],
  { currency, partyId, on }: MarkUpQuestion,
): Terms | null {
  const holding = all.filter(
    (each) =>
      (each.currency === null || each.currency === currency) &&
      (each.partyId === null || each.partyId === partyId) &&
      each.validFrom <= on &&
      (each.validTo === null || each.validTo >= on),
  );
  const rank = ({ currency: ofCurrency, partyId: ofParty }: MarkUpTerms): number =>
    (ofParty === null ? 0 : 2) + (ofCurrency === null ? 0 : 1);
  const [first] = [...holding].sort(
    (left, right) => rank(right) - rank(left) || (left.validFrom < right.validFrom ? 1 : -1),
  );
  return first ?? null;
}
