import { EnumField } from '../../../platform/http/fields.js';
import { CHECK_DIGITS, type CheckDigits } from '../../domain/invoice-findings.js';
import { ISSUER_REVIEWS, type IssuerReview } from '../../domain/invoice-policy.js';
import { type InvoicePolicy } from '../../entities/invoice-policies.table.js';

export class InvoicePolicyDto {
  @EnumField({
    description:
      'What comes of a unified social credit code whose check character is wrong. Codes of the early pilot are in force and ' +
      'have one, so it is a warning unless you refuse them',
    values: CHECK_DIGITS,
    example: 'warn',
  })
  readonly checkDigits!: CheckDigits;

  @EnumField({
    description: 'What comes of an invoice whose issuer (开票人) has no valid review',
    values: ISSUER_REVIEWS,
    example: 'warn',
  })
  readonly issuerReview!: IssuerReview;

  static from(this: void, { checkDigits, issuerReview }: InvoicePolicy): InvoicePolicyDto {
    return { checkDigits, issuerReview };
  }
}
