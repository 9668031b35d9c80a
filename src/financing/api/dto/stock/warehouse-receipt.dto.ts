import { Decimal } from '../../../../kernel/decimal.js';
import { parseId, publicId } from '../../../../kernel/ids.js';
import { Money } from '../../../../kernel/money.js';
import { type Language, reasonIn } from '../../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { wordsPattern } from '../../../../platform/http/words-pattern.js';
import { type ListedReceipt, type SeenReceipt } from '../../../application/stock/seen-receipt.js';
import { type NewReceipt, type WantedRelease } from '../../../application/stock/warehouse-receipts.service.js';
import { REGISTRATION_STATES } from '../../../domain/registration.js';
import { RECEIPT, RECEIPT_STATES } from '../../../domain/stock/receipt-status.js';
import { type PledgeRegistration } from '../../../entities/pledge-registration.table.js';
import { type Valuation } from '../../../entities/warehouse-receipt.entity.js';

const PLEDGE_PRODUCT = 'warehouse_receipt_pledge';

export class ValueReceiptDto {
  @MoneyField({ description: 'Market value of what is in pledge on that day, without tax; in CNY' })
  readonly value!: MoneyDto;

  @DateField({ description: 'When it was worth that', example: '2026-11-24' })
  readonly valuedOn!: string;

  @TextField({ description: 'Who says so', max: 200, example: 'Shanghai Metals Market' })
  readonly source!: string;

  static toValuation(this: void, { value, valuedOn, source }: ValueReceiptDto): Valuation {
    return { value: Money.fromJSON(value), valuedOn, source };
  }
}

export class PledgeReceiptDto {
  @IdField({ kind: 'party', description: 'Whose goods they are' })
  readonly sellerId!: string;

  @TextField({
    description: 'For loans by this product; its share of the value and its lender count',
    optional: true,
    max: 50,
    example: PLEDGE_PRODUCT,
  })
  readonly product?: string;

  @TextField({ description: 'Of the receipt, as the warehouse wrote it', max: 50, example: 'WR-2026-0117' })
  readonly number!: string;

  @TextField({
    description: 'Tax number (统一社会信用代码) of the warehouse',
    max: 18,
    pattern: /^[0-9A-Za-z]{15,18}$/,
    example: '91330201MA2812345X',
  })
  readonly issuer!: string;

  @TextField({
    description: 'HS code of the goods; this or `goods`',
    optional: true,
    max: 10,
    pattern: /^\d{10}$/,
    example: '7403110000',
  })
  readonly hsCode?: string;

  @TextField({ description: 'What the goods are', optional: true, max: 500, example: 'Copper cathodes, grade A' })
  readonly goods?: string;

  @DecimalField({ description: 'How much of them', places: 6, example: '1000' })
  readonly quantity!: string;

  @TextField({ description: 'Unit of the quantity', max: 20, example: 'KG' })
  readonly unit!: string;

  @ObjectField(() => ValueReceiptDto, { description: 'What they are worth' })
  readonly valuation!: ValueReceiptDto;

  @DateField({ description: 'Until when they are stored', example: '2027-11-30' })
  readonly storedUntil!: string;

  @BooleanField({ description: 'Whether the goods are insured' })
  readonly isInsured!: boolean;

  static toReceipt(this: void, body: PledgeReceiptDto): NewReceipt {
    const { sellerId, product = PLEDGE_PRODUCT, number, issuer, hsCode, goods, quantity, unit } = body;
    return {
      ...{
        sellerId: parseId('party', sellerId),
        product,
        number,
        issuer,
        hsCode: hsCode ?? null,
        goods: goods ?? null,
      },
      ...{ quantity: new Decimal(quantity), unit, storedUntil: body.storedUntil, isInsured: body.isInsured },
      valuation: ValueReceiptDto.toValuation(body.valuation),
    };
  }
}

export class ReleaseReceiptDto {
  @DecimalField({
    description: 'How much leaves the pledge; all that is left unless you say',
    optional: true,
    places: 6,
    example: '400',
  })
  readonly quantity?: string;

  @BooleanField({
    description:
      'Repay what the rest does not cover first, with its fees and interest, from the seller’s money; `false` unless you say',
    optional: true,
  })
  readonly repay?: boolean;

  @TextField({ description: 'Why', max: 500, example: 'Sold to a buyer at home' })
  readonly reason!: string;

  static toRelease(this: void, { quantity, repay = false, reason }: ReleaseReceiptDto): WantedRelease {
    return { quantity: quantity === undefined ? null : new Decimal(quantity), repays: repay, reason };
  }
}

export class WithdrawReceiptDto {
  @TextField({ description: 'Why', max: 500, example: 'Nothing will be borrowed on it' })
  readonly reason!: string;
}

class ReceiptValuationDto extends ValueReceiptDto {
  @DecimalField({ description: 'In pledge when it was given', places: 6 })
  readonly quantity!: string;
}

class ReceiptReleaseDto {
  @DecimalField({ description: 'Left the pledge', places: 6 })
  readonly quantity!: string;

  @DecimalField({ description: 'Was still in pledge then', places: 6 })
  readonly leftQuantity!: string;

  @TextField({ description: 'Why', max: 500 })
  readonly reason!: string;

  @InstantField({ description: 'When' })
  readonly releasedAt!: string;
}

class ReceiptRegistrationDto {
  @EnumField({ description: 'How it stands there', values: REGISTRATION_STATES })
  readonly state!: string;

  @TextField({ description: 'Its number there', max: 50, nullable: true })
  readonly registrationNumber!: string | null;

  @DateField({ description: 'Since when', nullable: true })
  readonly registeredOn!: string | null;

  @DateField({ description: 'Last day; extended while the goods are in pledge' })
  readonly expiresOn!: string;

  static from(this: void, its: PledgeRegistration): ReceiptRegistrationDto {
    const { state, registrationNumber, registeredOn, expiresOn } = its;
    return { state, registrationNumber, registeredOn, expiresOn };
  }
}

/** Goods in a warehouse, pledged by their receipt (仓单质押). */
export class ListedReceiptDto {
  @IdField({ kind: 'warehouseReceipt', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'Whose goods they are' })
  readonly sellerId!: string;

  @TextField({ description: 'For loans by this product', max: 50 })
  readonly product!: string;

  @TextField({ description: 'Who is secured: code of the lender', max: 50 })
  readonly lender!: string;

  @TextField({ description: 'Of the receipt', max: 50 })
  readonly number!: string;

  @TextField({ description: 'Tax number of the warehouse', max: 18 })
  readonly issuer!: string;

  @TextField({ description: 'HS code', max: 10, nullable: true })
  readonly hsCode!: string | null;

  @TextField({ description: 'What the goods are', max: 500, nullable: true })
  readonly goods!: string | null;

  @DecimalField({ description: 'As pledged', places: 6 })
  readonly quantity!: string;

  @DecimalField({ description: 'Still in pledge', places: 6 })
  readonly leftQuantity!: string;

  @TextField({ description: 'Unit of both', max: 20 })
  readonly unit!: string;

  @MoneyField({ description: 'What is still in pledge is worth, by the latest valuation' })
  readonly value!: MoneyDto;

  @DateField({ description: 'Day of that valuation' })
  readonly valuedOn!: string;

  @DecimalField({ description: 'Of the value that may be owed: 0.6 is 60 %', places: 6 })
  readonly coverRate!: string;

  @MoneyField({ description: 'What may be owed on it at most' })
  readonly cover!: MoneyDto;

  @MoneyField({ description: 'Principal that is owed on it, and what may yet be paid out' })
  readonly owed!: MoneyDto;

  @MoneyField({ description: 'To be topped up: nothing is drawn on it before' })
  readonly shortfall!: MoneyDto;

  @DateField({ description: 'Until when they are stored' })
  readonly storedUntil!: string;

  @BooleanField({ description: 'Whether the goods are insured' })
  readonly isInsured!: boolean;

  @EnumField({ description: 'Where it stands', values: RECEIPT_STATES, example: 'pledged' })
  readonly state!: string;

  @TextListField({ description: 'What can be done next', values: RECEIPT.commands, max: 4 })
  readonly allowedActions!: string[];

  @TextField({ description: 'Why it was cancelled', max: 2000, nullable: true })
  readonly reason!: string | null;

  @ObjectField(() => ReceiptRegistrationDto, { description: 'In the movables register (中登网)', nullable: true })
  readonly registration!: ReceiptRegistrationDto | null;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was pledged' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static listed(this: void, seen: ListedReceipt, language: Language): ListedReceiptDto {
    const { receipt, standing, registration } = seen;
    const { product, number, issuer, hsCode, goods, unit, valuedOn, storedUntil, isInsured, state } = receipt;
    const { value, cover, owed, shortfall } = standing;
    const { causes, reason } = receipt;
    return {
      ...{ id: publicId('warehouseReceipt', receipt.id), sellerId: publicId('party', receipt.sellerId), product },
      ...{
        lender: receipt.creditor.code,
        number,
        issuer,
        hsCode,
        goods,
        unit,
        valuedOn,
        storedUntil,
        isInsured,
        state,
      },
      ...{ quantity: receipt.quantity.toFixed(), leftQuantity: receipt.leftQuantity.toFixed() },
      ...{ coverRate: receipt.coverRate.toFixed(), value: value.toJSON(), cover: cover.toJSON(), owed: owed.toJSON() },
      ...{ shortfall: shortfall.toJSON(), allowedActions: RECEIPT.allowedActions(state) },
      ...{ reason: causes === null ? reason : reasonIn(causes, language), ...stampsOf(receipt) },
      registration: registration === null ? null : ReceiptRegistrationDto.from(registration),
    };
  }
}

/** One receipt, with what became of it. */
export class WarehouseReceiptDto extends ListedReceiptDto {
  @ListField(() => ReceiptValuationDto, {
    description: 'What it was found to be worth: the last 50, latest first',
    max: 50,
  })
  readonly valuations!: ReceiptValuationDto[];

  @ListField(() => ReceiptReleaseDto, { description: 'What left the pledge: the last 50, latest first', max: 50 })
  readonly releases!: ReceiptReleaseDto[];

  static from(this: void, seen: SeenReceipt, language: Language): WarehouseReceiptDto {
    return {
      ...ListedReceiptDto.listed(seen, language),
      valuations: seen.valuations.map(({ value, ...rest }) => ({ ...rest, value: value.toJSON() })),
      releases: seen.releases.map(({ releasedAt, ...rest }) => ({ ...rest, releasedAt: releasedAt.toISOString() })),
    };
  }
}

export class WarehouseReceiptPageDto extends PageOf(ListedReceiptDto) {}

export class WarehouseReceiptsQuery extends DatedPageQuery {
  @IdField({ kind: 'party', description: 'Only of this seller', optional: true })
  sellerId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'pledged,partly_released',
    pattern: wordsPattern(RECEIPT_STATES),
  })
  state?: string;
}
