import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
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
import { WRITE_OFF_STATES } from '../../domain/write-off/write-off-status.js';
import { type WriteOff } from '../../entities/write-off.entity.js';

export class ProposeWriteOffDto {
  @TextField({
    description: 'Why; the lender reads it',
    max: 500,
    example: 'The claim was rejected and nothing has come in for half a year',
  })
  readonly reason!: string;
}

/** A loan that its lender has written off, or shall. */
export class LoanWriteOffDto extends WithApprovalDto {
  @IdField({ kind: 'loanWriteOff', description: 'Id; the reference that the lender has of a proposal' })
  readonly id!: string;

  @IdField({ kind: 'advance', description: 'The advance' })
  readonly advanceId!: string;

  @EnumField({ description: 'Where it stands', values: WRITE_OFF_STATES })
  readonly state!: string;

  @MoneyField({ description: 'Fees that were written off' })
  readonly fees!: MoneyDto;

  @MoneyField({ description: 'Penalty that was written off' })
  readonly penalty!: MoneyDto;

  @MoneyField({ description: 'Interest that was written off' })
  readonly interest!: MoneyDto;

  @MoneyField({ description: 'Principal that was written off' })
  readonly principal!: MoneyDto;

  @MoneyField({ description: 'What the lender has given up of it; the rest came in, or is owed' })
  readonly forgiven!: MoneyDto;

  @DateField({ description: 'When the lender wrote it off', nullable: true })
  readonly writtenOffOn!: string | null;

  @DateField({ description: 'When nothing of it was owed any more', nullable: true })
  readonly closedOn!: string | null;

  @TextField({ description: 'Why it was proposed or written off; of one that was declined why not', max: 4_000 })
  readonly reason!: string;

  @InstantField({ description: 'By when the lender should have answered', nullable: true })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When it was proposed, or written off' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  static from(this: void, writeOff: WriteOff, language: Language): LoanWriteOffDto {
    const { fees, penalty, interest, principal } = writeOff.parts;
    const { state, writtenOffOn, closedOn, causes, version } = writeOff;
    return {
      id: publicId('loanWriteOff', writeOff.id),
      advanceId: publicId('advance', writeOff.advanceId),
      state,
      ...approvalOf(writeOff.approval, language),
      ...{ fees: fees.toJSON(), penalty: penalty.toJSON(), interest: interest.toJSON() },
      ...{ principal: principal.toJSON(), forgiven: writeOff.forgiven.toJSON() },
      ...{ writtenOffOn, closedOn },
      reason: causes === null ? writeOff.reason : causes.map((cause) => told(cause, language)).join('; '),
      expectedBy: writeOff.expectedBy?.toISOString() ?? null,
      createdAt: writeOff.createdAt.toISOString(),
      version,
    };
  }
}

export const LoanWriteOffPageDto = PageOf(LoanWriteOffDto);

const STATES =
  /^(awaiting_approval|proposed|declined|written_off|closed)(,(awaiting_approval|proposed|declined|written_off|closed))*$/;

export class LoanWriteOffsQuery extends DatedPageQuery {
  @IdField({ kind: 'advance', description: 'Only of this advance', optional: true })
  advanceId?: string;

  @TextField({ description: 'States, separated by commas', optional: true, example: 'written_off', pattern: STATES })
  state?: string;
}
