import { publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type DatedPortfolio } from '../../application/lender/lender-portfolios.service.js';
import { OVERDUE_BUCKETS } from '../../domain/accrual/overdue.js';
import { COVENANT_MEASURES, type CovenantStanding } from '../../domain/lender/covenants.js';
import {
  type AgeBucket,
  type Concentrations,
  type CurrencyPortfolio,
  type ProductExposure,
} from '../../domain/lender/portfolio.js';

const CURRENCY = { description: 'ISO 4217', max: 3, min: 3, example: 'CNY' } as const;
const SHARE = 'A fraction of one to four places, half up';
const orNull = (money: Money | null): MoneyDto | null => money?.toJSON() ?? null;

export class LenderPortfolioQuery {
  @DateField({
    description: 'At the end of this day of China’s time; today where left out, as it stands now',
    optional: true,
    example: '2026-11-30',
  })
  asOf?: string;
}

class LenderExposureDto {
  @TextField({ description: 'The product', max: 50, example: 'refund_advance' })
  readonly product!: string;

  @MoneyField({ description: 'Paid out and not paid back: principal' })
  readonly drawn!: MoneyDto;

  @MoneyField({ description: 'Asked for, not yet paid out' })
  readonly reserved!: MoneyDto;

  @MoneyField({
    description:
      'Of the limits of the clients that have borrowed by it, what your own loans do not take; null of a day that is past, for limits are not kept by day',
    nullable: true,
  })
  readonly free!: MoneyDto | null;

  @IntegerField({ description: 'Loans' })
  readonly loans!: number;

  static from(this: void, { product, drawn, reserved, free, loans }: ProductExposure): LenderExposureDto {
    return { product, drawn: drawn.toJSON(), reserved: reserved.toJSON(), free: orNull(free), loans };
  }
}

class LenderAgeBucketDto {
  @EnumField({ description: 'Days past maturity', values: OVERDUE_BUCKETS, example: 'current' })
  readonly bucket!: string;

  @MoneyField({ description: 'Principal drawn in it' })
  readonly drawn!: MoneyDto;

  @DecimalField({ description: `Of all that is drawn. ${SHARE}`, places: 4, example: '0.85' })
  readonly share!: string;

  @IntegerField({ description: 'Loans' })
  readonly loans!: number;

  static from(this: void, { bucket, drawn, share, loans }: AgeBucket): LenderAgeBucketDto {
    return { bucket, drawn: drawn.toJSON(), share: share.toFixed(), loans };
  }
}

class LenderConcentrationDto {
  @TextField({
    description: 'A client’s tax number, a buyer’s country and name, or a guarantee group’s id',
    max: 300,
    example: '91330201MA2812345X',
  })
  readonly key!: string;

  @TextField({ description: 'Its name', max: 300, example: '宁波示例电器有限公司' })
  readonly name!: string;

  @MoneyField({ description: 'Drawn and reserved' })
  readonly exposure!: MoneyDto;

  @DecimalField({ description: `Of the whole exposure. ${SHARE}`, places: 4, example: '0.25' })
  readonly share!: string;

  @IntegerField({ description: 'Loans' })
  readonly loans!: number;
}

class LenderConcentrationsDto {
  @ListField(() => LenderConcentrationDto, { description: 'The largest ten, the largest first', max: 10 })
  readonly largest!: LenderConcentrationDto[];

  @MoneyField({ description: 'All others together, so that the amounts add up to the exposure' })
  readonly others!: MoneyDto;

  static from(this: void, { largest, others }: Concentrations): LenderConcentrationsDto {
    return {
      largest: largest.map(({ key, name, exposure, share, loans }) => ({
        ...{ key, name, exposure: exposure.toJSON(), share: share.toFixed(), loans },
      })),
      others: others.toJSON(),
    };
  }
}

class CurrencyPortfolioDto {
  @TextField(CURRENCY)
  readonly currency!: string;

  @MoneyField({ description: 'Principal paid out and not paid back; the sum of the products' })
  readonly drawn!: MoneyDto;

  @MoneyField({ description: 'Asked for, not yet paid out; the sum of the products' })
  readonly reserved!: MoneyDto;

  @MoneyField({ description: 'The sum of the products; null of a day that is past', nullable: true })
  readonly free!: MoneyDto | null;

  @MoneyField({
    description: 'What you lend within in all, the limits of the level `lender` of all tenants; null where none is set',
    nullable: true,
  })
  readonly facility!: MoneyDto | null;

  @DecimalField({
    description: `Drawn and reserved, of the facility; null without one. ${SHARE}`,
    places: 4,
    nullable: true,
    example: null,
  })
  readonly utilisation!: string | null;

  @IntegerField({ description: 'Loans' })
  readonly loans!: number;

  @ListField(() => LenderExposureDto, { description: 'By product, by its code' })
  readonly products!: LenderExposureDto[];

  @ListField(() => LenderAgeBucketDto, { description: 'What is drawn, by days past maturity', max: 5 })
  readonly ageing!: LenderAgeBucketDto[];

  @ObjectField(() => LenderConcentrationsDto, { description: 'By client: one company, through whichever tenant' })
  readonly clients!: LenderConcentrationsDto;

  @ObjectField(() => LenderConcentrationsDto, { description: 'By buyer: one name in one country' })
  readonly buyers!: LenderConcentrationsDto;

  @ObjectField(() => LenderConcentrationsDto, { description: 'By guarantee group; who is in none is among the others' })
  readonly groups!: LenderConcentrationsDto;

  static from(this: void, portfolio: CurrencyPortfolio): CurrencyPortfolioDto {
    const { currency, drawn, reserved, free, facility, utilisation, loans, clients, buyers, groups } = portfolio;
    return {
      ...{ currency, drawn: drawn.toJSON(), reserved: reserved.toJSON(), free: orNull(free), loans },
      ...{ facility: orNull(facility), utilisation: utilisation?.toFixed() ?? null },
      products: portfolio.products.map(LenderExposureDto.from),
      ageing: portfolio.ageing.map(LenderAgeBucketDto.from),
      clients: LenderConcentrationsDto.from(clients),
      buyers: LenderConcentrationsDto.from(buyers),
      groups: LenderConcentrationsDto.from(groups),
    };
  }
}

class CovenantStandingDto {
  @IdField({ kind: 'lenderCovenant', description: 'The covenant' })
  readonly covenantId!: string;

  @TextField({ description: 'Its name', max: 100, example: 'Single client' })
  readonly name!: string;

  @EnumField({ description: 'What it measures', values: COVENANT_MEASURES, example: 'largest_client_share' })
  readonly measure!: string;

  @TextField(CURRENCY)
  readonly currency!: string;

  @DecimalField({ description: 'What the figure is', places: 4, example: '0.31' })
  readonly value!: string;

  @DecimalField({ description: 'What it may be at most', places: 4, example: '0.25' })
  readonly threshold!: string;

  @BooleanField({ description: 'An alert: the value is above the threshold' })
  readonly isBreached!: boolean;

  static from(this: void, { covenant, currency, value, isBreached }: CovenantStanding): CovenantStandingDto {
    const { id, name, measure, threshold } = covenant;
    return {
      ...{ covenantId: publicId('lenderCovenant', id), name, measure, currency },
      ...{ value: value.toFixed(), threshold: threshold.toFixed(), isBreached },
    };
  }
}

/** What a lender has lent. */
export class LenderPortfolioDto {
  @DateField({ description: 'The day' })
  readonly asOf!: string;

  @ListField(() => CurrencyPortfolioDto, { description: 'By currency; currencies are never added', max: 200 })
  readonly currencies!: CurrencyPortfolioDto[];

  @ListField(() => CovenantStandingDto, {
    description: 'Each covenant that held on the day, in each currency',
    max: 5_000,
  })
  readonly covenants!: CovenantStandingDto[];

  @IntegerField({ description: 'How many of them are breached' })
  readonly alerts!: number;

  static from(this: void, { asOf, currencies, covenants }: DatedPortfolio): LenderPortfolioDto {
    return {
      asOf,
      currencies: currencies.map(CurrencyPortfolioDto.from),
      covenants: covenants.map(CovenantStandingDto.from),
      alerts: covenants.filter(({ isBreached }) => isBreached).length,
    };
  }
}
