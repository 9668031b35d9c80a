import { type Fault, InvalidInputError } from '../../../kernel/domain-error.js';
import { Money } from '../../../kernel/money.js';
import { SAY_OF_IMPORTS } from '../../domain/imports/import.sentences.js';
import { type TaxShare } from '../../domain/imports/refundable-tax.js';
import { type RefundedTaxDto } from './import-tax-refund.dto.js';

/** @throws InvalidInputError for a tax that stands twice, and an amount of nothing or not in CNY */
export function sharesOf(taxes: readonly RefundedTaxDto[]): TaxShare[] {
  const faults = taxes.flatMap(({ tax, amount }, index): Fault[] => {
    const isTwice = taxes.findIndex((each) => each.tax === tax) < index;
    const isAmount = amount.currency === 'CNY' && Money.fromJSON(amount).isMoreThan(Money.zero('CNY'));
    return [
      ...(isTwice ? [{ pointer: `/taxes/${index}/tax`, code: 'twice', message: SAY_OF_IMPORTS.refund_tax_twice }] : []),
      ...(isAmount
        ? []
        : [{ pointer: `/taxes/${index}/amount`, code: 'amount', message: SAY_OF_IMPORTS.refund_in_cny }]),
    ];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return taxes.map(({ tax, amount }) => ({ tax, amount: Money.fromJSON(amount).toJSON() }));
}
