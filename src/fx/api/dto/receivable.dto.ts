import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { stillOwed } from '../../domain/collections/debt.js';
import { RECEIVABLE, type ReceivableState } from '../../domain/collections/receivable-status.js';
import { type Receivable } from '../../entities/receivable.entity.js';

export class ReceivableDto {
  @EnumField({ description: 'Kind of resource', values: ['receivable'], example: 'receivable' })
  object!: 'receivable';

  @IdField({ description: 'The order it is owed for; one receivable for each', kind: 'order' })
  orderId!: string;

  @TextField({ description: 'The order’s reference', max: 200, example: 'PO-2026-0815' })
  orderReference!: string;

  @TextField({ description: 'The contract’s number; the buyer may name either', max: 200, example: 'NB-2026-0815' })
  contractNumber!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The buyer', kind: 'party' })
  buyerId!: string;

  @EnumField({ description: 'State; waived: the order was cancelled', values: RECEIVABLE.states, example: 'open' })
  state!: ReceivableState;

  @MoneyField({ description: 'What the buyer owes' })
  expected!: MoneyJson;

  @MoneyField({ description: 'What has arrived so far' })
  received!: MoneyJson;

  @MoneyField({ description: 'What is still owed; what the tolerance covered stays here' })
  outstanding!: MoneyJson;

  @EnumField({
    description: 'Whether what arrives is converted to CNY by itself',
    values: ['automatic', 'manual'],
    example: 'automatic',
  })
  conversion!: 'automatic' | 'manual';

  @InstantField({ description: 'When all of it had arrived, within the tolerance', nullable: true })
  collectedAt!: string | null;

  @IntegerField({ description: 'Version of the row', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When the order was placed', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  static from(this: void, receivable: Receivable): ReceivableDto {
    return {
      object: 'receivable',
      orderId: publicId('order', receivable.id),
      orderReference: receivable.orderReference,
      contractNumber: receivable.contractNumber,
      sellerId: publicId('party', receivable.partyId),
      buyerId: publicId('party', receivable.buyerId),
      state: receivable.state,
      expected: receivable.expected.toJSON(),
      received: receivable.received.toJSON(),
      outstanding: stillOwed({ expected: receivable.due, received: receivable.received }).toJSON(),
      conversion: receivable.conversion,
      collectedAt: receivable.collectedAt?.toISOString() ?? null,
      version: receivable.version,
      createdAt: receivable.createdAt.toISOString(),
    };
  }
}

export class ReceivablePageDto extends PageOf(ReceivableDto) {}

export class ReceivablesQuery extends DatedPageQuery {
  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;

  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(RECEIVABLE.states),
    max: 80,
    optional: true,
    example: 'open',
  })
  state?: string;
}
