import { CURRENCIES } from '../../../kernel/currency.js';
import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import {
  BooleanField,
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
import { type StandingPeriod } from '../../application/period-outcomes.service.js';
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
const REDUCTION = {
  description: 'What corrections left to be taken off (上期结转需冲减的免抵退税额)',
  currency: 'CNY',
};
const PLAN_RATE = {
  description: 'Share of duty-free material in what is exported under 0615 (进料加工计划分配率, 实耗法), a fraction',
  example: '0.35',
};
const RATES = { description: 'One rate for each currency that was exported in', max: 50 };

/** What a manufacturer's VAT return says beside its exports. */
export class TaxPeriodRequest {
  @IdField({ description: 'The manufacturer', kind: 'party' })
  sellerId!: string;

  @MoneyField(OUTPUT)
  domesticOutputVat!: MoneyDto;

  @MoneyField(INPUT)
  inputVat!: MoneyDto;

  @MoneyField({
    ...CARRY,
    description: `${CARRY.description}; left out: what that period leaves once its claims are granted`,
    optional: true,
  })
  carryForwardCredit?: MoneyDto;

  @MoneyField({
    ...REDUCTION,
    description: `${REDUCTION.description}; left out: what the period before could not take off`,
    optional: true,
  })
  carriedReduction?: MoneyDto;

  @DecimalField({ ...PLAN_RATE, optional: true })
  bondedPlanRate?: string;

  @ListField(() => PeriodFxRateDto, RATES)
  fxRates!: PeriodFxRateDto[];

  toData(): PeriodData {
    return {
      domesticOutputVat: Money.fromJSON(this.domesticOutputVat),
      inputVat: Money.fromJSON(this.inputVat),
      carryForwardCredit: this.carryForwardCredit ? Money.fromJSON(this.carryForwardCredit) : null,
      carriedReduction: this.carriedReduction ? Money.fromJSON(this.carriedReduction) : null,
      bondedPlanRate: this.bondedPlanRate ?? null,
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

  @TextField({
    description: 'The period that the credit was taken over from; null: somebody said it, or there was none',
    nullable: true,
    max: 6,
    example: '202610',
  })
  readonly carriedFrom!: string | null;

  @MoneyField(REDUCTION)
  readonly carriedReduction!: MoneyDto;

  @DecimalField({ ...PLAN_RATE, nullable: true })
  readonly bondedPlanRate!: string | null;

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
      carriedFrom: row.carriedFrom,
      carriedReduction: row.carriedReduction.toJSON(),
      bondedPlanRate: row.bondedPlanRate,
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

const CNY = { currency: 'CNY' };

/** What a month means for the one after it. */
export class CarriedPeriodDto {
  @TextField({ description: 'The month after, YYYYMM', max: 6, example: '202612' })
  readonly period!: string;

  @MoneyField({ ...CNY, description: 'The credit that it is recorded with' })
  readonly recorded!: MoneyDto;

  @MoneyField({ ...CNY, description: 'The credit that this month leaves' })
  readonly due!: MoneyDto;

  @MoneyField({
    ...CNY,
    description: 'What a correction of the month after comes to; zero: nothing is to be corrected',
  })
  readonly difference!: MoneyDto;

  @MoneyField({ ...CNY, description: 'What is to be taken off there (需冲减的免抵退税额), as recorded' })
  readonly recordedReduction!: MoneyDto;

  @MoneyField({ ...CNY, description: 'What this month leaves to be taken off' })
  readonly dueReduction!: MoneyDto;

  @BooleanField({ description: 'Whether claims stand on the month after' })
  readonly claimed!: boolean;
}

/** What a manufacturer's month comes to by the claims made in it so far (免抵退税). */
export class TaxPeriodOutcomeDto {
  @TextField({ description: 'YYYYMM', max: 6, example: '202611' })
  readonly period!: string;

  @BooleanField({ description: 'Whether every claim of it is granted and no export of it waits' })
  readonly settled!: boolean;

  @MoneyField({ ...CNY, description: '当期不得免征和抵扣税额, becomes cost' })
  readonly nonDeductibleVat!: MoneyDto;

  @MoneyField({ ...CNY, description: '当期应纳税额; negative where credit is left' })
  readonly netVat!: MoneyDto;

  @MoneyField({ ...CNY, description: 'VAT to be paid' })
  readonly vatPayable!: MoneyDto;

  @MoneyField({ ...CNY, description: '期末留抵税额, before the refund' })
  readonly endingCredit!: MoneyDto;

  @MoneyField({ ...CNY, description: '免抵退税额, the ceiling' })
  readonly exemptCreditRefund!: MoneyDto;

  @MoneyField({ ...CNY, description: '应退税额 of its claims' })
  readonly refund!: MoneyDto;

  @MoneyField({ ...CNY, description: '免抵税额, the base of surcharges' })
  readonly exemptCredit!: MoneyDto;

  @MoneyField({ ...CNY, description: '结转下期留抵税额, the credit of the month after' })
  readonly carryForward!: MoneyDto;

  @MoneyField({ ...CNY, description: '结转下期需冲减的免抵退税额: of corrections, what this month could not take off' })
  readonly reductionForward!: MoneyDto;

  @ObjectField(() => CarriedPeriodDto, { description: 'The month after, where it is recorded', nullable: true })
  readonly next!: CarriedPeriodDto | null;

  static from(this: void, { taxPeriod, outcome, isSettled, next }: StandingPeriod): TaxPeriodOutcomeDto {
    return {
      period: taxPeriod.period,
      settled: isSettled,
      nonDeductibleVat: outcome.nonDeductibleVat.toJSON(),
      netVat: outcome.netVat.toJSON(),
      vatPayable: outcome.vatPayable.toJSON(),
      endingCredit: outcome.endingCredit.toJSON(),
      exemptCreditRefund: outcome.exemptCreditRefund.toJSON(),
      refund: outcome.refund.toJSON(),
      exemptCredit: outcome.exemptCredit.toJSON(),
      carryForward: outcome.carryForward.toJSON(),
      reductionForward: outcome.reductionForward.toJSON(),
      next: next && {
        period: next.period,
        recorded: next.recorded.toJSON(),
        due: next.due.toJSON(),
        difference: next.difference.toJSON(),
        recordedReduction: next.recordedReduction.toJSON(),
        dueReduction: next.dueReduction.toJSON(),
        claimed: next.isClaimed,
      },
    };
  }
}

export class TaxPeriodOutcomeQuery {
  @IdField({ description: 'The manufacturer', kind: 'party' })
  readonly sellerId!: string;
}
