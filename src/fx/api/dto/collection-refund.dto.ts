import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type RefundWish } from '../../application/refunds/collection-refunds.js';
import { REFUND, REFUND_REASONS, type RefundReason, type RefundState } from '../../domain/refunds/refund-status.js';
import { type CollectionRefund } from '../../entities/collection-refund.entity.js';

export class CollectionRefundDto extends WithApprovalDto {
  @IdField({
    description: 'Id of the refund; message and end-to-end id of the order to the bank',
    kind: 'collectionRefund',
  })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['collectionRefund'], example: 'collectionRefund' })
  object!: 'collectionRefund';

  @EnumField({ description: 'State', values: REFUND.states, example: 'confirmed' })
  state!: RefundState;

  @IdField({ description: 'The money that it is part of', kind: 'collection' })
  collectionId!: string;

  @IdField({ description: 'The seller whose account it leaves', kind: 'party' })
  sellerId!: string;

  @MoneyField({ description: 'What goes back' })
  amount!: MoneyJson;

  @MoneyField({ description: 'Of that, what was in the account under review (待核查账户)' })
  fromReview!: MoneyJson;

  @EnumField({ description: 'Why', values: REFUND_REASONS, example: 'over_payment' })
  reasonCode!: RefundReason;

  @TextField({ description: 'The same in words', max: 500, nullable: true, example: 'Paid INV-2026-001 twice' })
  note!: string | null;

  @TextField({ description: 'Who is paid: the payer of the money', max: 140, example: 'Hamburg Toys GmbH' })
  payeeName!: string;

  @TextField({ description: 'The account that it came from: its last four characters', max: 4, example: '3000' })
  accountEnding!: string;

  @TextField({ description: 'What the payer reads', max: 140, example: 'REFUND BNK795000002 OVER PAYMENT' })
  remittance!: string;

  @DateField({
    description: 'The day on which the bank is to carry it out; null until it is ordered',
    nullable: true,
    example: '2026-11-24',
  })
  executionDate!: string | null;

  @IdField({
    description:
      'The declaration of the receipt to SAFE, where the bank has it: what goes back is declared with the remark 退',
    kind: 'bopDeclaration',
    nullable: true,
  })
  bopDeclarationId!: string | null;

  @TextField({
    description: 'Why it did not arrive: ISO 20022 reason, or a code of ours',
    max: 60,
    nullable: true,
    example: 'AC04',
  })
  refusalCode!: string | null;

  @TextField({ description: 'The same in words', max: 1_000, nullable: true })
  refusal!: string | null;

  @TextField({ description: 'The bank’s own reference', max: 100, nullable: true, example: 'BNK795000001' })
  bankReference!: string | null;

  @InstantField({ description: 'When the bank should have reported; null when nothing is awaited', nullable: true })
  expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was asked for', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, refund: CollectionRefund, language: Language): CollectionRefundDto {
    const { collectionId, partyId, bopDeclarationId, causes } = refund;
    return {
      id: refund.messageId,
      object: 'collectionRefund',
      state: refund.state,
      ...approvalOf(refund.approval, language),
      collectionId: publicId('collection', collectionId),
      sellerId: publicId('party', partyId),
      amount: refund.amount.toJSON(),
      fromReview: refund.fromReview.toJSON(),
      reasonCode: refund.reasonCode,
      note: refund.note,
      payeeName: refund.payeeName,
      accountEnding: refund.payeeEnding,
      remittance: refund.remittance,
      executionDate: refund.executionOn,
      bopDeclarationId: bopDeclarationId === null ? null : publicId('bopDeclaration', bopDeclarationId),
      refusalCode: refund.refusalCode,
      refusal: causes === null ? refund.refusal : reasonIn(causes, language),
      bankReference: refund.bankReference,
      expectedBy: refund.expectedBy?.toISOString() ?? null,
      ...stampsOf(refund),
    };
  }
}

export class CollectionRefundPageDto extends PageOf(CollectionRefundDto) {}

export class CollectionRefundsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(REFUND.states),
    max: 120,
    optional: true,
    example: 'rejected',
  })
  state?: string;

  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only of this money', kind: 'collection', optional: true })
  collectionId?: string;
}

export class CollectionRefundRequest {
  @MoneyField({ description: 'So much of it, in its currency; all that is left, where it is left out', optional: true })
  amount?: MoneyJson;

  @EnumField({ description: 'Why', values: REFUND_REASONS, example: 'over_payment' })
  reasonCode!: RefundReason;

  @TextField({ description: 'The same in words, for the file', max: 500, optional: true, example: 'Paid twice' })
  note?: string;

  static wish(this: void, { amount, reasonCode, note }: CollectionRefundRequest): RefundWish {
    return { amount: amount === undefined ? undefined : Money.fromJSON(amount), reasonCode, note };
  }
}
