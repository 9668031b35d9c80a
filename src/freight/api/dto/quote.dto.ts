import { publicId } from '../../../kernel/ids.js';
import { type CalculationRule, type CalculationStep } from '../../../kernel/calculation.js';
import { CalculationDto } from '../../../platform/http/calculation.js';
import {
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
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { FREIGHT_MODES, type FreightMode } from '../../domain/rate.js';
import { type Quote } from '../../entities/quote.entity.js';
import { FreightChargeDto, ContainersDto, money, PORT } from './charge.dto.js';
import { PiecesDto } from './calculations.dto.js';

export const QUOTE_STATES = ['open', 'booked', 'expired'] as const;

/** An order alone, or a shipment with all that its mode needs; a shipment may name the order that it is for. */
export class FreightQuoteRequestDto {
  @TextField({ description: 'Your own number of the quote; unique', optional: true, max: 100, example: 'RFQ-2026-17' })
  reference?: string;

  @IdField({
    description: 'The order to quote for; alone, it says what the shipment is',
    kind: 'order',
    optional: true,
  })
  orderId?: string;

  @EnumField({
    description: 'Full containers, or part of one',
    values: FREIGHT_MODES,
    optional: true,
    example: 'fcl',
  })
  mode?: FreightMode;

  @TextField({ description: 'UN/LOCODE of the port of loading', ...PORT, optional: true, example: 'CNNGB' })
  portOfLoading?: string;

  @TextField({ description: 'UN/LOCODE of the port of discharge', ...PORT, optional: true, example: 'DEHAM' })
  portOfDischarge?: string;

  @DateField({ description: 'Day of departure; decides the rates', optional: true, example: '2026-12-05' })
  departureDate?: string;

  @DecimalField({ description: 'Gross weight of all goods, kg', optional: true, example: '9800' })
  grossKg?: string;

  @ListField(() => ContainersDto, { description: 'FCL: containers by size, each size once', optional: true, max: 20 })
  containers?: ContainersDto[];

  @DecimalField({ description: 'LCL: cubic metres; or `pieces`', optional: true, example: '6.4' })
  cbm?: string;

  @ListField(() => PiecesDto, { description: 'LCL: packages by size; or `cbm`', optional: true, min: 1, max: 500 })
  pieces?: PiecesDto[];
}

/** What was quoted for, as it was given or taken from the order. */
export class QuotedCargoDto {
  @DecimalField({ description: 'Gross weight, kg', example: '9800' })
  readonly grossKg!: string;

  @ListField(() => ContainersDto, { description: 'FCL: containers by size', optional: true, max: 20 })
  readonly containers?: ContainersDto[];

  @DecimalField({ description: 'LCL: cubic metres', optional: true, example: '6.4' })
  readonly cbm?: string;

  @ListField(() => PiecesDto, { description: 'LCL: packages by size', optional: true, max: 500 })
  readonly pieces?: PiecesDto[];
}

/** A price for one shipment. */
export class FreightQuoteDto {
  @IdField({ description: 'The quote', kind: 'freightQuote' })
  readonly id!: string;

  @TextField({ description: 'Your own number', nullable: true, max: 100, example: 'RFQ-2026-17' })
  readonly reference!: string | null;

  @IdField({ description: 'The order it was given for', kind: 'order', nullable: true })
  readonly orderId!: string | null;

  @EnumField({ description: '`open` can be booked, once', values: QUOTE_STATES, example: 'open' })
  readonly state!: (typeof QUOTE_STATES)[number];

  @EnumField({ description: 'Full containers, or part of one', values: FREIGHT_MODES, example: 'fcl' })
  readonly mode!: FreightMode;

  @TextField({ description: 'UN/LOCODE', ...PORT, example: 'CNNGB' })
  readonly portOfLoading!: string;

  @TextField({ description: 'UN/LOCODE', ...PORT, example: 'DEHAM' })
  readonly portOfDischarge!: string;

  @DateField({ description: 'Day of departure that the rates were taken for', example: '2026-12-05' })
  readonly departureDate!: string;

  @ObjectField(() => QuotedCargoDto, { description: 'What was quoted for' })
  readonly cargo!: QuotedCargoDto;

  @DecimalField({ description: 'LCL: what is charged for; null for FCL', nullable: true, example: '6.4' })
  readonly revenueTons!: string | null;

  @ListField(() => FreightChargeDto, { description: 'Every charge; fixed ones first, then percentages', max: 200 })
  readonly charges!: FreightChargeDto[];

  @ListField(() => MoneyDto, { description: 'Prepaid charges, one sum per currency; nothing is converted', max: 20 })
  readonly totals!: MoneyDto[];

  @ListField(() => MoneyDto, { description: 'Charges that the consignee pays, one sum per currency', max: 20 })
  readonly collectTotals!: MoneyDto[];

  @MoneyField({ description: 'The prepaid sum where all of it is in one currency, else null', nullable: true })
  readonly total!: MoneyDto | null;

  @InstantField({ description: 'Until when it can be booked', example: '2026-12-08T15:59:59.000Z' })
  readonly validUntil!: string;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was given', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  static from(this: void, quote: Quote, now: Date): FreightQuoteDto {
    const { grossKg, containers, cbm, pieces } = quote.cargo as unknown as QuotedCargoDto;
    const cargo = {
      grossKg,
      ...(containers && { containers }),
      ...(cbm !== undefined && { cbm }),
      ...(pieces && { pieces }),
    };
    const [only, ...others] = quote.totals;
    return {
      id: publicId('freightQuote', quote.id),
      reference: quote.reference,
      orderId: quote.orderId === null ? null : publicId('order', quote.orderId),
      state: quote.hasExpired(now) ? 'expired' : quote.state,
      mode: quote.mode,
      portOfLoading: quote.portOfLoading,
      portOfDischarge: quote.portOfDischarge,
      departureDate: quote.departureDate,
      cargo,
      revenueTons: quote.revenueTons?.toString() ?? null,
      charges: quote.charges.map((line) => FreightChargeDto.from(line)),
      totals: quote.totals.map(money),
      collectTotals: quote.collectTotals.map(money),
      total: only !== undefined && others.length === 0 ? money(only) : null,
      validUntil: quote.validUntil.toISOString(),
      version: quote.version,
      createdAt: quote.createdAt.toISOString(),
    };
  }
}

export class FreightQuotePageDto extends PageOf(FreightQuoteDto) {}

export class FreightQuotesQuery extends DatedPageQuery {
  @IdField({ description: 'Quotes of this order', kind: 'order', optional: true })
  orderId?: string;

  @TextField({ description: 'Your own number', optional: true, max: 100, example: 'RFQ-2026-17' })
  reference?: string;

  @EnumField({ description: 'Full containers, or part of one', values: FREIGHT_MODES, optional: true })
  mode?: FreightMode;
}

/** How a quote was worked out: kept with it, so that it can be explained years later. */
export class FreightQuoteCalculationDto extends CalculationDto {
  @IdField({ description: 'The quote', kind: 'freightQuote' })
  readonly id!: string;

  @ObjectField(() => QuotedCargoDto, { description: 'What was quoted for' })
  readonly cargo!: QuotedCargoDto;

  @ListField(() => FreightChargeDto, { description: 'Every charge with its rate and source', max: 200 })
  readonly charges!: FreightChargeDto[];

  static of(this: void, quote: Quote): FreightQuoteCalculationDto {
    const { rule, steps }: { rule: CalculationRule; steps: readonly CalculationStep[] } = quote.calculation;
    const { cargo, charges, id } = FreightQuoteDto.from(quote, quote.createdAt);
    return { id, cargo, charges, rule: { ...rule }, steps: steps.map((one) => ({ ...one })) };
  }
}
