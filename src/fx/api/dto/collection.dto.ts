import { InputCheck } from '../../../kernel/input-check.js';
import { parseId, publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  DecimalField,
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
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type MatchedCollection } from '../../application/collections/collection-rows.js';
import { COLLECTION, type CollectionState } from '../../domain/collections/collection-status.js';
import { MATCH_FLAGS, type MatchedBy } from '../../domain/collections/match-collection.js';
import { type ShareWish } from '../../application/collections/collection-commands.js';
import { SAY } from '../../domain/fx.sentences.js';
import { type Allocation } from '../../entities/allocation.entity.js';
import { ExplanationDto } from './explanation.dto.js';
import { SuggestionDto } from './suggestion.dto.js';

export const MATCHED_BY = ['reference', 'payer_and_amount', 'payer', 'person'] as const;

export class AllocationDto {
  @IdField({ description: 'The order that it pays for', kind: 'order' })
  orderId!: string;

  @MoneyField({ description: 'So much of the collection' })
  amount!: MoneyJson;

  @MoneyField({ description: 'Taken from it for what the seller owes on this order in this currency, such as freight' })
  duesTaken!: MoneyJson;

  @EnumField({ description: 'How it was found', values: MATCHED_BY, example: 'reference' })
  by!: MatchedBy;

  @IdField({ description: 'What converted it by itself, if anything did', kind: 'conversion', nullable: true })
  conversionId!: string | null;

  static from(this: void, { orderId, amount, dues, matchedBy, conversionId }: Allocation): AllocationDto {
    return {
      orderId: publicId('order', orderId),
      amount: amount.toJSON(),
      duesTaken: dues.toJSON(),
      by: matchedBy,
      conversionId: conversionId === null ? null : publicId('conversion', conversionId),
    };
  }
}

export class CollectionDto {
  @IdField({ description: 'Id of the collection', kind: 'collection' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['collection'], example: 'collection' })
  object!: 'collection';

  @IdField({ description: 'The seller whose account it came in on', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The account', kind: 'collectionAccount' })
  accountId!: string;

  @EnumField({ description: 'State', values: COLLECTION.states, example: 'matched' })
  state!: CollectionState;

  @TextListField({ description: 'Commands that can be given now', values: COLLECTION.commands, max: 14, maxLength: 40 })
  allowedActions!: string[];

  @EnumField({
    description: 'Debits and reversals are recorded and set aside, not booked',
    values: ['credit', 'debit', 'reversal'],
    example: 'credit',
  })
  kind!: 'credit' | 'debit' | 'reversal';

  @MoneyField({ description: 'What was booked on the account' })
  amount!: MoneyJson;

  @MoneyField({ description: 'Kept by banks on the way, where they say so', nullable: true })
  charges!: MoneyJson | null;

  @MoneyField({ description: 'What pays for no order yet; over-payments beyond the tolerance stay here' })
  surplus!: MoneyJson;

  @MoneyField({ description: 'On its way back to the payer: it can pay for nothing' })
  refunding!: MoneyJson;

  @MoneyField({ description: 'Gone back to the payer' })
  refunded!: MoneyJson;

  @BooleanField({ description: 'Whether the bank has said which account it came from: without it nothing can go back' })
  isPayerAccountKnown!: boolean;

  @TextField({ description: 'The payer, as the bank names it', max: 140, nullable: true, example: 'Hamburg Toys GmbH' })
  payerName!: string | null;

  @TextField({ description: 'Country of the payer', max: 2, nullable: true, example: 'DE' })
  payerCountry!: string | null;

  @TextField({ description: 'What the payer wrote', min: 0, max: 100_000, example: 'INV-2026-001' })
  remittance!: string;

  @TextField({ description: 'The bank’s own reference', max: 200, example: 'BNK795000002' })
  bankReference!: string;

  @IdField({
    description: 'Of a reversal: the movement that it takes back, as far as the bank says so',
    kind: 'collection',
    nullable: true,
  })
  reverses!: string | null;

  @DateField({ description: 'Day of booking', example: '2026-11-24' })
  bookedOn!: string;

  @DateField({ description: 'Day from which the money counts', example: '2026-11-24' })
  valueDate!: string;

  @ListField(() => AllocationDto, { description: 'The orders that it pays for', max: 1_000 })
  allocations!: AllocationDto[];

  @DecimalField({
    description: 'How sure the match is, from 0 to 1; null where nothing is matched',
    nullable: true,
    example: '0.99',
  })
  confidence!: string | null;

  @TextListField({
    description: 'What to look at, sure as the match may be',
    values: MATCH_FLAGS,
    max: 10,
    maxLength: 40,
  })
  flags!: string[];

  @ListField(() => SuggestionDto, { description: 'What the rest of it may pay for, best first', max: 5 })
  suggestions!: SuggestionDto[];

  @IdField({ description: 'The buyer whose next order is given it', kind: 'party', nullable: true })
  advanceBuyerId!: string | null;

  @TextField({ description: 'Why it was set aside', max: 500, nullable: true })
  note!: string | null;

  @ObjectField(() => ExplanationDto, { description: 'How it was matched, or what was looked for in vain' })
  explanation!: ExplanationDto;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was taken in', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, { collection, allocations, suggestions }: MatchedCollection): CollectionDto {
    return {
      id: publicId('collection', collection.id),
      object: 'collection',
      sellerId: publicId('party', collection.partyId),
      accountId: publicId('collectionAccount', collection.accountId),
      state: collection.state,
      allowedActions: collection.allowedActions,
      kind: collection.entryKind,
      amount: collection.amount.toJSON(),
      charges: collection.charges?.toJSON() ?? null,
      surplus: collection.surplus.toJSON(),
      refunding: collection.refunding.toJSON(),
      refunded: collection.refunded.toJSON(),
      isPayerAccountKnown: collection.payerBox !== null,
      payerName: collection.payerName,
      payerCountry: collection.payerCountry,
      remittance: collection.remittance,
      bankReference: collection.bankReference,
      reverses: collection.reverses === null ? null : publicId('collection', collection.reverses),
      bookedOn: collection.bookedOn,
      valueDate: collection.valueDate,
      allocations: allocations.map(AllocationDto.from),
      confidence: collection.confidence?.toFixed(2) ?? null,
      flags: collection.flags,
      suggestions: suggestions.map(SuggestionDto.from),
      advanceBuyerId: collection.advanceBuyerId === null ? null : publicId('party', collection.advanceBuyerId),
      note: collection.note,
      explanation: ExplanationDto.from(collection.explanation),
      ...stampsOf(collection),
    };
  }
}

export class CollectionPageDto extends PageOf(CollectionDto) {}

export class CollectionsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas; `unmatched,partly_matched` is the work list',
    pattern: wordsPattern(COLLECTION.states),
    max: 120,
    optional: true,
    example: 'unmatched',
  })
  state?: string;

  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only what pays for this order', kind: 'order', optional: true })
  orderId?: string;
}

export class ShareRequest {
  @IdField({ description: 'The order', kind: 'order' })
  orderId!: string;

  @MoneyField({
    description: 'So much of the collection; as much as the order can take, where it is left out',
    optional: true,
  })
  amount?: MoneyJson;
}

export class MatchRequest {
  @IdField({ description: 'The order that the rest of the collection pays for', kind: 'order', optional: true })
  orderId?: string;

  @ListField(() => ShareRequest, {
    description: 'Or several orders at once, as a suggestion has them',
    min: 1,
    max: 100,
    optional: true,
  })
  shares?: ShareRequest[];

  /** @throws InvalidInputError unless exactly one way is taken */
  static wishes(this: void, { orderId, shares }: MatchRequest): ShareWish[] {
    const check = new InputCheck();
    check.that((orderId === undefined) !== (shares === undefined), '', 'one_of', SAY.one_way_to_say);
    check.done();
    if (orderId !== undefined) return [{ orderId: parseId('order', orderId), pointer: '' }];
    return (shares ?? []).map((share, index) => ({
      orderId: parseId('order', share.orderId),
      amount: share.amount === undefined ? undefined : Money.fromJSON(share.amount),
      pointer: `/shares/${index}`,
    }));
  }
}

export class UnmatchRequest {
  @IdField({
    description: 'The order that it does not pay for; all of them, where it is left out',
    kind: 'order',
    optional: true,
  })
  orderId?: string;
}

export class AdvanceRequest {
  @IdField({ description: 'The buyer whose next order is given it', kind: 'party' })
  buyerId!: string;
}

export class SetAsideRequest {
  @TextField({ description: 'Why', max: 500, example: 'The bank is asked who paid' })
  reason!: string;
}
