import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { AGREEMENT, AGREEMENT_STATES } from '../../domain/agreement/agreement-status.js';
import { type LoanAgreement } from '../../entities/loan-agreement.entity.js';

export class SignLoanAgreementDto {
  @TextField({ description: 'Who has signed for the client', max: 100, example: 'Zhang San' })
  readonly signatory!: string;

  @DateField({ description: 'When: from the day of the offer to today', example: '2026-12-02' })
  readonly signedOn!: string;
}

/** What lender and client sign before a loan is paid out (借款合同). */
export class LoanAgreementDto {
  @IdField({ kind: 'loanAgreement', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'advance', description: 'The advance' })
  readonly advanceId!: string;

  @TextField({ description: 'The lender’s number of it', max: 200, example: 'LA-2026-000117' })
  readonly number!: string;

  @EnumField({ description: 'Where it stands', values: AGREEMENT_STATES })
  readonly state!: string;

  @DateField({ description: 'Day in China on which the lender offered it' })
  readonly offeredOn!: string;

  @DateField({ description: 'Last day in China on which it can be signed' })
  readonly validUntil!: string;

  @DateField({ description: 'When the loan is due, as it was offered' })
  readonly maturityOn!: string;

  @DecimalField({ description: 'Interest per year, as it was offered', example: '0.0435' })
  readonly annualRate!: string;

  @TextField({ description: 'Who has signed for the client', nullable: true, max: 100 })
  readonly signatory!: string | null;

  @DateField({ description: 'When', nullable: true })
  readonly signedOn!: string | null;

  @InstantField({ description: 'When the lender had the signature', nullable: true })
  readonly toldAt!: string | null;

  @TextField({ description: 'Why it lapsed', nullable: true, max: 500 })
  readonly reason!: string | null;

  @TextListField({ description: 'What may be done with it now', maxLength: 50 })
  readonly allowedActions!: string[];

  @InstantField({ description: 'When it was offered' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  static from(this: void, agreement: LoanAgreement, language: Language): LoanAgreementDto {
    const { number, state, days, maturityOn, annualRate, signatory, signedOn, causes, reason, version } = agreement;
    return {
      id: publicId('loanAgreement', agreement.id),
      advanceId: publicId('advance', agreement.advanceId),
      ...{ number, state, ...days, maturityOn, annualRate: annualRate.toFixed(), signatory, signedOn },
      toldAt: agreement.toldAt?.toISOString() ?? null,
      reason: causes === null ? reason : causes.map((cause) => told(cause, language)).join('; '),
      allowedActions: AGREEMENT.allowedActions(state),
      createdAt: agreement.createdAt.toISOString(),
      version,
    };
  }
}

export const LoanAgreementPageDto = PageOf(LoanAgreementDto);

export class LoanAgreementsQuery extends DatedPageQuery {
  @IdField({ kind: 'advance', description: 'Only of this advance', optional: true })
  advanceId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'offered,signed',
    pattern: wordsPattern(AGREEMENT_STATES),
  })
  state?: string;
}
