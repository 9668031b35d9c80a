import { CURRENCIES } from '../../../kernel/currency.js';
import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import {
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type PeriodData, type TaxPeriod } from '../../entities/tax-period.entity.js';

export class PeriodFxRateDto {
  @EnumField({ description: 'ISO 4217', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @DecimalField({
    description: 'CNY per 1 unit; one choice (of the day, or of the 1st of the month) for a year',
    example: '7.0827',
  })
  rate!: string;

  @TextField({ description: 'Who published it, and of which day', max: 200, example: 'SAFE middle rate of 2026-11-02' })
  source!: string;
}

const OUTPUT = { description: 'Output VAT on domestic sales (内销销项税额)', currency: 'CNY' };
const INPUT = { description: 'Input VAT of the period (进项税额)', currency: 'CNY' };
const CARRY = { description: 'Credit carried in from the period before (上期留抵税额)', currency: 'CNY' };
const RATES = { description: 'One rate for each currency that was exported in', max: 50 };

/** What a manufacturer's VAT return says beside its exports. */
export class TaxPeriodRequest {
  @IdField({ description: 'The manufacturer', kind: 'party' })
  sellerId!: string;

  @MoneyField(OUTPUT)
  domesticOutputVat!: MoneyDto;

  @MoneyField(INPUT)
  inputVat!: MoneyDto;

  @MoneyField({ ...CARRY, optional: true })
  carryForwardCredit?: MoneyDto;

  @ListField(() => PeriodFxRateDto, RATES)
  fxRates!: PeriodFxRateDto[];

  toData(): PeriodData {
    return {
      domesticOutputVat: Money.fromJSON(this.domesticOutputVat),
      inputVat: Money.fromJSON(this.inputVat),
      carryForwardCredit: this.carryForwardCredit ? Money.fromJSON(this.carryForwardCredit) : Money.zero('CNY'),
      fxRates: this.fxRates.map(({ currency, rate, source }) => ({ currency, rate, source })),
    };
  }
}

export class TaxPeriodDto {
  @TextField({ description: 'YYYYMM', max: 6, example: '202611' })
  readonly period!: string;

  @IdField({ kind: 'party', description: 'The manufacturer' })
  readonly sellerId!: string;

  @MoneyField(OUTPUT)
  readonly domesticOutputVat!: MoneyDto;

  @MoneyField(INPUT)
  readonly inputVat!: MoneyDto;

  @MoneyField(CARRY)
  readonly carryForwardCredit!: MoneyDto;

  @ListField(() => PeriodFxRateDto, RATES)
  readonly fxRates!: PeriodFxRateDto[];

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was recorded' })
  readonly createdAt!: string;

  static from(this: void, row: TaxPeriod): TaxPeriodDto {
    return {
      period: row.period,
      sellerId: publicId('party', row.sellerId),
      domesticOutputVat: row.domesticOutputVat.toJSON(),
      inputVat: row.inputVat.toJSON(),
      carryForwardCredit: row.carryForwardCredit.toJSON(),
      fxRates: [...row.fxRates],
      version: row.version,
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class TaxPeriodsQuery extends DatedPageQuery {
  @IdField({ description: 'Of this manufacturer', kind: 'party', optional: true })
  sellerId?: string;
}

export const TaxPeriodPageDto = PageOf(TaxPeriodDto);
