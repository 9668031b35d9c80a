import { type Decimal } from '../../../kernel/decimal.js';
import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { HOME } from '../conversions/price-quote.js';
import { TenorNotQuotedError } from '../forwards/forward.errors.js';
import { type Curve, rateFor } from '../forwards/interest-curve.js';
import { type InterestOf } from './hedge-suggestion.js';

/**
 * Interest for the price of currency that is sold ahead: as given, the same for every term; else by the curve, where the bank
 * pays the least for CNY (bid) and takes the most for the other currency (ask). Per year, as a fraction.
 *
 * @param curves the latest of each currency
 * @returns null where nothing is given, and no curve reaches so far
 */
export function interestFrom(
  given: ReadonlyMap<string, Decimal>,
  curves: ReadonlyMap<string, Curve>,
  today: LocalDate,
): InterestOf {
  return (currency, days) => {
    const stated = given.get(currency);
    const curve = curves.get(currency);
    if (stated !== undefined || curve === undefined) return stated ?? null;
    return along(curve, { from: today, to: addDays(today, days) });
  };
}

function along(curve: Curve, term: { readonly from: LocalDate; readonly to: LocalDate }): Decimal | null {
  try {
    return rateFor(curve, curve.currency === HOME ? 'bid' : 'ask', term).rate;
  } catch (error) {
    if (error instanceof TenorNotQuotedError) return null;
    throw error;
  }
}
