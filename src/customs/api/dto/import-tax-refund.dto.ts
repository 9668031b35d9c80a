import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type Tax, TAXES } from '../../domain/imports/tax-bill.js';
import { TAX_REFUND_STATES } from '../../domain/imports/tax-refund-status.js';
import { type ImportTaxRefund } from '../../entities/import-tax-refund.entity.js';

export class RefundedTaxDto {
  @EnumField({ description: 'Which tax; each once', values: TAXES, example: 'duty' })
  readonly tax!: Tax;

  @MoneyField({ description: 'How much of it, in CNY; more than nothing' })
  readonly amount!: MoneyDto;
}

export class ImportTaxRefundRequest {
  @TextField({ description: 'Why; customs reads it', max: 900, example: 'The declaration was withdrawn' })
  readonly reason!: string;

  @IdField({ kind: 'taxBill', description: 'Which bill, where several are paid', optional: true })
  readonly billId?: string;

  @ListField(() => RefundedTaxDto, {
    description: 'How much of each tax; left out: all that was paid too much',
    min: 1,
    max: 4,
    optional: true,
  })
  readonly taxes?: RefundedTaxDto[];
}

/** Taxes of an import that were paid too much, asked back. */
export class ImportTaxRefundDto {
  @IdField({ kind: 'importTaxRefund', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'declaration', description: 'The import' })
  readonly declarationId!: string;

  @IdField({ kind: 'taxBill', description: 'The bill that was paid' })
  readonly billId!: string;

  @TextField({ description: 'Its number (税单号)', max: 40, example: '310420261000000001' })
  readonly taxNumber!: string;

  @IdField({ kind: 'party', description: 'Who imports, and paid' })
  readonly importerId!: string;

  @IdField({
    kind: 'declarationRequest',
    description: 'What was sent to customs about it: `GET /v1/customs/declarations/{id}/requests`',
  })
  readonly requestId!: string;

  @EnumField({
    description:
      'Where it stands: `asked`, until customs has answered; `granted`: the treasury is to pay; `paid`: all of it is there; `refused`',
    values: TAX_REFUND_STATES,
  })
  readonly state!: string;

  @TextField({ description: 'Why it was asked for', max: 900, example: 'The declaration was withdrawn' })
  readonly reason!: string;

  @MoneyField({ description: 'What is asked for' })
  readonly amount!: MoneyDto;

  @ListField(() => RefundedTaxDto, { description: 'Tax by tax', max: 4 })
  readonly taxes!: RefundedTaxDto[];

  @DateField({ description: 'The last day on which it could be asked for', example: '2029-12-03' })
  readonly askBy!: string;

  @MoneyField({ description: 'What customs gives back; null until it has said', nullable: true })
  readonly granted!: MoneyDto | null;

  @MoneyField({ description: 'Interest on top of it; null until customs has said', nullable: true })
  readonly interest!: MoneyDto | null;

  @TextField({
    description: 'Under which the treasury pays (收入退还书)',
    max: 40,
    nullable: true,
    example: 'TS000001',
  })
  readonly number!: string | null;

  @TextField({ description: 'Why not', max: 4_000, min: 0, nullable: true, example: '申请理由不充分' })
  readonly outcomeReason!: string | null;

  @MoneyField({ description: 'What has come so far' })
  readonly received!: MoneyDto;

  @InstantField({ description: 'When all of it was there', nullable: true })
  readonly paidAt!: string | null;

  @InstantField({ description: 'When the money should be there, or is told of again', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, refund: ImportTaxRefund): ImportTaxRefundDto {
    const { taxNumber, state, reason, askBy, number, outcomeReason } = refund;
    return {
      ...{ taxNumber, state, reason, askBy, number, outcomeReason },
      id: publicId('importTaxRefund', refund.id),
      declarationId: publicId('declaration', refund.declarationId),
      billId: publicId('taxBill', refund.billId),
      importerId: publicId('party', refund.partyId),
      requestId: publicId('declarationRequest', refund.requestId),
      amount: refund.amount.toJSON(),
      taxes: [...refund.shares],
      granted: refund.granted?.toJSON() ?? null,
      interest: refund.interest?.toJSON() ?? null,
      received: refund.received.toJSON(),
      paidAt: refund.paidAt?.toISOString() ?? null,
      expectedBy: refund.expectedBy?.toISOString() ?? null,
      ...stampsOf(refund),
    };
  }
}

export class ImportTaxRefundPageDto extends PageOf(ImportTaxRefundDto) {}

export class ImportTaxRefundsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(TAX_REFUND_STATES),
    max: 80,
    optional: true,
    example: 'granted',
  })
  readonly state?: string;

  @IdField({ description: 'Only of this import', kind: 'declaration', optional: true })
  readonly declarationId?: string;

  @IdField({ description: 'Only of this bill', kind: 'taxBill', optional: true })
  readonly billId?: string;
}
