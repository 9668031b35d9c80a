import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type Ranking, RANKINGS } from '../../domain/offers/ranking.js';
import { type Comparison } from '../../entities/comparison.entity.js';
import { PORT } from './charge.dto.js';
import { ContainerPlanDto } from './container-plan.dto.js';
import { FreightOfferDto, MissingOfferDto } from './offer.dto.js';

/** What all pieces come to. */
export class MeasuresDto {
  @IntegerField({ description: 'Pieces', example: 40 })
  readonly pieces!: number;

  @DecimalField({ description: 'Gross weight, kg', example: '500' })
  readonly grossKg!: string;

  @DecimalField({ description: 'Volume, m³: each piece to 0.001, then added', example: '3.84' })
  readonly cbm!: string;
}

export class UsedExchangeRateDto {
  @TextField({ description: 'ISO 4217', max: 3, min: 3, example: 'USD' })
  readonly currency!: string;

  @DecimalField({ description: 'What one unit of it is in your currency', places: 40, example: '7.12' })
  readonly rate!: string;

  @TextField({ description: '`request` for your own; else who published it', example: 'cfets' })
  readonly source!: string;
}

/** Every way that a shipment can go, priced and put in order. */
export class FreightComparisonDto {
  @IdField({ description: 'The comparison', kind: 'freightComparison' })
  readonly id!: string;

  @TextField({ description: 'UN/LOCODE', ...PORT, example: 'CNNGB' })
  readonly origin!: string;

  @TextField({ description: 'UN/LOCODE', ...PORT, example: 'DEHAM' })
  readonly destination!: string;

  @DateField({ description: 'Day on which the goods are ready', example: '2026-12-05' })
  readonly readyOn!: string;

  @TextField({ description: 'Currency of the totals', max: 3, min: 3, example: 'CNY' })
  readonly currency!: string;

  @EnumField({ description: 'What the offers are ranked by', values: RANKINGS, example: 'cost' })
  readonly rankBy!: Ranking;

  @DecimalField({ description: 'With `weighted`: the part of the cost', example: '0.5' })
  readonly costWeight!: string;

  @ObjectField(() => MeasuresDto, { description: 'What all pieces come to' })
  readonly measures!: MeasuresDto;

  @ListField(() => FreightOfferDto, { description: 'The best first', max: 100 })
  readonly offers!: FreightOfferDto[];

  @ListField(() => MissingOfferDto, { description: 'Ways that have no offer, and why', max: 100 })
  readonly missing!: MissingOfferDto[];

  @ObjectField(() => ContainerPlanDto, { description: 'Boxes that the goods need: guidance, no stowage plan' })
  readonly containerPlan!: ContainerPlanDto;

  @ListField(() => UsedExchangeRateDto, { description: 'Rates of exchange that the totals were made with', max: 20 })
  readonly exchangeRates!: UsedExchangeRateDto[];

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was made', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  static in(language: Language): (comparison: Comparison) => FreightComparisonDto {
    return (comparison) => {
      const { origin, destination, readyOn, currency, version, goods } = comparison;
      const { pieces, grossKg, cbm } = goods.measures;
      return {
        id: publicId('freightComparison', comparison.id),
        origin,
        destination,
        readyOn,
        currency,
        rankBy: comparison.ranking,
        costWeight: comparison.costWeight.toString(),
        measures: { pieces, grossKg, cbm },
        offers: comparison.offers.map((offer) => FreightOfferDto.from(offer, comparison, language)),
        missing: comparison.missing.map(({ mode, service, code, reasons }) => {
          return { mode, service, code, reasons: reasons.map((reason) => told(reason, language)) };
        }),
        containerPlan: ContainerPlanDto.from(comparison.plan, language),
        exchangeRates: comparison.exchange.map((one) => ({ ...one })),
        version,
        createdAt: comparison.createdAt.toISOString(),
      };
    };
  }
}

export class FreightComparisonPageDto extends PageOf(FreightComparisonDto) {}

export class FreightComparisonsQuery extends DatedPageQuery {}
