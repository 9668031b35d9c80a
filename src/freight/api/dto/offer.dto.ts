import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { MISSING_CODES } from '../../domain/offers/offer.js';
import { TARIFF_MODES, type TariffMode } from '../../domain/rate.js';
import { type Comparison, type OfferRecord } from '../../entities/comparison.entity.js';
import { ContainersDto, FreightChargeDto, money, PORT } from './charge.dto.js';

export class OfferCutOffDto {
  @TextField({
    description: 'DCSA: DCO documents, VCO verified gross mass, FCO full container, LCO loose cargo',
    max: 3,
    example: 'DCO',
  })
  readonly code!: string;

  @DateField({ description: 'The last day for it', example: '2026-12-09' })
  readonly on!: string;
}

export class CarbonLegDto {
  @TextField({ description: 'Default of the GLEC Framework', example: 'sea_container_average' })
  readonly factor!: string;

  @DecimalField({ description: 'Grams of CO2e per ton and kilometre, well to wheel', example: '8.15' })
  readonly gramsPerTonKm!: string;

  @DateField({ description: 'Since when the factor holds', example: '2025-10-01' })
  readonly validFrom!: string;

  @TextField({ description: 'Edition that it was taken from', max: 500 })
  readonly source!: string;

  @IntegerField({ description: 'Estimated by the map, km', example: 19800 })
  readonly distanceKm!: number;

  @DecimalField({ description: 'Gross weight × distance × factor, kg', example: '80.7' })
  readonly kgCo2e!: string;
}

export class CarbonDto {
  @DecimalField({ description: 'Of all legs, kg of CO2e', example: '80.7' })
  readonly kgCo2e!: string;

  @ListField(() => CarbonLegDto, { description: 'Main carriage, and the last mile to a door', max: 5 })
  readonly legs!: CarbonLegDto[];
}

/** One way that the goods can go. */
export class FreightOfferDto {
  @IntegerField({ description: '1 is the best by what was asked for', min: 1, example: 1 })
  readonly rank!: number;

  @DecimalField({ description: '1 would be the cheapest and the fastest at once', example: '0.8125' })
  readonly score!: string;

  @EnumField({ description: 'Way of carriage', values: TARIFF_MODES, example: 'air' })
  readonly mode!: TariffMode;

  @TextField({ description: 'One of several services of the mode', nullable: true, max: 40, example: 'economy' })
  readonly service!: string | null;

  @TextField({ description: 'Where it takes the goods over, UN/LOCODE', ...PORT, example: 'CNPVG' })
  readonly from!: string;

  @TextField({ description: 'Where it hands them out, UN/LOCODE', ...PORT, example: 'DEFRA' })
  readonly to!: string;

  @DateField({ description: 'First departure that the goods can make; decides the rates', example: '2026-12-07' })
  readonly departureDate!: string;

  @IntegerField({ description: 'Days under way at least', example: 3 })
  readonly transitDaysMin!: number;

  @IntegerField({ description: 'Days under way at most', example: 7 })
  readonly transitDaysMax!: number;

  @DateField({ description: 'There at the earliest', example: '2026-12-10' })
  readonly earliestArrival!: string;

  @DateField({ description: 'There at the latest, if all goes well', example: '2026-12-14' })
  readonly latestArrival!: string;

  @ListField(() => OfferCutOffDto, { description: 'By when it must have what', max: 10 })
  readonly cutOffs!: OfferCutOffDto[];

  @ListField(() => FreightChargeDto, { description: 'Every charge; fixed ones first, then percentages', max: 500 })
  readonly charges!: FreightChargeDto[];

  @ListField(() => MoneyDto, { description: 'Prepaid charges, one sum per currency', max: 20 })
  readonly totals!: MoneyDto[];

  @ListField(() => MoneyDto, { description: 'Charges that the consignee pays, one sum per currency', max: 20 })
  readonly collectTotals!: MoneyDto[];

  @MoneyField({
    description: 'The prepaid charges in your currency; null where a rate of exchange is missing',
    nullable: true,
  })
  readonly total!: MoneyDto | null;

  @DecimalField({
    description: 'The total over the value of the goods, where both are in one currency',
    nullable: true,
    example: '0.0412',
  })
  readonly shareOfGoods!: string | null;

  @DecimalField({ description: 'What is charged for by weight, kg', nullable: true, example: '512.5' })
  readonly chargeableKg!: string | null;

  @DecimalField({
    description: 'What is charged for by volume or weight, revenue tons',
    nullable: true,
    example: '3.84',
  })
  readonly revenueTons!: string | null;

  @ListField(() => ContainersDto, { description: 'Boxes that it needs, where it goes by the box', max: 20 })
  readonly containers!: ContainersDto[];

  @ObjectField(() => CarbonDto, {
    description: 'Estimate by defaults: to choose by, nothing to report',
    nullable: true,
  })
  readonly carbon!: CarbonDto | null;

  @TextListField({ description: 'What to know of it: papers, what the price leaves out', max: 50, maxLength: 1_000 })
  readonly notices!: string[];

  @InstantField({ description: 'Until when the price holds', example: '2026-12-08T15:59:59.000Z' })
  readonly validUntil!: string;

  @JsonField({
    description: 'By sea: the body of `quoteFreight` that makes a quote of it, which can be booked',
    nullable: true,
    example: { mode: 'lcl' },
  })
  readonly quoteRequest!: Readonly<Record<string, unknown>> | null;

  static from(this: void, offer: OfferRecord, { goods }: Comparison, language: Language): FreightOfferDto {
    const { transitDays, arrival, total, carbon } = offer;
    return {
      rank: offer.rank,
      score: offer.score,
      mode: offer.mode,
      service: offer.service,
      from: offer.from,
      to: offer.to,
      departureDate: offer.departureDate,
      transitDaysMin: transitDays.min,
      transitDaysMax: transitDays.max,
      earliestArrival: arrival.earliest,
      latestArrival: arrival.latest,
      cutOffs: offer.cutOffs.map(({ code, on }) => ({ code, on })),
      charges: offer.lines.map((line) => FreightChargeDto.from(line)),
      totals: offer.totals.map(money),
      collectTotals: offer.collectTotals.map(money),
      total: total === null ? null : money(total),
      shareOfGoods: shareOf(total, goods.goodsValue),
      chargeableKg: offer.chargeableKg,
      revenueTons: offer.revenueTons,
      containers: offer.containers.map(({ sizeType, count }) => ({ sizeType, count })),
      carbon: carbon === null ? null : { kgCo2e: carbon.kgCo2e, legs: carbon.legs.map((leg) => ({ ...leg })) },
      notices: offer.notices.map((notice) => told(notice, language)),
      validUntil: offer.validUntil,
      quoteRequest: quoteRequestOf(offer, goods),
    };
  }
}

/** Half up to 0.0001. */
function shareOf(total: MoneyJson | null, value: MoneyJson | null): string | null {
  if (total === null || value?.currency !== total.currency || new Decimal(value.amount).isZero()) return null;
  return roundHalfUp(new Decimal(total.amount).div(value.amount), 4).toFixed();
}

function quoteRequestOf(offer: OfferRecord, { pieces, measures }: Comparison['goods']): Record<string, unknown> | null {
  const { mode, from, to, departureDate, containers } = offer;
  if (mode !== 'fcl' && mode !== 'lcl') return null;
  const sides = pieces.map(({ count, lengthCm, widthCm, heightCm }) => ({ count, lengthCm, widthCm, heightCm }));
  return {
    mode,
    portOfLoading: from,
    portOfDischarge: to,
    departureDate,
    grossKg: measures.grossKg,
    ...(mode === 'fcl' ? { containers } : { pieces: sides }),
  };
}

/** Why a way of carriage has no offer. */
export class MissingOfferDto {
  @EnumField({ description: 'Way of carriage', values: TARIFF_MODES, example: 'postal' })
  readonly mode!: TariffMode;

  @TextField({
    description: 'The service, where others of the mode have an offer',
    nullable: true,
    max: 40,
    example: 'economy',
  })
  readonly service!: string | null;

  @EnumField({
    description:
      '`no_gateway`: nothing near to go by; `not_taken`: the goods are not taken; `no_rate`: the tariff has none; `tariff_fault`: ' +
      'the tariff contradicts itself',
    values: MISSING_CODES,
    example: 'not_taken',
  })
  readonly code!: (typeof MISSING_CODES)[number];

  @TextListField({ description: 'Every reason', max: 500, maxLength: 1_000 })
  readonly reasons!: string[];
}
