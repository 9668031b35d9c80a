import { CURRENCIES } from '../../../kernel/currency.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import {
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
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type FxResultSummary } from '../../application/results/fx-results.js';
import { SAY } from '../../domain/exposures/exposure.sentences.js';
import { type CarryingMovement, MOVEMENT_KINDS, type MovementKind } from '../../entities/carrying.table.js';
import { type OrderResult, type ResultFilter } from '../../entities/results.table.js';
import { ExplanationDto } from './explanation.dto.js';

export class FxResultsQuery {
  @DateField({ description: 'First day', example: '2026-11-01' })
  from!: string;

  @DateField({ description: 'Last day', example: '2026-11-30' })
  to!: string;

  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;

  @EnumField({ description: 'Only of this currency, ISO 4217', values: CURRENCIES, optional: true, example: 'USD' })
  currency?: string;

  /** @throws InvalidInputError */
  days(): Pick<ResultFilter, 'from' | 'to' | 'currency'> {
    const check = new InputCheck();
    check.that(this.from <= this.to, '?to', 'out_of_range', SAY.period_order);
    check.done();
    return { from: this.from, to: this.to, currency: this.currency };
  }
}

export class CurrencyResultDto {
  @TextField({ description: 'ISO 4217', max: 3, example: 'USD' })
  currency!: string;

  @MoneyField({ description: 'Exchanged' })
  sold!: MoneyJson;

  @MoneyField({ description: 'CNY it stood at' })
  carried!: MoneyJson;

  @MoneyField({ description: 'CNY it brought' })
  brought!: MoneyJson;

  @MoneyField({ description: '`brought` less `carried`; below zero a loss', negative: true })
  result!: MoneyJson;
}

export class OrderResultDto extends CurrencyResultDto {
  @IdField({ description: 'The order', kind: 'order' })
  orderId!: string;
}

export class UnrealisedResultDto {
  @TextField({ description: 'ISO 4217', max: 3, example: 'USD' })
  currency!: string;

  @MoneyField({ description: 'CNY, booked by revaluations of months that end within the days', negative: true })
  booked!: MoneyJson;

  @MoneyField({ description: 'CNY of earlier ones that were taken back within the days', negative: true })
  reversed!: MoneyJson;

  @MoneyField({ description: '`booked` less `reversed`', negative: true })
  result!: MoneyJson;
}

export class UnvaluedExchangeDto {
  @IdField({ description: 'The conversion', kind: 'conversion' })
  conversionId!: string;

  @IdField({ description: 'The order', kind: 'order' })
  orderId!: string;

  @MoneyField({ description: 'What was exchanged' })
  sold!: MoneyJson;
}

export class BookedResultsDto {
  @MoneyField({ description: 'CNY, account `fx_result`', negative: true })
  realised!: MoneyJson;

  @MoneyField({ description: 'CNY, account `fx_unrealised`', negative: true })
  unrealised!: MoneyJson;

  @MoneyField({
    description: 'CNY of `realised` that is not of exchanges of orders, such as forwards that were closed out',
    negative: true,
  })
  elsewhere!: MoneyJson;
}

/** Gains and losses by exchange rates; those that were made apart from those that are only reckoned. */
export class FxResultsDto {
  @DateField({ description: 'First day' })
  from!: string;

  @DateField({ description: 'Last day' })
  to!: string;

  @MoneyField({ description: 'CNY, of exchanges of orders', negative: true })
  realisedTotal!: MoneyJson;

  @MoneyField({ description: 'CNY, of revaluations', negative: true })
  unrealisedTotal!: MoneyJson;

  @ListField(() => CurrencyResultDto, { description: 'Realised, by currency', max: 200 })
  realised!: CurrencyResultDto[];

  @ListField(() => UnrealisedResultDto, { description: 'Unrealised, by currency', max: 200 })
  unrealised!: UnrealisedResultDto[];

  @ListField(() => OrderResultDto, { description: 'Realised, by order: the latest hundred', max: 100 })
  orders!: OrderResultDto[];

  @IntegerField({ description: 'Orders that are in the totals and not shown' })
  ordersLeftOff!: number;

  @ListField(() => UnvaluedExchangeDto, {
    description: 'Exchanges that have no result, for want of a rate to value them at; the latest hundred',
    max: 100,
  })
  unvalued!: UnvaluedExchangeDto[];

  @ObjectField(() => BookedResultsDto, {
    description: 'What the ledger says of the same days; null where only a part is looked at',
    nullable: true,
  })
  books!: BookedResultsDto | null;

  static from({ from, to }: ResultFilter, summary: FxResultSummary): FxResultsDto {
    const { books } = summary;
    return {
      from,
      to,
      realisedTotal: summary.realisedTotal.toJSON(),
      unrealisedTotal: summary.unrealisedTotal.toJSON(),
      realised: summary.realised.map(({ currency, ...sums }) => ({ currency, ...sumsDto(sums) })),
      unrealised: summary.unrealised.map(({ currency, booked, reversed }) => ({
        currency,
        booked: booked.toJSON(),
        reversed: reversed.toJSON(),
        result: booked.minus(reversed).toJSON(),
      })),
      orders: summary.orders.map(({ orderId, ...sums }) => ({
        orderId: publicId('order', orderId),
        currency: sums.sold.currency,
        ...sumsDto(sums),
      })),
      ordersLeftOff: summary.ordersLeftOff,
      unvalued: summary.unvalued.map(({ conversionId, orderId, sold }) => ({
        conversionId: publicId('conversion', conversionId),
        orderId: publicId('order', orderId),
        sold: sold.toJSON(),
      })),
      books: books && {
        realised: books.realised.toJSON(),
        unrealised: books.unrealised.toJSON(),
        elsewhere: books.elsewhere.toJSON(),
      },
    };
  }
}

function sumsDto({
  sold,
  carried,
  brought,
  result,
}: Omit<OrderResult, 'orderId'>): Omit<CurrencyResultDto, 'currency'> {
  return { sold: sold.toJSON(), carried: carried.toJSON(), brought: brought.toJSON(), result: result.toJSON() };
}

export class CarryingMovementDto {
  @IdField({ description: 'Id of the movement', kind: 'carryingMovement' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['carrying_movement'], example: 'carrying_movement' })
  object!: 'carrying_movement';

  @EnumField({
    description:
      '`advance`: money came before the goods left; `recognised`: the goods left, and the rest is owed; `taken_out`: kept for ' +
      'dues, or will not come; `realised`: exchanged',
    values: MOVEMENT_KINDS,
    example: 'realised',
  })
  kind!: MovementKind;

  @IdField({ description: 'The order', kind: 'order' })
  orderId!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The conversion, where it is realised', kind: 'conversion', nullable: true })
  conversionId!: string | null;

  @DateField({ description: 'Day' })
  occurredOn!: string;

  @MoneyField({ description: 'Foreign currency that came in, or below zero went', negative: true })
  foreign!: MoneyJson;

  @MoneyField({ description: 'CNY it stands at', negative: true })
  value!: MoneyJson;

  @DecimalField({
    description: 'Middle of the bank’s board, CNY for one unit, where it came in',
    nullable: true,
    example: '7.097',
  })
  rate!: string | null;

  @InstantField({ description: 'Time of that board', nullable: true })
  rateAsOf!: string | null;

  @MoneyField({ description: 'CNY that the exchange brought', nullable: true })
  brought!: MoneyJson | null;

  @MoneyField({ description: 'CNY: realised result; below zero a loss', nullable: true, negative: true })
  result!: MoneyJson | null;

  @IdField({ description: 'The transfer that booked the result', kind: 'transfer', nullable: true })
  transferId!: string | null;

  @ObjectField(() => ExplanationDto, { description: 'How it was worked out' })
  explanation!: ExplanationDto;

  @InstantField({ description: 'When it was kept' })
  createdAt!: string;

  static from(this: void, movement: CarryingMovement): CarryingMovementDto {
    const { kind, occurredOn, conversionId, transferId } = movement;
    return {
      id: publicId('carryingMovement', movement.id),
      object: 'carrying_movement',
      kind,
      orderId: publicId('order', movement.orderId),
      sellerId: publicId('party', movement.partyId),
      conversionId: conversionId === null ? null : publicId('conversion', conversionId),
      occurredOn,
      foreign: movement.foreign.toJSON(),
      value: movement.value.toJSON(),
      rate: movement.rate?.toFixed() ?? null,
      rateAsOf: movement.rateAsOf?.toISOString() ?? null,
      brought: movement.brought?.toJSON() ?? null,
      result: movement.result?.toJSON() ?? null,
      transferId: transferId === null ? null : publicId('transfer', transferId),
      explanation: ExplanationDto.from(movement.explanation),
      createdAt: movement.createdAt.toISOString(),
    };
  }
}

export class CarryingMovementPageDto extends PageOf(CarryingMovementDto) {}

export class CarryingMovementsQuery extends DatedPageQuery {
  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;

  @TextField({
    description: 'Kinds, separated by commas',
    optional: true,
    max: 100,
    pattern: wordsPattern(MOVEMENT_KINDS),
    example: 'realised',
  })
  kind?: string;
}
