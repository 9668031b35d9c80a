import { publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { DateField, EnumField, IdField, ListField, MoneyDto, MoneyField } from '../../../platform/http/fields.js';
import { STATEMENT_KINDS, type StatementLine } from '../../domain/accrual/statement.js';
import { SAY } from '../../domain/financing.sentences.js';
import { type DatedStatement } from '../../application/accrual/loan-statements.js';

export class LoanStatementQuery {
  @DateField({ description: 'First day; the day of the draw where absent', optional: true, example: '2026-11-01' })
  from?: string;

  @DateField({ description: 'Last day; today where absent', optional: true, example: '2026-11-30' })
  to?: string;

  /** @throws InvalidInputError when the days are the wrong way round */
  check(this: Readonly<LoanStatementQuery>): void {
    const { from, to } = this;
    const check = new InputCheck();
    check.that(from === undefined || to === undefined || from <= to, '?to', 'out_of_range', SAY.period_order);
    check.done();
  }
}

class LoanStatementLineDto {
  @DateField({ description: 'The day of it; of what accrued the last day that is in it' })
  readonly on!: string;

  @EnumField({
    description: 'What it is; interest and penalty by month, and up to each repayment',
    values: STATEMENT_KINDS,
  })
  readonly kind!: string;

  @MoneyField({ description: 'What is owed more by it; of a repayment less than zero' })
  readonly amount!: MoneyDto;

  @MoneyField({ description: 'What is owed in all after it' })
  readonly balance!: MoneyDto;

  static from(this: void, { on, kind, amount, balance }: StatementLine): LoanStatementLineDto {
    return { on, kind, amount: amount.toJSON(), balance: balance.toJSON() };
  }
}

/** What an advance owed, and owes, and by what. */
export class LoanStatementDto {
  @IdField({ kind: 'advance', description: 'The advance' })
  readonly advanceId!: string;

  @DateField({ description: 'First day' })
  readonly from!: string;

  @DateField({ description: 'Last day' })
  readonly to!: string;

  @MoneyField({ description: 'Owed when the first day began' })
  readonly opening!: MoneyDto;

  @ListField(() => LoanStatementLineDto, { description: 'What changed it, oldest first', max: 5_000 })
  readonly lines!: LoanStatementLineDto[];

  @MoneyField({ description: 'Owed when the last day is over; of today, owed now' })
  readonly closing!: MoneyDto;

  static from(this: void, id: string, { from, to, opening, lines, closing }: DatedStatement): LoanStatementDto {
    return {
      advanceId: publicId('advance', id),
      ...{ from, to },
      opening: opening.toJSON(),
      lines: lines.map(LoanStatementLineDto.from),
      closing: closing.toJSON(),
    };
  }
}
