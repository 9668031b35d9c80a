import { Decimal } from '../../../kernel/decimal.js';
import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { CURRENCIES } from '../../../kernel/currency.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyDto,
  MoneyField,
  QueryFlag,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type ListedRate } from '../../application/rates.service.js';
import {
  CHARGE_BASES,
  type ChargeBasis,
  type NewRate,
  type Payer,
  PAYERS,
  TARIFF_MODES,
  type TariffMode,
  VOLUME_POLICIES,
  type VolumePolicy,
} from '../../domain/rate.js';
import { money, PORT, SIZE_TYPE } from './charge.dto.js';

const CODE = { max: 10, pattern: /^[A-Z][A-Z0-9_]{1,9}$/ } as const;
const COUNTRY = { max: 2, min: 2, pattern: /^[A-Z]{2}$/ } as const;
const SERVICE = { max: 40, pattern: /^[a-z][a-z0-9_]{0,39}$/ } as const;
const DEFAULT_POSITION = 50;

export class FreightRateRequestDto {
  @EnumField({ description: 'What it is for', values: TARIFF_MODES, example: 'fcl' })
  mode!: TariffMode;

  @TextField({ description: 'Code of the charge; `OCEAN` is the base freight', ...CODE, example: 'OCEAN' })
  code!: string;

  @TextField({ description: 'As it is printed', max: 100, example: 'Ocean freight' })
  name!: string;

  @EnumField({ description: 'What it is counted by', values: CHARGE_BASES, example: 'per_container' })
  basis!: ChargeBasis;

  @TextField({ description: 'UN/LOCODE; any port where absent', ...PORT, optional: true, example: 'CNNGB' })
  portOfLoading?: string;

  @TextField({ description: 'UN/LOCODE; any port where absent', ...PORT, optional: true, example: 'DEHAM' })
  portOfDischarge?: string;

  @TextField({
    description: 'ISO 3166-1 alpha-2; any country where absent',
    max: 2,
    min: 2,
    pattern: /^[A-Z]{2}$/,
    optional: true,
    example: 'DE',
  })
  destinationCountry?: string;

  @TextField({
    description: 'Country of origin, for a rate that names no port of loading; ISO 3166-1 alpha-2',
    ...COUNTRY,
    optional: true,
    example: 'CN',
  })
  originCountry?: string;

  @TextField({
    description: 'One of several services of the mode; all of them where absent',
    ...SERVICE,
    optional: true,
    example: 'economy',
  })
  service?: string;

  @DecimalField({
    description: 'Charges per kilogram or unit: from this weight on, kg; several rates of one charge are its breaks',
    optional: true,
    example: '45',
  })
  fromKg?: string;

  @IntegerField({
    description: 'cm³ that count as a kilogram; the custom of the mode where absent',
    min: 1,
    max: 100_000,
    optional: true,
    example: 6000,
  })
  divisor?: number;

  @EnumField({
    description: '`full` 全泡, `half` 半泡, `none` 免泡; the custom of the mode where absent',
    values: VOLUME_POLICIES,
    optional: true,
    example: 'full',
  })
  volumePolicy?: VolumePolicy;

  @DecimalField({
    description: 'Step that weight is rounded up to, kg; the custom of the mode where absent',
    optional: true,
    example: '0.5',
  })
  roundUpToKg?: string;

  @IntegerField({ description: 'Days under way at least', min: 0, max: 400, optional: true, example: 3 })
  transitDaysMin?: number;

  @IntegerField({ description: 'Days under way at most', min: 0, max: 400, optional: true, example: 7 })
  transitDaysMax?: number;

  @TextField({ description: 'Container size; any where absent', ...SIZE_TYPE, optional: true, example: '22G1' })
  sizeType?: string;

  @EnumField({
    description: 'Of price and limits; of the charges that a percentage is of',
    values: CURRENCIES,
    example: 'USD',
  })
  currency!: string;

  @MoneyField({ description: 'Price of one; for fixed charges', optional: true })
  price?: MoneyDto;

  @DecimalField({ description: '0.05 for 5 %; for percentages', optional: true, example: '0.05' })
  share?: string;

  @TextListField({
    description: 'Codes of the charges that a percentage is of',
    optional: true,
    max: 20,
    maxLength: 10,
    example: ['OCEAN'],
  })
  percentOf?: string[];

  @MoneyField({ description: 'At least this much', optional: true })
  minimum?: MoneyDto;

  @MoneyField({ description: 'At most this much', optional: true })
  maximum?: MoneyDto;

  @EnumField({ description: 'Who pays it; `prepaid` where absent', values: PAYERS, optional: true })
  payer?: Payer;

  @IntegerField({ description: 'Order in the quote; 50 where absent', min: 0, max: 999, optional: true, example: 10 })
  position?: number;

  @DateField({ description: 'First day of departure', example: '2026-12-01' })
  validFrom!: string;

  @DateField({ description: 'Last day; until further notice where absent', optional: true, example: '2026-12-31' })
  validTo?: string;

  @TextField({ description: 'Where it comes from: contract or offer', example: 'Contract 2026-118' })
  source!: string;

  toRate(): NewRate {
    const amount = (dto: MoneyDto | undefined): Money | null => (dto === undefined ? null : Money.fromJSON(dto));
    return {
      mode: this.mode,
      code: this.code,
      name: this.name,
      basis: this.basis,
      portOfLoading: this.portOfLoading ?? null,
      portOfDischarge: this.portOfDischarge ?? null,
      destinationCountry: this.destinationCountry ?? null,
      sizeType: this.sizeType ?? null,
      currency: this.currency,
      price: amount(this.price),
      share: this.share === undefined ? null : new Decimal(this.share),
      percentOf: this.percentOf ?? [],
      minimum: amount(this.minimum),
      maximum: amount(this.maximum),
      payer: this.payer ?? 'prepaid',
      position: this.position ?? DEFAULT_POSITION,
      validFrom: this.validFrom,
      validTo: this.validTo ?? null,
      source: this.source,
      originCountry: this.originCountry ?? null,
      service: this.service ?? null,
      fromKg: this.fromKg === undefined ? null : new Decimal(this.fromKg),
      weighing: {
        divisor: this.divisor ?? null,
        volumePolicy: this.volumePolicy ?? null,
        roundUpToKg: this.roundUpToKg === undefined ? null : new Decimal(this.roundUpToKg),
      },
      transitDaysMin: this.transitDaysMin ?? null,
      transitDaysMax: this.transitDaysMax ?? null,
    };
  }
}

/** One line of the rate table. */
export class FreightRateDto {
  @IdField({ description: 'The rate', kind: 'freightRate' })
  readonly id!: string;

  @BooleanField({ description: "True for the platform's tariff, false for your own", example: true })
  readonly shared!: boolean;

  @EnumField({ description: 'What it is for', values: TARIFF_MODES, example: 'fcl' })
  readonly mode!: TariffMode;

  @TextField({ description: 'Code of the charge', max: 10, example: 'OCEAN' })
  readonly code!: string;

  @TextField({ description: 'As it is printed', max: 100, example: 'Ocean freight' })
  readonly name!: string;

  @EnumField({ description: 'What it is counted by', values: CHARGE_BASES, example: 'per_container' })
  readonly basis!: ChargeBasis;

  @TextField({ description: 'UN/LOCODE; null for any', max: 5, min: 5, nullable: true, example: 'CNNGB' })
  readonly portOfLoading!: string | null;

  @TextField({ description: 'UN/LOCODE; null for any', max: 5, min: 5, nullable: true, example: 'DEHAM' })
  readonly portOfDischarge!: string | null;

  @TextField({ description: 'ISO 3166-1 alpha-2; null for any', max: 2, min: 2, nullable: true, example: 'DE' })
  readonly destinationCountry!: string | null;

  @TextField({ description: 'ISO 3166-1 alpha-2; null for any', max: 2, min: 2, nullable: true, example: 'CN' })
  readonly originCountry!: string | null;

  @TextField({ description: 'One service of the mode; null for all', max: 40, nullable: true, example: 'economy' })
  readonly service!: string | null;

  @DecimalField({ description: 'From this weight on, kg; null from nothing', nullable: true, example: '45' })
  readonly fromKg!: string | null;

  @IntegerField({
    description: 'cm³ that count as a kilogram; null: as the mode has it',
    nullable: true,
    min: 1,
    example: 6000,
  })
  readonly divisor!: number | null;

  @EnumField({ description: 'What volume counts; null: as the mode has it', values: VOLUME_POLICIES, nullable: true })
  readonly volumePolicy!: VolumePolicy | null;

  @DecimalField({ description: 'Step of weight, kg; null: as the mode has it', nullable: true, example: '0.5' })
  readonly roundUpToKg!: string | null;

  @IntegerField({ description: 'Days under way at least', nullable: true, min: 0, max: 400, example: 3 })
  readonly transitDaysMin!: number | null;

  @IntegerField({ description: 'Days under way at most', nullable: true, min: 0, max: 400, example: 7 })
  readonly transitDaysMax!: number | null;

  @IdField({ description: 'The tariff that it was imported with', kind: 'freightTariff', nullable: true })
  readonly tariffId!: string | null;

  @TextField({ description: 'Container size; null for any', max: 4, min: 4, nullable: true, example: '22G1' })
  readonly sizeType!: string | null;

  @EnumField({ description: 'Of price and limits', values: CURRENCIES, example: 'USD' })
  readonly currency!: string;

  @MoneyField({ description: 'Price of one; null for a percentage', nullable: true })
  readonly price!: MoneyDto | null;

  @DecimalField({ description: 'Fraction; null for a fixed charge', nullable: true, example: '0.05' })
  readonly share!: string | null;

  @TextListField({ description: 'Codes that a percentage is of', max: 20, maxLength: 10, example: [] })
  readonly percentOf!: string[];

  @MoneyField({ description: 'At least this much', nullable: true })
  readonly minimum!: MoneyDto | null;

  @MoneyField({ description: 'At most this much', nullable: true })
  readonly maximum!: MoneyDto | null;

  @EnumField({ description: 'Who pays it', values: PAYERS, example: 'prepaid' })
  readonly payer!: Payer;

  @IntegerField({ description: 'Order in the quote', min: 0, max: 999, example: 10 })
  readonly position!: number;

  @DateField({ description: 'First day of departure', example: '2026-01-01' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day; null until further notice', nullable: true, example: '2026-12-31' })
  readonly validTo!: string | null;

  @TextField({ description: 'Where it comes from', example: 'platform sample tariff 2026' })
  readonly source!: string;

  @InstantField({ description: 'When it was withdrawn', nullable: true, example: '2026-11-24T02:00:00.000Z' })
  readonly withdrawnAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was added', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  static from(this: void, rate: ListedRate): FreightRateDto {
    const { isShared, price, share, minimum, maximum, percentOf, withdrawnAt, createdAt, id, ...others } = rate;
    const { weighing, fromKg, tariffId, ...rest } = others;
    return {
      ...rest,
      fromKg: fromKg?.toFixed() ?? null,
      divisor: weighing.divisor,
      volumePolicy: weighing.volumePolicy,
      roundUpToKg: weighing.roundUpToKg?.toFixed() ?? null,
      tariffId: tariffId === null ? null : publicId('freightTariff', tariffId),
      id: publicId('freightRate', id),
      shared: isShared,
      price: price === null ? null : money(price.toJSON()),
      share: share?.toFixed() ?? null,
      percentOf: [...percentOf],
      minimum: minimum === null ? null : money(minimum.toJSON()),
      maximum: maximum === null ? null : money(maximum.toJSON()),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  }
}

export class FreightRatePageDto extends PageOf(FreightRateDto) {}

export class FreightRatesQuery extends DatedPageQuery {
  @EnumField({ description: 'Way of carriage', values: TARIFF_MODES, optional: true })
  mode?: TariffMode;

  @TextField({ description: 'Rates that fit this port of loading', ...PORT, optional: true, example: 'CNNGB' })
  portOfLoading?: string;

  @TextField({ description: 'Rates that fit this port of discharge', ...PORT, optional: true, example: 'DEHAM' })
  portOfDischarge?: string;

  @TextField({ description: 'Code of the charge', ...CODE, optional: true, example: 'OCEAN' })
  code?: string;

  @DateField({ description: 'Rates in force on this day', optional: true, example: '2026-12-05' })
  validOn?: string;

  @QueryFlag({ description: "True for the platform's tariff only, false for your own only" })
  shared?: boolean;
}
