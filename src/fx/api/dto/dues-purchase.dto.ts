import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import {
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  ObjectField,
} from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { type DuesPurchase } from '../../entities/dues-purchase.entity.js';
import { ExplanationDto } from './explanation.dto.js';

/** What was owed on no order, such as charges of a bank, and bought by a forward. */
export class SellerDuesPurchaseDto {
  @IdField({ description: 'Id of the purchase', kind: 'duesPurchase' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['dues_purchase'], example: 'dues_purchase' })
  object!: 'dues_purchase';

  @IdField({ description: 'The seller who owed it', kind: 'party' })
  sellerId!: string;

  @IdField({
    description: 'The forward that it was bought by; null at a price of the day',
    kind: 'forward',
    nullable: true,
  })
  forwardId!: string | null;

  @MoneyField({ description: 'What was owed and is paid by it' })
  due!: MoneyJson;

  @MoneyField({ description: 'What was taken for it from the seller’s money, CNY' })
  cost!: MoneyJson;

  @MoneyField({ description: 'Of `due`: given back since, because it is owed no more' })
  returnedDue!: MoneyJson;

  @MoneyField({ description: 'Of `cost`: given back for it, at the same rate' })
  returnedCost!: MoneyJson;

  @DecimalField({
    description: 'The bank’s selling price, or the forward’s rate; CNY for `unit` of the foreign currency',
    example: '711.10',
  })
  rate!: string;

  @DecimalField({ description: 'As Chinese boards quote', example: '100' })
  unit!: string;

  @InstantField({ description: 'Time of the bank’s board', example: '2026-11-24T08:00:00.000Z' })
  boardAsOf!: string;

  @ObjectField(() => ExplanationDto, { description: 'How the cost was worked out' })
  explanation!: ExplanationDto;

  @IntegerField({ description: 'Version of the row', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was taken', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  static from(this: void, purchase: DuesPurchase): SellerDuesPurchaseDto {
    return {
      id: publicId('duesPurchase', purchase.id),
      object: 'dues_purchase',
      sellerId: publicId('party', purchase.partyId),
      forwardId: purchase.forwardId === null ? null : publicId('forward', purchase.forwardId),
      due: purchase.due.toJSON(),
      cost: purchase.cost.toJSON(),
      returnedDue: purchase.returnedDue.toJSON(),
      returnedCost: purchase.returnedCost.toJSON(),
      rate: purchase.rate.toFixed(),
      unit: purchase.unit.toFixed(),
      boardAsOf: purchase.boardAsOf.toISOString(),
      explanation: ExplanationDto.from(purchase.explanation),
      version: purchase.version,
      createdAt: purchase.createdAt.toISOString(),
    };
  }
}

export class DuesPurchaseDto extends SellerDuesPurchaseDto {
  @IdField({ description: 'The order it was owed for', kind: 'order' })
  orderId!: string;

  static of(this: void, purchase: DuesPurchase & { readonly orderId: string }): DuesPurchaseDto {
    return { ...SellerDuesPurchaseDto.from(purchase), orderId: publicId('order', purchase.orderId) };
  }
}

export class DuesPurchasePageDto extends PageOf(DuesPurchaseDto) {}

export class SellerDuesPurchasePageDto extends PageOf(SellerDuesPurchaseDto) {}

export class SellerDuesPurchasesQuery extends DatedPageQuery {
  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;
}

export class DuesPurchasesQuery extends DatedPageQuery {
  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;
}
