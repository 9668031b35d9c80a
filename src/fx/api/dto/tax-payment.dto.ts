import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
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
import { PAYOUT } from '../../domain/payouts/payout-status.js';
import { type TaxPayment } from '../../entities/tax-payment.entity.js';

/** A payment to the treasury, as it stands at the bank. */
abstract class TreasuryPaymentDto extends WithApprovalDto {
  @IdField({ description: 'Id of the payment', kind: 'taxPayment' })
  readonly id!: string;

  @EnumField({ description: 'State', values: PAYOUT.states, example: 'confirmed' })
  readonly state!: string;

  @MoneyField({ description: 'What is paid' })
  readonly amount!: MoneyJson;

  @TextField({ description: 'The account of the treasury: its last four characters', max: 4, example: '7001' })
  readonly accountEnding!: string;

  @TextField({
    description: 'The text of the payment: the number of the bill or of the notice',
    max: 140,
    example: '310420261000000001',
  })
  readonly remittance!: string;

  @TextField({
    description: 'Message and end-to-end id of the latest order to the bank; null while there was none',
    max: 40,
    nullable: true,
    example: 'txp_01jdq3x7k2e9ta6v0m8r4c5wzb-1',
  })
  readonly messageId!: string | null;

  @IntegerField({ description: 'Orders written to the bank so far', min: 0, example: 1 })
  readonly attempt!: number;

  @TextField({ description: 'Why not: ISO 20022 reason, or a code of ours', max: 60, nullable: true, example: 'AM04' })
  readonly reasonCode!: string | null;

  @TextField({ description: 'The same in words', max: 1_000, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'The bank’s own reference', max: 100, nullable: true, example: 'BNK795000001' })
  readonly bankReference!: string | null;

  @InstantField({ description: 'When the bank should have reported; null when nothing is awaited', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;
}

function standing(payment: TaxPayment, language: Language): TreasuryPaymentDto {
  const { state, attempt, remittance, reasonCode, reason, causes, bankReference } = payment;
  return {
    id: publicId('taxPayment', payment.id),
    ...{ state, attempt, remittance, reasonCode, bankReference },
    ...approvalOf(payment.approval, language),
    amount: payment.amount.toJSON(),
    accountEnding: payment.creditor.accountNumber.slice(-4),
    messageId: attempt === 0 ? null : payment.messageId,
    reason: causes === null ? reason : reasonIn(causes, language),
    expectedBy: payment.expectedBy?.toISOString() ?? null,
    ...stampsOf(payment),
  };
}

export class TaxPaymentDto extends TreasuryPaymentDto {
  @IdField({ description: 'The tax bill that is paid', kind: 'taxBill' })
  readonly billId!: string;

  @IdField({ description: 'Whose money it is', kind: 'party' })
  readonly importerId!: string;

  static from(this: void, payment: TaxPayment, language: Language): TaxPaymentDto {
    const { cause, partyId } = payment;
    if (cause.kind !== 'customs_tax') throw new Error(`Payment ${payment.id} is of no tax bill`);
    const importerId = publicId('party', partyId);
    return { ...standing(payment, language), billId: publicId('taxBill', cause.billId), importerId };
  }
}

export class ClawbackPaymentDto extends TreasuryPaymentDto {
  @IdField({ description: 'The claim whose refund is given back', kind: 'claim' })
  readonly claimId!: string;

  @IntegerField({ description: 'Which recovery of the claim it is', min: 1, example: 1 })
  readonly number!: number;

  @TextField({ description: "Number of the bureau's notice", max: 200, example: 'ZH-2026-0001' })
  readonly letter!: string;

  @IdField({ description: 'Whose money it is', kind: 'party' })
  readonly sellerId!: string;

  static from(this: void, payment: TaxPayment, language: Language): ClawbackPaymentDto {
    const { cause, partyId } = payment;
    if (cause.kind !== 'refund_clawback') throw new Error(`Payment ${payment.id} is of no recovery`);
    const { claimId, clawbackNumber: number, letter } = cause;
    const facts = { claimId: publicId('claim', claimId), number, letter, sellerId: publicId('party', partyId) };
    return { ...standing(payment, language), ...facts };
  }
}

export class ClawbackPaymentPageDto extends PageOf(ClawbackPaymentDto) {}

export class ClawbackPaymentsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(PAYOUT.states),
    max: 80,
    optional: true,
    example: 'rejected',
  })
  readonly state?: string;

  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;

  @IdField({ description: 'Only of this claim', kind: 'claim', optional: true })
  readonly claimId?: string;
}

export class TaxPaymentPageDto extends PageOf(TaxPaymentDto) {}

export class TaxPaymentsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(PAYOUT.states),
    max: 80,
    optional: true,
    example: 'rejected',
  })
  readonly state?: string;

  @IdField({ description: "Only this importer's", kind: 'party', optional: true })
  readonly importerId?: string;

  @IdField({ description: 'Only of this bill', kind: 'taxBill', optional: true })
  readonly billId?: string;
}
