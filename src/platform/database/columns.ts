import { Column, type ColumnOptions, PrimaryColumn, type ValueTransformer } from 'typeorm';

import { type Currency } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';

/** PostgreSQL `bigint` arrives as a string; give it back as a bigint, never as a number. */
const bigintTransformer: ValueTransformer = {
  to: (value: bigint | null | undefined) => value?.toString() ?? null,
  from: (value: string | null) => (value === null ? null : BigInt(value)),
};

/** PostgreSQL `numeric` arrives as a string; give it back as a Decimal, never as a number. */
const decimalTransformer: ValueTransformer = {
  to: (value: Decimal | null | undefined) => value?.toFixed() ?? null,
  from: (value: string | null) => (value === null ? null : new Decimal(value)),
};

/** Two columns, `<name>_minor bigint` and `<name>_currency char(3)`, read and written as one Money. */
export class MoneyColumns {
  @Column('bigint', { transformer: bigintTransformer })
  private minor!: bigint;

  @Column('char', { length: 3 })
  private currency!: Currency;

  static from(money: Money): MoneyColumns {
    const columns = new MoneyColumns();
    columns.minor = money.minor;
    columns.currency = money.currency;
    return columns;
  }

  toMoney(): Money {
    return Money.ofMinor(this.minor, this.currency);
  }
}

/** A `numeric` column: a rate, a weight or a quantity, exact. */
export function DecimalColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'numeric', transformer: decimalTransformer });
}

/** A `bigint` column that holds minor units or a count. */
export function BigintColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'bigint', transformer: bigintTransformer });
}

/** The two columns every tenant table starts with; together its primary key. */
export function TenantKey(table: string): PropertyDecorator {
  return PrimaryColumn('uuid', { primaryKeyConstraintName: `pk_${table}` });
}
