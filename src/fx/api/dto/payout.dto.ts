import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId, publicIdOrBlank } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  DateField,
  EnumField,
  IdField,
  IdOrBlankField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { PAYOUT, type PayoutState } from '../../domain/payouts/payout-status.js';
import { type Payout } from '../../entities/payout.entity.js';

const PURPOSES = ['collection', 'refund', 'advance', 'indemnity', 'recovery'] as const;

export class PayoutDto extends WithApprovalDto {
  @IdField({ description: 'Id of the payout', kind: 'payout' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['payout'], example: 'payout' })
  object!: 'payout';

  @EnumField({ description: 'State', values: PAYOUT.states, example: 'confirmed' })
  state!: PayoutState;

  @TextListField({ description: 'Commands that can be given now', values: PAYOUT.commands, max: 6, maxLength: 40 })
  allowedActions!: string[];

  @IdOrBlankField({ description: 'The order that the money came from; empty of what was lent on none', kind: 'order' })
  orderId!: string;

  @IdField({ description: 'The seller who is paid', kind: 'party' })
  sellerId!: string;

  @MoneyField({ description: 'What is paid out' })
  amount!: MoneyJson;

  @EnumField({ description: 'What the money was released from', values: PURPOSES, example: 'collection' })
  purpose!: (typeof PURPOSES)[number];

  @TextField({ description: 'The account paid to: its last four characters', max: 4, nullable: true, example: '3456' })
  accountEnding!: string | null;

  @TextField({
    description: 'Message and end-to-end id of the latest order to the bank; null while there was none',
    max: 40,
    nullable: true,
    example: 'pay_01jdq3x7k2e9ta6v0m8r4c5wzb-1',
  })
  messageId!: string | null;

  @DateField({
    description: 'The day on which the bank is to carry out the latest order; null while there was none',
    nullable: true,
    example: '2026-11-24',
  })
  executionDate!: string | null;

  @IdField({ description: 'The message that it goes in together with others', kind: 'payoutBatch', nullable: true })
  batchId!: string | null;

  @IntegerField({ description: 'Orders written to the bank so far', min: 0, example: 1 })
  attempt!: number;

  @TextField({
    description: 'Why it was refused: ISO 20022 reason, or a code of ours',
    max: 60,
    nullable: true,
    example: 'AC04',
  })
  reasonCode!: string | null;

  @TextField({ description: 'The same in words', max: 1_000, nullable: true })
  reason!: string | null;

  @TextField({ description: 'The bank’s own reference', max: 100, nullable: true, example: 'BNK795000001' })
  bankReference!: string | null;

  @InstantField({ description: 'When the bank should have reported; null when nothing is awaited', nullable: true })
  expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When the money was released', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, payout: Payout, language: Language): PayoutDto {
    return {
      id: publicId('payout', payout.id),
      object: 'payout',
      state: payout.state,
      allowedActions: payout.allowedActions,
      ...approvalOf(payout.approval, language),
      orderId: publicIdOrBlank('order', payout.orderId),
      sellerId: publicId('party', payout.partyId),
      amount: payout.amount.toJSON(),
      purpose: payout.purpose,
      accountEnding: payout.creditor?.accountNumber.slice(-4) ?? null,
      messageId: payout.attempt === 0 ? null : payout.messageId,
      executionDate: payout.executionOn,
      batchId: payout.batchId === null ? null : publicId('payoutBatch', payout.batchId),
      attempt: payout.attempt,
      reasonCode: payout.reasonCode,
      reason: payout.causes === null ? payout.reason : reasonIn(payout.causes, language),
      bankReference: payout.bankReference,
      expectedBy: payout.expectedBy?.toISOString() ?? null,
      ...stampsOf(payout),
    };
  }
}

export class PayoutPageDto extends PageOf(PayoutDto) {}

export class PayoutsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(PAYOUT.states),
    max: 80,
    optional: true,
    example: 'rejected',
  })
  state?: string;

  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;
}
