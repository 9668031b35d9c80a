import { DateField, DecimalField, ListField, MoneyDto, MoneyField } from '../../../platform/http/fields.js';
import { type Schedule, type ScheduleLine } from '../../domain/instalments/schedule.js';

class LoanScheduleLineDto {
  @DateField({ description: 'When it is due; no day off in China' })
  readonly dueOn!: string;

  @MoneyField({ description: 'Of the principal' })
  readonly principal!: MoneyDto;

  @MoneyField({ description: 'Of the days since the one before, by actual days' })
  readonly interest!: MoneyDto;

  @MoneyField({ description: 'Fees; owed from the draw on' })
  readonly fee!: MoneyDto;

  @MoneyField({ description: 'All of it' })
  readonly total!: MoneyDto;

  static from(this: void, { dueOn, principal, interest, fee, total }: ScheduleLine): LoanScheduleLineDto {
    return {
      ...{ dueOn, principal: principal.toJSON(), interest: interest.toJSON() },
      ...{ fee: fee.toJSON(), total: total.toJSON() },
    };
  }
}

/** What a loan costs from its draw to its last due date, if each part is paid on its day. */
export class LoanScheduleDto {
  @ListField(() => LoanScheduleLineDto, { description: 'One of each due date, in their order', min: 1, max: 120 })
  readonly lines!: LoanScheduleLineDto[];

  @MoneyField({ description: 'The sum of the principal' })
  readonly principal!: MoneyDto;

  @MoneyField({ description: 'The sum of the interest' })
  readonly interest!: MoneyDto;

  @MoneyField({ description: 'The sum of the fees' })
  readonly fees!: MoneyDto;

  @MoneyField({ description: 'What it costs: interest and fees' })
  readonly cost!: MoneyDto;

  @DecimalField({ description: 'The cost per year, as a fraction of what is owed meanwhile', example: '0.0512' })
  readonly allInRate!: string;

  static from(this: void, { lines, principal, interest, fees, cost, allInRate }: Schedule): LoanScheduleDto {
    return {
      lines: lines.map(LoanScheduleLineDto.from),
      ...{ principal: principal.toJSON(), interest: interest.toJSON(), fees: fees.toJSON(), cost: cost.toJSON() },
      allInRate: allInRate.toFixed(),
    };
  }
}
