import { publicId } from '../../../kernel/ids.js';
import { DateField, IdField, MoneyDto, MoneyField, TextField } from '../../../platform/http/fields.js';
import { type OrderReceipt } from '../../domain/collection-news.js';
import { type Collection } from '../../domain/export-facts.js';

export class OrderCollectionDto {
  @MoneyField({ description: 'What the buyer owed' })
  readonly expected!: MoneyDto;

  @MoneyField({ description: 'What came' })
  readonly received!: MoneyDto;

  @MoneyField({ description: 'What did not come, within the tolerance' })
  readonly shortfall!: MoneyDto;

  static from(this: void, { expected, received, shortfall }: Collection): OrderCollectionDto {
    return { expected, received, shortfall };
  }
}

/** One receipt that the order was paid by. */
export class CaseReceiptDto {
  @IdField({ kind: 'collection', description: 'The receipt' })
  readonly collectionId!: string;

  @DateField({ description: 'When the bank booked it', example: '2026-11-24' })
  readonly bookedOn!: string;

  @TextField({ description: "The bank's own number of it", max: 140, example: 'BOC20261124000017' })
  readonly bankReference!: string;

  @MoneyField({ description: 'What of it pays for this order' })
  readonly amount!: MoneyDto;

  @MoneyField({ description: 'All of it' })
  readonly total!: MoneyDto;

  @TextField({ description: 'Where the payer is, ISO 3166-1', max: 2, nullable: true, example: 'US' })
  readonly payerCountry!: string | null;

  static from(this: void, { collectionId, ...receipt }: OrderReceipt): CaseReceiptDto {
    return { collectionId: publicId('collection', collectionId), ...receipt };
  }
}
