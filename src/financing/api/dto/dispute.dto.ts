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
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import {
  DISPUTE,
  DISPUTE_KINDS,
  DISPUTE_OUTCOMES,
  DISPUTE_STATES,
  type DisputeKind,
  type DisputeOutcome,
} from '../../domain/dispute/dispute-status.js';
import { type Dispute } from '../../entities/dispute.entity.js';
import { InsuranceDocumentDto } from './insurance/document.dto.js';

const DOCUMENTS_MAX = 50;

export class OpenDisputeDto {
  @IdField({ kind: 'order', description: 'The order that the buyer does not want to pay' })
  readonly orderId!: string;

  @EnumField({ description: 'What it objects to', values: DISPUTE_KINDS, example: 'quality' })
  readonly kind!: DisputeKind;

  @MoneyField({ description: 'How much it does not want to pay; no more than the order is worth', positive: true })
  readonly amount!: MoneyDto;

  @DateField({ description: 'When the buyer said so', example: '2026-11-25' })
  readonly openedOn!: string;

  @TextField({ description: 'What it said', max: 2000, example: 'A fifth of the lamps do not light' })
  readonly description!: string;

  @ListField(() => InsuranceDocumentDto, {
    description: 'What proves it, by its digest',
    max: DOCUMENTS_MAX,
    optional: true,
  })
  readonly documents?: InsuranceDocumentDto[];
}

export class ResolveDisputeDto {
  @EnumField({
    description: '`upheld`: the buyer was right; `rejected`: the seller was; `settled`: they met',
    values: DISPUTE_OUTCOMES,
    example: 'settled',
  })
  readonly outcome!: DisputeOutcome;

  @MoneyField({
    description:
      'What the seller gives up: of an upheld one all that was disputed where absent; of a rejected one never given',
    optional: true,
  })
  readonly conceded?: MoneyDto;

  @DateField({ description: 'When', example: '2026-11-28' })
  readonly resolvedOn!: string;

  @TextField({ description: 'How, in words', max: 2000, optional: true, nullable: true, example: 'A discount of 10 %' })
  readonly note?: string | null;
}

/** A buyer that does not want to pay an order, or a part of it. */
export class DisputeDto {
  @IdField({ kind: 'dispute', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order' })
  readonly orderId!: string;

  @IdField({ kind: 'party', description: 'The seller' })
  readonly sellerId!: string;

  @IdField({ kind: 'party', description: 'The buyer' })
  readonly buyerId!: string;

  @EnumField({ description: 'What the buyer objects to', values: DISPUTE_KINDS })
  readonly kind!: string;

  @EnumField({
    description: 'Where it stands; while it is open nothing more is drawn',
    values: DISPUTE_STATES,
    example: 'open',
  })
  readonly state!: string;

  @TextListField({ description: 'What can be done next', values: DISPUTE.commands, max: 1 })
  readonly allowedActions!: string[];

  @MoneyField({ description: 'How much of the order is disputed' })
  readonly amount!: MoneyDto;

  @DateField({ description: 'When the buyer said so' })
  readonly openedOn!: string;

  @TextField({ description: 'What it said', max: 2000 })
  readonly description!: string;

  @ListField(() => InsuranceDocumentDto, { description: 'What proves it', max: DOCUMENTS_MAX })
  readonly documents!: InsuranceDocumentDto[];

  @EnumField({ description: 'Who was right', values: DISPUTE_OUTCOMES, nullable: true })
  readonly outcome!: string | null;

  @MoneyField({ description: 'What the seller gave up; it is lent on no more', nullable: true })
  readonly conceded!: MoneyDto | null;

  @DateField({ description: 'When it was resolved', nullable: true })
  readonly resolvedOn!: string | null;

  @TextField({ description: 'How it was resolved', max: 2000, nullable: true })
  readonly note!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static from(this: void, row: Dispute): DisputeDto {
    const { kind, state, openedOn, description, documents, outcome, resolvedOn, note } = row;
    return {
      id: publicId('dispute', row.id),
      orderId: publicId('order', row.orderId),
      sellerId: publicId('party', row.sellerId),
      buyerId: publicId('party', row.buyerId),
      ...{ kind, state, openedOn, description, documents: [...documents], outcome, resolvedOn, note },
      ...{ amount: row.amount.toJSON(), conceded: row.conceded?.toJSON() ?? null },
      ...{ allowedActions: DISPUTE.allowedActions(state), ...stampsOf(row) },
    };
  }
}

export class DisputePageDto extends PageOf(DisputeDto) {}

export class DisputesQuery extends DatedPageQuery {
  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;

  @IdField({ kind: 'party', description: 'Only of this seller', optional: true })
  sellerId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'open',
    pattern: wordsPattern(DISPUTE_STATES),
  })
  state?: string;
}
