import { CURRENCIES } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { type ComparisonRequest } from '../../application/comparisons.service.js';
import {
  centimetres,
  kilograms,
  LENGTH_UNITS,
  type LengthUnit,
  WEIGHT_UNITS,
  type WeightUnit,
} from '../../domain/consignment.js';
import { type Incoterm, INCOTERMS } from '../../domain/offers/consignment-facts.js';
import { BATTERY_KINDS, type BatteryKind } from '../../domain/offers/mode-rule.js';
import { type Ranking, RANKINGS } from '../../domain/offers/ranking.js';

const PLACE = { max: 60, example: 'CNNGB' } as const;
const STORAGE_DAYS = 30;
const HALF = '0.5';

/** Pieces of one size and weight, in the units of the request. */
export class ShippedPiecesDto {
  @IntegerField({ description: 'How many of this size', min: 1, max: 1_000_000, example: 40 })
  count!: number;

  @DecimalField({ description: 'Length of one piece', example: '60' })
  length!: string;

  @DecimalField({ description: 'Width of one piece', example: '40' })
  width!: string;

  @DecimalField({ description: 'Height of one piece, as it stands', example: '40' })
  height!: string;

  @DecimalField({ description: 'Gross weight of one piece', example: '12.5' })
  weight!: string;

  @BooleanField({ description: 'False where nothing may stand on it', optional: true, example: true })
  stackable?: boolean;

  toPieces(lengths: LengthUnit, weights: WeightUnit): ComparisonRequest['pieces'][number] {
    const side = (text: string): Decimal => centimetres(new Decimal(text), lengths);
    return {
      count: this.count,
      lengthCm: side(this.length),
      widthCm: side(this.width),
      heightCm: side(this.height),
      weightKg: kilograms(new Decimal(this.weight), weights),
      stackable: this.stackable ?? true,
    };
  }
}

export class OwnExchangeRateDto {
  @EnumField({ description: 'Currency of a tariff', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @DecimalField({ description: 'What one unit of it is in the currency of the request', example: '7.12' })
  rate!: string;
}

/** What is to go, from where to where, and what matters in the choice. */
export class FreightComparisonRequestDto {
  @TextField({ description: 'UN/LOCODE of the place where the goods are ready', ...PLACE })
  origin!: string;

  @TextField({ description: 'UN/LOCODE of the place that they go to, in another country', ...PLACE, example: 'DEHAM' })
  destination!: string;

  @DateField({
    description: 'Day on which the goods are ready; each way leaves so many days later',
    example: '2026-12-05',
  })
  readyOn!: string;

  @ListField(() => ShippedPiecesDto, { description: 'The packages', min: 1, max: 200 })
  pieces!: ShippedPiecesDto[];

  @EnumField({ description: 'Of all sides; `cm` where absent', values: LENGTH_UNITS, optional: true })
  lengthUnit?: LengthUnit;

  @EnumField({ description: 'Of all weights; `kg` where absent', values: WEIGHT_UNITS, optional: true })
  weightUnit?: WeightUnit;

  @MoneyField({ description: 'What the goods are worth', optional: true })
  goodsValue?: MoneyDto;

  @EnumField({ description: 'Incoterms® 2020', values: INCOTERMS, optional: true })
  incoterm?: Incoterm;

  @TextField({
    description: 'UN number where the goods are dangerous (batteries by themselves: `batteries`)',
    max: 6,
    pattern: /^UN\d{4}$/,
    optional: true,
    example: 'UN1263',
  })
  unNumber?: string;

  @EnumField({
    description: 'Lithium batteries: in the equipment, packed with it, or by themselves',
    values: BATTERY_KINDS,
    optional: true,
  })
  batteries?: BatteryKind;

  @EnumField({ description: 'Currency of the totals', values: CURRENCIES, example: 'CNY' })
  currency!: string;

  @EnumField({
    description: 'What the best offer is the best in; `cost` where absent',
    values: RANKINGS,
    optional: true,
  })
  rankBy?: Ranking;

  @DecimalField({
    description: 'With `weighted`: the part of the cost, 0 to 1; 0.5 where absent',
    optional: true,
    example: '0.7',
  })
  costWeight?: string;

  @IntegerField({
    description: 'Overseas warehouse: days in store; 30 where absent',
    min: 1,
    max: 720,
    optional: true,
    example: 30,
  })
  storageDays?: number;

  @IntegerField({
    description: 'Overseas warehouse: articles sent out one by one; as many as pieces where absent',
    min: 1,
    max: 10_000_000,
    optional: true,
    example: 480,
  })
  units?: number;

  @ListField(() => OwnExchangeRateDto, {
    description: 'Your own rates of exchange; before the published ones',
    optional: true,
    max: 20,
  })
  exchangeRates?: OwnExchangeRateDto[];

  toRequest(): ComparisonRequest {
    const { lengthUnit = 'cm', weightUnit = 'kg' } = this;
    return {
      origin: this.origin,
      destination: this.destination,
      readyOn: this.readyOn,
      pieces: this.pieces.map((piece) => piece.toPieces(lengthUnit, weightUnit)),
      nature: { unNumber: this.unNumber ?? null, batteries: this.batteries ?? null },
      incoterm: this.incoterm ?? null,
      goodsValue: this.goodsValue === undefined ? null : Money.fromJSON(this.goodsValue),
      storageDays: this.storageDays ?? STORAGE_DAYS,
      units: this.units ?? null,
      currency: this.currency,
      ranking: this.rankBy ?? 'cost',
      costWeight: new Decimal(this.costWeight ?? HALF),
      exchangeRates: (this.exchangeRates ?? []).map(({ currency, rate }) => ({ currency, rate: new Decimal(rate) })),
    };
  }
}
