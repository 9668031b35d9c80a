import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../domain/safe/trade-background.js';
import { FUNDS_REVIEW, TRADE_CHECK } from '../../domain/safe/trade-check-status.js';
import { ENTERPRISE_CLASSES } from '../../entities/enterprise-classes.table.js';
import { type FundsReview } from '../../entities/funds-review.entity.js';
import { type TradeCheck } from '../../entities/trade-check.entity.js';
import { ExplanationDto } from './explanation.dto.js';

const WEIGHTS = ['note', 'doubt', 'block'] as const;
const ACTOR = { max: 200, example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb' } as const;

export class TradeFindingDto {
  @TextField({ description: 'What is not shown', max: 60, example: 'NO_DECLARATION' })
  readonly code!: string;

  @EnumField({ description: 'A note holds nothing up', values: WEIGHTS, example: 'doubt' })
  readonly weight!: string;

  @TextField({ description: 'In words', max: 500 })
  readonly what!: string;

  @TextField({ description: 'What to bring', max: 500, example: 'Contract and invoice, or the export declaration' })
  readonly bring!: string;
}

export class TradeEvidenceDto {
  @EnumField({ description: 'What kind of paper', values: EVIDENCE_KINDS, example: 'contract' })
  readonly kind!: string;

  @TextField({ description: 'Its number', max: 100, example: 'NB-2026-118' })
  readonly number!: string;

  @TextField({ description: 'What is to be said of it', max: 500, nullable: true })
  readonly note!: string | null;

  @TextField({ description: 'Who brought it', ...ACTOR })
  readonly by!: string;

  @InstantField({ description: 'When' })
  readonly at!: string;
}

export class TradeAcceptanceDto {
  @TextField({ description: 'Who accepted it', ...ACTOR })
  readonly by!: string;

  @InstantField({ description: 'When' })
  readonly at!: string;

  @TextField({ description: 'Why', max: 500 })
  readonly reason!: string;
}

export class TradeCheckDto {
  @IdField({ description: 'Id of the check', kind: 'tradeCheck' })
  readonly id!: string;

  @IdField({ description: 'The order whose money it is', kind: 'order' })
  readonly orderId!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  readonly sellerId!: string;

  @EnumField({
    description: 'State; `passed` and `accepted` let the money be used',
    values: TRADE_CHECK.states,
    example: 'passed',
  })
  readonly state!: string;

  @TextListField({ description: 'Commands that can be given now', values: TRADE_CHECK.commands, max: 5, maxLength: 40 })
  readonly allowedActions!: readonly string[];

  @EnumField({ description: 'Class of the seller when it was looked at', values: ENTERPRISE_CLASSES, example: 'A' })
  readonly enterpriseClass!: string;

  @MoneyField({ description: 'What had come for the order' })
  readonly received!: MoneyJson;

  @ListField(() => TradeFindingDto, { description: 'What is not shown, and what to bring', max: 50 })
  readonly findings!: readonly TradeFindingDto[];

  @ListField(() => TradeEvidenceDto, { description: 'What was brought', max: 1_000 })
  readonly evidence!: readonly TradeEvidenceDto[];

  @ObjectField(() => TradeAcceptanceDto, { description: 'What a second person took for shown', nullable: true })
  readonly acceptance!: TradeAcceptanceDto | null;

  @ObjectField(() => ExplanationDto, { description: 'How it was judged' })
  readonly explanation!: ExplanationDto;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was first looked at' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, check: TradeCheck, language: Language): TradeCheckDto {
    const { state, enterpriseClass, findings, evidence, acceptance, explanation } = check;
    return {
      id: publicId('tradeCheck', check.id),
      orderId: publicId('order', check.orderId),
      sellerId: publicId('party', check.partyId),
      ...{ state, enterpriseClass, evidence, acceptance },
      allowedActions: TRADE_CHECK.allowedActions(state),
      received: check.received.toJSON(),
      findings: findings.map(({ code, weight, what, bring }) => ({
        ...{ code, weight, what: told(what, language), bring: told(bring, language) },
      })),
      explanation: ExplanationDto.from(explanation),
      ...stampsOf(check),
    };
  }
}

export class TradeCheckPageDto extends PageOf(TradeCheckDto) {}

export class TradeChecksQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(TRADE_CHECK.states),
    max: 100,
    optional: true,
    example: 'doubtful,blocked',
  })
  readonly state?: string;

  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;

  @IdField({ description: 'Only of this order', kind: 'order', optional: true })
  readonly orderId?: string;
}

export class NewTradeEvidenceDto {
  @EnumField({ description: 'What kind of paper', values: EVIDENCE_KINDS, example: 'contract' })
  readonly kind!: EvidenceKind;

  @TextField({ description: 'Its number', max: 100, example: 'NB-2026-118' })
  readonly number!: string;

  @TextField({ description: 'What is to be said of it', max: 500, optional: true })
  readonly note?: string;
}

export class TradeAcceptanceRequest {
  @TextField({ description: 'Why the evidence is enough', max: 500, example: 'Contract seen in the original' })
  readonly reason!: string;
}

export class FundsReviewDto {
  @IdField({ description: 'Id', kind: 'fundsReview' })
  readonly id!: string;

  @IdField({ description: 'The receipt', kind: 'collection' })
  readonly collectionId!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  readonly sellerId!: string;

  @EnumField({ description: 'State', values: FUNDS_REVIEW.states, example: 'held' })
  readonly state!: string;

  @EnumField({ description: 'Class of the seller on the day of the credit', values: ENTERPRISE_CLASSES, example: 'B' })
  readonly enterpriseClass!: string;

  @MoneyField({ description: 'What was credited to the account under review' })
  readonly amount!: MoneyJson;

  @MoneyField({ description: 'What has left it' })
  readonly released!: MoneyJson;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it came' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, review: FundsReview): FundsReviewDto {
    const { state, enterpriseClass } = review;
    return {
      id: publicId('fundsReview', review.id),
      collectionId: publicId('collection', review.collectionId),
      sellerId: publicId('party', review.partyId),
      ...{ state, enterpriseClass },
      amount: review.amount.toJSON(),
      released: review.released.toJSON(),
      ...stampsOf(review),
    };
  }
}

export class FundsReviewPageDto extends PageOf(FundsReviewDto) {}

export class FundsReviewsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(FUNDS_REVIEW.states),
    max: 100,
    optional: true,
    example: 'held',
  })
  readonly state?: string;

  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;

  @IdField({ description: 'Only of this receipt', kind: 'collection', optional: true })
  readonly collectionId?: string;
}
