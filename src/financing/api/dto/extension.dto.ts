import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type WantedExtension } from '../../application/extensions.service.js';
import { OVERDUE_RULES } from '../../domain/extension/extension-rules.js';
import { EXTENSION_STATES } from '../../domain/extension/extension-status.js';
import { type Extension } from '../../entities/extension.entity.js';

export class ExtendAdvanceDto {
  @DateField({
    description: 'The new due date: later than the one that it has; of a day off the next working day is taken',
    example: '2027-08-31',
  })
  readonly dueOn!: string;

  @TextField({ description: 'Why it is needed; the lender reads it', optional: true, max: 500 })
  readonly purpose?: string;

  static toWanted(this: void, { dueOn, purpose }: ExtendAdvanceDto): WantedExtension {
    return { dueOn, purpose: purpose ?? null };
  }
}

/** A later due date that was asked for. */
export class LoanExtensionDto {
  @IdField({ kind: 'loanExtension', description: 'Id; the reference that the lender has' })
  readonly id!: string;

  @IdField({ kind: 'advance', description: 'The advance' })
  readonly advanceId!: string;

  @EnumField({ description: 'Where it stands', values: EXTENSION_STATES })
  readonly state!: string;

  @DateField({ description: 'When it was due until then' })
  readonly before!: string;

  @DateField({ description: 'What was asked for; no day off in China' })
  readonly dueOn!: string;

  @DateField({ description: 'What the lender has granted, perhaps earlier', nullable: true })
  readonly grantedDueOn!: string | null;

  @DateField({ description: 'The day from which it counts', nullable: true })
  readonly effectiveOn!: string | null;

  @MoneyField({ description: 'Owed once it is granted' })
  readonly fee!: MoneyDto;

  @MoneyField({ description: 'Interest of the extra days, at the rate and principal of when it was asked for' })
  readonly interest!: MoneyDto;

  @EnumField({ description: 'Since when it counts as overdue, should it be late again', values: OVERDUE_RULES })
  readonly overdueFrom!: string;

  @TextField({ description: 'Why it was needed', nullable: true, max: 500 })
  readonly purpose!: string | null;

  @TextField({ description: 'Why it was refused, or came to nothing', nullable: true, max: 500 })
  readonly reason!: string | null;

  @InstantField({ description: 'By when the lender should have answered', nullable: true })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  static from(this: void, extension: Extension, language: Language): LoanExtensionDto {
    const { state, dueOn, grantedDueOn, effectiveOn, overdueFrom, purpose, version } = extension;
    const { causes, reason } = extension;
    return {
      id: publicId('loanExtension', extension.id),
      advanceId: publicId('advance', extension.advanceId),
      ...{ state, before: extension.fromMaturityOn, dueOn, grantedDueOn, effectiveOn },
      fee: extension.fee.toJSON(),
      interest: extension.interest.toJSON(),
      ...{ overdueFrom, purpose },
      reason: causes === null ? reason : causes.map((cause) => told(cause, language)).join('; '),
      expectedBy: extension.expectedBy?.toISOString() ?? null,
      createdAt: extension.createdAt.toISOString(),
      version,
    };
  }
}

export const LoanExtensionPageDto = PageOf(LoanExtensionDto);

export class LoanExtensionsQuery extends DatedPageQuery {
  @IdField({ kind: 'advance', description: 'Only of this advance', optional: true })
  advanceId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'requested,granted',
    pattern: /^(requested|granted|refused|lapsed)(,(requested|granted|refused|lapsed))*$/,
  })
  state?: string;
}
