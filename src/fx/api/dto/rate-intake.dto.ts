import {
  DateField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { type RatesGiven, type RatesTaken } from '../../application/rates/rate-intake.js';
import { homePerUnit } from '../../domain/rates/quotation.js';
import { PUBLISHED_SOURCES, type PublishedSource } from '../../domain/rates/rate-source.js';
import { BaseField, PLACES, QuoteField } from './rate.dto.js';

export class FxStatedRateDto {
  @TextField({
    description: 'As published: of CFETS the foreign currency, or CNY where it quotes the other way',
    min: 3,
    max: 3,
    example: 'USD',
  })
  base!: string;

  @TextField({ description: 'As published', min: 3, max: 3, example: 'CNY' })
  quote!: string;

  @IntegerField({ description: 'So many units of `base`; 100 of JPY', min: 1, max: 10_000, optional: true, example: 1 })
  unit?: number;

  @TextField({ description: 'As published, above zero', max: 20, example: '7.0712' })
  rate!: string;
}

export class FxRatesRequest {
  @EnumField({ description: 'Who published them', values: PUBLISHED_SOURCES, example: 'cfets' })
  source!: PublishedSource;

  @DateField({ description: 'The day they are of', example: '2026-11-27' })
  publishedOn!: string;

  @TextField({
    description: 'Where they were read',
    max: 500,
    example: 'https://www.chinamoney.com.cn/chinese/bkccpr/',
  })
  document!: string;

  @ListField(() => FxStatedRateDto, { description: 'The rates of that day', min: 1, max: 200 })
  rates!: FxStatedRateDto[];

  toGiven(): RatesGiven {
    const { source, publishedOn, document, rates } = this;
    const stated = rates.map(({ base, quote, unit = 1, rate }) => ({ base, quote, unit: String(unit), rate }));
    return { source, publishedOn, document, rates: stated };
  }
}

export class FxTakenRateDto {
  @BaseField()
  base!: string;

  @QuoteField()
  quote!: string;

  @DecimalField({ description: 'The source’s own currency for one foreign unit', places: PLACES, example: '7.0712' })
  homePerUnit!: string;
}

export class FxRatesTakenDto {
  @EnumField({ description: 'Kind of resource', values: ['fx_rates'], example: 'fx_rates' })
  object!: 'fx_rates';

  @EnumField({ description: 'Who published them', values: PUBLISHED_SOURCES, example: 'cfets' })
  source!: string;

  @DateField({ description: 'The day they are of', example: '2026-11-27' })
  publishedOn!: string;

  @IntegerField({ description: 'Rates that were not on record', example: 24 })
  added!: number;

  @IntegerField({ description: 'Rates that were, as they are', example: 0 })
  unchanged!: number;

  @ListField(() => FxTakenRateDto, { description: 'All of them, normalised', max: 200 })
  rates!: FxTakenRateDto[];

  static from(this: void, taken: RatesTaken): FxRatesTakenDto {
    const { source, publishedOn, added, unchanged } = taken;
    const rates = taken.rates.map((rate) => {
      return { base: rate.base, quote: rate.quote, homePerUnit: homePerUnit(rate).toFixed() };
    });
    return { object: 'fx_rates', source, publishedOn, added, unchanged, rates };
  }
}
