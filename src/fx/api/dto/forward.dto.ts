import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { Decimal } from '../../../kernel/decimal.js';
import { parseId, publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type ForwardOrder } from '../../application/forwards/forwards.js';
import { FORWARD_MOVE } from '../../domain/forwards/forward-move-status.js';
import { SETTLEMENTS } from '../../domain/forwards/forward-parts.js';
import { FORWARD, type ForwardState } from '../../domain/forwards/forward-status.js';
import { type Forward } from '../../entities/forward.entity.js';
import { type ForwardMove } from '../../entities/forward-move.entity.js';

export class ForwardRequest {
  @IdField({ description: 'A quote for something new', kind: 'forwardQuote' })
  quoteId!: string;

  @DecimalField({
    description:
      'The worst rate to take should it wait for a second person; half a percent worse than the quote unless you say',
    optional: true,
    example: '700',
  })
  worstRate?: string;

  @InstantField({
    description: 'Until when it may be booked, should it wait',
    optional: true,
    example: '2036-04-01T08:00:00.000Z',
  })
  validUntil?: string;

  toOrder(): ForwardOrder {
    const { quoteId, worstRate, validUntil } = this;
    return {
      quoteId: parseId('forwardQuote', quoteId),
      worstRate: worstRate === undefined ? undefined : new Decimal(worstRate),
      validUntil: validUntil === undefined ? undefined : new Date(validUntil),
    };
  }
}

export class ForwardDeliveryRequest {
  @MoneyField({
    description: 'What is delivered; as much as is open and has come unless said',
    positive: true,
    optional: true,
  })
  amount?: MoneyJson;

  toAmount(): Money | null {
    return this.amount === undefined ? null : Money.fromJSON(this.amount);
  }
}

export class ForwardEndRequest {
  @IdField({ description: 'A quote for this, of this contract', kind: 'forwardQuote' })
  quoteId!: string;
}

export class ForwardMoveDto {
  @IdField({ description: 'Id of the part', kind: 'forwardMove' })
  id!: string;

  @EnumField({
    description: 'What became of it: delivered, rolled over, closed out',
    values: SETTLEMENTS,
    example: 'delivery',
  })
  kind!: string;

  @EnumField({ description: 'State', values: FORWARD_MOVE.states, example: 'done' })
  state!: string;

  @MoneyField({ description: 'How much of the contract' })
  amount!: MoneyJson;

  @DecimalField({
    description: 'The contract’s rate on a delivery, else the market’s; CNY for `unit`',
    example: '703.6',
  })
  rate!: string;

  @MoneyField({ description: 'What the seller got for it in CNY; below zero it paid; nothing of a delivery' })
  result!: MoneyJson;

  @IdField({ description: 'The exchange that a delivery is', kind: 'conversion', nullable: true })
  conversionId!: string | null;

  @IdField({ description: 'The contract that carries it on', kind: 'forward', nullable: true })
  nextId!: string | null;

  @TextField({ description: 'The bank’s number', max: 100, nullable: true, example: 'FXD795000001' })
  bankReference!: string | null;

  @DateField({ description: 'Day from which the bank’s money counts', nullable: true, example: '2027-02-26' })
  valueDate!: string | null;

  @TextField({ description: 'Why the bank refused', max: 4_000, nullable: true })
  reason!: string | null;

  @InstantField({ description: 'When the bank should have answered', nullable: true })
  expectedBy!: string | null;

  @InstantField({ description: 'When it was ordered', example: '2027-02-26T02:00:00.000Z' })
  createdAt!: string;

  static from(this: void, move: ForwardMove): ForwardMoveDto {
    return {
      id: publicId('forwardMove', move.id),
      kind: move.kind,
      state: move.state,
      amount: move.amount.toJSON(),
      rate: move.rate.toFixed(),
      result: move.result.toJSON(),
      conversionId: move.conversionId === null ? null : publicId('conversion', move.conversionId),
      nextId: move.nextId === null ? null : publicId('forward', move.nextId),
      bankReference: move.bankReference,
      valueDate: move.valueDate,
      reason: move.reason,
      expectedBy: move.expectedBy?.toISOString() ?? null,
      createdAt: move.createdAt.toISOString(),
    };
  }
}

export class ForwardDto extends WithApprovalDto {
  @IdField({ description: 'Id of the contract', kind: 'forward' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['forward'], example: 'forward' })
  object!: 'forward';

  @EnumField({
    description:
      '`sell`: the order’s currency is sold (远期结汇); `buy`: one that its seller owes on it is bought (远期购汇)',
    values: ['sell', 'buy'],
    example: 'sell',
  })
  side!: 'sell' | 'buy';

  @EnumField({ description: 'State', values: FORWARD.states, example: 'booked' })
  state!: ForwardState;

  @TextListField({ description: 'Commands that can be given now', values: FORWARD.commands, max: 5, maxLength: 40 })
  allowedActions!: string[];

  @IdField({ description: 'The quote that it was made at, with its calculation', kind: 'forwardQuote' })
  quoteId!: string;

  @IdField({ description: 'The contract that it carries on', kind: 'forward', nullable: true })
  rolledFrom!: string | null;

  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @IdField({
    description: 'The order whose currency it sells, or on which it is owed; null of what is owed on none',
    kind: 'order',
    nullable: true,
  })
  orderId!: string | null;

  @MoneyField({ description: 'What is sold or bought' })
  amount!: MoneyJson;

  @MoneyField({ description: 'Delivered of it' })
  delivered!: MoneyJson;

  @MoneyField({ description: 'Rolled over of it' })
  rolled!: MoneyJson;

  @MoneyField({ description: 'Closed out of it' })
  closedOut!: MoneyJson;

  @MoneyField({ description: 'With the bank to be delivered, rolled over or closed out' })
  moving!: MoneyJson;

  @MoneyField({ description: 'The rest' })
  open!: MoneyJson;

  @MoneyField({
    description:
      'By how much the order brings less than is sold forward of it, or less is owed than is bought, when that was last found',
  })
  excess!: MoneyJson;

  @DecimalField({ description: 'CNY for `unit` of the currency', example: '703.6' })
  rate!: string;

  @DecimalField({ description: 'As Chinese boards quote', example: '100' })
  unit!: string;

  @DateField({ description: 'First day of delivery', example: '2027-02-26' })
  startsOn!: string;

  @DateField({ description: 'Last day of delivery', example: '2027-02-26' })
  dueOn!: string;

  @MoneyField({ description: 'Deposit for the whole amount' })
  deposit!: MoneyJson;

  @MoneyField({ description: 'What is held now: the deposit in proportion to what is open, and what was set aside' })
  held!: MoneyJson;

  @MoneyField({
    description: 'Of `held`, with `buy`: CNY that would have gone to the seller, kept for the price',
  })
  setAside!: MoneyJson;

  @TextField({ description: 'The bank’s number of the contract', max: 100, nullable: true, example: 'FWD795000001' })
  contractNumber!: string | null;

  @DecimalField({ description: 'The worst rate that it may be booked at once it is approved', example: '700.1' })
  worstRate!: string;

  @InstantField({ description: 'Until when it may be booked; null without such a time', nullable: true })
  validUntil!: string | null;

  @TextField({ description: 'Why the bank refused it, or why it lapsed', max: 4_000, nullable: true })
  reason!: string | null;

  @ListField(() => ForwardMoveDto, { description: 'What became of it, part by part', max: 10_000 })
  moves!: ForwardMoveDto[];

  @InstantField({ description: 'When the bank should have booked it; null when nothing is awaited', nullable: true })
  expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was ordered', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, forward: Forward, moves: readonly ForwardMove[], language: Language): ForwardDto {
    const { causes, parts } = forward;
    return {
      ...approvalOf(forward.approval, language),
      id: publicId('forward', forward.id),
      object: 'forward',
      side: forward.side,
      state: forward.state,
      allowedActions: FORWARD.allowedActions(forward.state),
      quoteId: publicId('forwardQuote', forward.quoteId),
      rolledFrom: forward.rolledFrom === null ? null : publicId('forward', forward.rolledFrom),
      sellerId: publicId('party', forward.partyId),
      orderId: forward.orderId === null ? null : publicId('order', forward.orderId),
      amount: parts.amount.toJSON(),
      delivered: parts.delivered.toJSON(),
      rolled: parts.rolled.toJSON(),
      closedOut: parts.closed.toJSON(),
      moving: parts.moving.toJSON(),
      open: forward.open.toJSON(),
      excess: forward.excess.toJSON(),
      rate: forward.rate.toFixed(),
      unit: forward.unit.toFixed(),
      startsOn: forward.startsOn,
      dueOn: forward.dueOn,
      deposit: forward.deposit.toJSON(),
      held: forward.held.toJSON(),
      setAside: forward.setAside.toJSON(),
      contractNumber: forward.contractNumber,
      worstRate: forward.worstRate.toFixed(),
      validUntil: forward.validUntil?.toISOString() ?? null,
      reason: causes === null ? forward.reason : reasonIn(causes, language),
      moves: moves.filter(({ forwardId }) => forwardId === forward.id).map(ForwardMoveDto.from),
      expectedBy: forward.expectedBy?.toISOString() ?? null,
      ...stampsOf(forward),
    };
  }
}

export class ForwardPageDto extends PageOf(ForwardDto) {}

export class ForwardsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(FORWARD.states),
    max: 120,
    optional: true,
    example: 'booked,partly_delivered',
  })
  state?: string;

  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;
}
