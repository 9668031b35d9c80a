import { parseId, publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type NewCall } from '../../application/margins/margin-calls.js';
import { MARGIN_CALL, MARGIN_CALL_STATES } from '../../domain/margins/margin-call-status.js';
import { type MarginCall } from '../../entities/margin-call.entity.js';

export class MarginCallRequest {
  @IdField({ kind: 'forward', description: 'For which contract' })
  readonly forwardId!: string;

  @MoneyField({ description: 'How much, in CNY', positive: true, example: { amount: '1500.00', currency: 'CNY' } })
  readonly amount!: MoneyJson;

  @DateField({ description: 'By when it is to be paid', example: '2036-11-27' })
  readonly dueOn!: string;

  @TextField({ description: 'Of the bank’s demand; the same one is kept once', max: 35, example: 'MC-2026-0042' })
  readonly bankReference!: string;

  static toCall(this: void, { forwardId, amount, dueOn, bankReference }: MarginCallRequest): NewCall {
    return { forwardId: parseId('forward', forwardId), amount: Money.fromJSON(amount), dueOn, bankReference };
  }
}

/** Margin that the bank calls for a forward, on top of its deposit (追加保证金). */
export class MarginCallDto {
  @IdField({ kind: 'marginCall', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'forward', description: 'For which contract' })
  readonly forwardId!: string;

  @IdField({ kind: 'party', description: 'Who owes it' })
  readonly sellerId!: string;

  @MoneyField({ description: 'How much' })
  readonly amount!: MoneyJson;

  @DateField({ description: 'When it was called' })
  readonly calledOn!: string;

  @DateField({ description: 'By when it is to be paid' })
  readonly dueOn!: string;

  @TextField({ description: 'Of the bank’s demand', max: 35 })
  readonly bankReference!: string;

  @EnumField({ description: 'Where it stands', values: MARGIN_CALL_STATES, example: 'called' })
  readonly state!: string;

  @TextListField({ description: 'What can be done next', values: MARGIN_CALL.commands, max: 3 })
  readonly allowedActions!: string[];

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was kept' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static from(this: void, call: MarginCall): MarginCallDto {
    const { calledOn, dueOn, bankReference, state } = call;
    return {
      id: publicId('marginCall', call.id),
      forwardId: publicId('forward', call.forwardId),
      sellerId: publicId('party', call.partyId),
      ...{ amount: call.amount.toJSON(), calledOn, dueOn, bankReference, state },
      ...{ allowedActions: MARGIN_CALL.allowedActions(state), ...stampsOf(call) },
    };
  }
}

export class MarginCallPageDto extends PageOf(MarginCallDto) {}

export class MarginCallsQuery extends DatedPageQuery {
  @IdField({ kind: 'forward', description: 'Only of this contract', optional: true })
  forwardId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'called,paid',
    pattern: wordsPattern(MARGIN_CALL_STATES),
  })
  state?: string;
}
