import { CURRENCIES } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
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
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type RevaluationOrder } from '../../application/results/revaluations.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { SAY } from '../../domain/exposures/exposure.sentences.js';
import { type Revaluation, type WholeRevaluation } from '../../entities/revaluations.table.js';

const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/;

export class MonthEndRateDto {
  @EnumField({ description: 'ISO 4217', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @DecimalField({ description: 'CNY for one unit', example: '7.0827' })
  rate!: string;
}

export class RevaluationRequest {
  @TextField({ description: 'The month, which must be over in China', max: 7, pattern: PERIOD, example: '2026-10' })
  period!: string;

  @ListField(() => MonthEndRateDto, {
    description:
      'Rates that count instead of the middle of the bank’s last board of the month, such as published middle rates',
    optional: true,
    max: 100,
  })
  rates?: MonthEndRateDto[];

  /** @throws InvalidInputError */
  toOrder(): RevaluationOrder {
    const check = new InputCheck();
    const rates = (this.rates ?? []).map(({ currency, rate }, index) => {
      const at = `/rates/${index}`;
      const isFirst = this.rates?.findIndex((other) => other.currency === currency) === index;
      check.that(isFirst, `${at}/currency`, 'duplicate', SAY.rate_twice);
      check.that(currency !== HOME, `${at}/currency`, 'not_applicable', SAY.rate_of_home);
      check.positive(new Decimal(rate), `${at}/rate`);
      return { currency, rate: new Decimal(rate) };
    });
    check.done();
    return { period: this.period, rates };
  }
}

export class RevaluationLineDto {
  @EnumField({
    description: 'An order’s money, or the platform’s own position',
    values: ['order', 'position'],
    example: 'order',
  })
  subject!: 'order' | 'position';

  @IdField({ description: 'The order', kind: 'order', nullable: true })
  orderId!: string | null;

  @IdField({ description: 'The seller', kind: 'party', nullable: true })
  sellerId!: string | null;

  @MoneyField({ description: 'Open on the last day; below zero: owed', negative: true })
  foreign!: MoneyJson;

  @MoneyField({ description: 'CNY it stood at', negative: true })
  carried!: MoneyJson;

  @DecimalField({
    description: 'CNY for one unit; null where there is none, and nothing is booked',
    nullable: true,
    example: '7.0827',
  })
  rate!: string | null;

  @DateField({ description: 'Day of the rate', nullable: true })
  rateOn!: string | null;

  @MoneyField({ description: 'CNY at that rate', nullable: true, negative: true })
  valued!: MoneyJson | null;

  @MoneyField({ description: '`valued` less `carried`', nullable: true, negative: true })
  result!: MoneyJson | null;
}

export class RevaluationHeadDto {
  @IdField({ description: 'Id of the revaluation', kind: 'revaluation' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['revaluation'], example: 'revaluation' })
  object!: 'revaluation';

  @TextField({ description: 'The month', max: 7, example: '2026-10' })
  period!: string;

  @DateField({ description: 'Its last day: what was open then is valued' })
  valuedOn!: string;

  @DateField({ description: 'First day of the next month: it is taken back' })
  reversedOn!: string;

  @MoneyField({ description: 'CNY, unrealised; below zero a loss', negative: true })
  result!: MoneyJson;

  @IdField({
    description: 'The transfer that booked it; null where there was nothing to book',
    kind: 'transfer',
    nullable: true,
  })
  transferId!: string | null;

  @IdField({ description: 'The transfer that takes it back', kind: 'transfer', nullable: true })
  reversalId!: string | null;

  @IntegerField({ description: 'Version of the row', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was booked' })
  createdAt!: string;

  static from(this: void, found: Revaluation): RevaluationHeadDto {
    const { period, valuedOn, reversedOn, transferId, reversalId, version } = found;
    return {
      id: publicId('revaluation', found.id),
      object: 'revaluation',
      ...{ period, valuedOn, reversedOn },
      result: found.result.toJSON(),
      transferId: transferId === null ? null : publicId('transfer', transferId),
      reversalId: reversalId === null ? null : publicId('transfer', reversalId),
      version,
      createdAt: found.createdAt.toISOString(),
    };
  }
}

export class RevaluationHeadPageDto extends PageOf(RevaluationHeadDto) {}

export class RevaluationDto extends RevaluationHeadDto {
  @IntegerField({ description: 'Balances without a rate' })
  unvalued!: number;

  @ListField(() => RevaluationLineDto, { description: 'Balance by balance: the first thousand', max: 1_000 })
  lines!: RevaluationLineDto[];

  @IntegerField({ description: 'Balances that are not shown' })
  linesLeftOff!: number;

  static whole(this: void, found: WholeRevaluation): RevaluationDto {
    const { lines } = found;
    return {
      ...RevaluationHeadDto.from(found),
      unvalued: lines.filter(({ rate }) => rate === null).length,
      lines: lines.slice(0, 1_000).map(lineDto),
      linesLeftOff: Math.max(0, lines.length - 1_000),
    };
  }
}

function lineDto(line: WholeRevaluation['lines'][number]): RevaluationLineDto {
  const { subject, orderId, partyId, carried, rate, rateOn, valued, result } = line;
  return {
    subject,
    orderId: orderId === null ? null : publicId('order', orderId),
    sellerId: partyId === null ? null : publicId('party', partyId),
    foreign: carried.foreign.toJSON(),
    carried: carried.value.toJSON(),
    rate: rate?.toFixed() ?? null,
    rateOn,
    valued: valued?.toJSON() ?? null,
    result: result?.toJSON() ?? null,
  };
}

export class RevaluationsQuery extends DatedPageQuery {
  @TextField({ description: 'Only of this month', optional: true, max: 7, pattern: PERIOD, example: '2026-10' })
  period?: string;
}
