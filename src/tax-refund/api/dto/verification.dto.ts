import { type Language, told } from '../../../kernel/sentence.js';
import { EnumField, InstantField, ListField, TextField } from '../../../platform/http/fields.js';
import { type InvoiceWarning } from '../../domain/invoice-findings.js';
import { VERIFICATION_STATES } from '../../domain/verification-status.js';
import { OUTCOME_NAMES, VERIFICATION_OUTCOMES } from '../../domain/verification.js';
import { type InvoiceCheck } from '../../entities/invoice-checks.table.js';

/** What is odd about an invoice and may be right all the same. */
export class InvoiceFindingDto {
  @TextField({ description: 'JSON pointer into what was recorded', max: 200, example: '/seller/taxNumber' })
  readonly pointer!: string;

  @TextField({ description: 'What is odd; new words may come', max: 60, example: 'check_character' })
  readonly rule!: string;

  @TextField({ description: 'In words', max: 1_000 })
  readonly message!: string;

  static of(this: void, { pointer, rule, detail }: InvoiceWarning, language: Language): InvoiceFindingDto {
    return { pointer, rule, message: told(detail, language) };
  }
}

/** A field that the tax authority has otherwise. */
export class InvoiceDifferenceDto {
  @TextField({ description: 'Which', max: 200, example: 'vat' })
  readonly field!: string;

  @TextField({ description: 'What the tax authority has', max: 200, min: 0, example: '7801.00' })
  readonly recorded!: string;
}

/** Whether an invoice is what it says it is, as the tax authority has it (查验). */
export class VerificationDto {
  @EnumField({ description: 'Claims are made of what is verified', values: VERIFICATION_STATES })
  readonly state!: string;

  @EnumField({ description: 'The last answer; null before the first', values: OUTCOME_NAMES, nullable: true })
  readonly outcome!: string | null;

  @TextField({ description: 'The same in words', max: 200, nullable: true })
  readonly message!: string | null;

  @ListField(() => InvoiceDifferenceDto, { description: 'What differs', max: 50 })
  readonly differences!: InvoiceDifferenceDto[];

  @TextField({ description: 'Why the tax authority will not look at it, in its words', max: 1_000, nullable: true })
  readonly reason!: string | null;

  @InstantField({ description: 'When it was answered', nullable: true })
  readonly answeredAt!: string | null;

  @InstantField({ description: 'When it is asked for again, while nothing has come', nullable: true })
  readonly expectedBy!: string | null;

  static of(this: void, check: InvoiceCheck, language: Language): VerificationDto {
    const { state, outcome, differences, reason, answeredAt, expectedBy } = check;
    return {
      state,
      outcome,
      message: outcome === null ? null : told(VERIFICATION_OUTCOMES[outcome], language),
      differences: differences.map(({ field, recorded }) => ({ field, recorded })),
      reason,
      answeredAt: answeredAt?.toISOString() ?? null,
      expectedBy: expectedBy?.toISOString() ?? null,
    };
  }
}
