import { type Currency, isCurrency, minorDigits } from './currency.js';
import { Decimal, ROUNDING, type Rounding } from './decimal.js';
import { DomainError, problem } from './domain-error.js';
import { SAY } from './kernel.sentences.js';

/** How money looks in JSON: a decimal string at the scale of the currency. */
export interface MoneyJson {
  readonly amount: string;
  readonly currency: string;
}

export class CurrencyMismatchError extends DomainError {
  static readonly problem = problem(
    'MONEY.CURRENCY_MISMATCH',
    'invalid',
    { en: 'Amounts are in different currencies', zh: '金额币种不一致' },
    { en: 'Give all amounts of this request in one currency', zh: '请使用同一币种' },
  );
}

export class MalformedMoneyError extends DomainError {
  static readonly problem = problem(
    'MONEY.MALFORMED',
    'invalid',
    { en: 'An amount cannot be read', zh: '金额格式错误' },
    {
      en: 'Write a decimal string with no more places than the currency has',
      zh: '请使用不超过币种小数位的十进制字符串',
    },
  );
}

/**
 * An exact amount of one currency, held as an integer count of its minor unit.
 * Immutable. Amounts of different currencies never meet; see FxRate for that.
 */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: Currency,
  ) {}

  static ofMinor(minor: bigint, currency: Currency): Money {
    if (!isCurrency(currency)) throw new MalformedMoneyError(SAY.currency_unknown, { currency });
    return new Money(minor, currency);
  }

  static zero(currency: Currency): Money {
    return Money.ofMinor(0n, currency);
  }

  /**
   * Reads `"1234.50"`. Refuses more decimals than the currency has, so nothing is rounded in silence.
   * @throws MalformedMoneyError
   */
  static parse(amount: string, currency: string): Money {
    if (!isCurrency(currency)) throw new MalformedMoneyError(SAY.currency_unknown, { currency });
    const digits = minorDigits(currency);
    const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(amount);
    if (match === null || (match[3] ?? '').length > digits) {
      throw new MalformedMoneyError(SAY.amount_places({ digits }), { amount, currency });
    }
    const [, sign = '', whole = '', fraction = ''] = match;
    return new Money(BigInt(sign + whole + fraction.padEnd(digits, '0')), currency);
  }

  static fromJSON(json: MoneyJson): Money {
    return Money.parse(json.amount, json.currency);
  }

  /** Rounds an exact amount of major units once, to the minor unit, the way it is told. */
  static ofMajor(major: Decimal, currency: Currency, rounding: Rounding): Money {
    const minor = major.times(new Decimal(10).pow(minorDigits(currency)));
    return new Money(BigInt(minor.toDecimalPlaces(0, ROUNDING[rounding]).toFixed()), currency);
  }

  /** The exact sum; of nothing, zero of `currency`. */
  static sum(amounts: readonly Money[], currency: Currency): Money {
    return amounts.reduce((sum, amount) => sum.plus(amount), Money.zero(currency));
  }

  plus(other: Money): Money {
    this.assertSameCurrency(other);
    return new Money(this.minor + other.minor, this.currency);
  }

  minus(other: Money): Money {
    this.assertSameCurrency(other);
    return new Money(this.minor - other.minor, this.currency);
  }

  negated(): Money {
    return new Money(-this.minor, this.currency);
  }

  absolute(): Money {
    return this.minor < 0n ? this.negated() : this;
  }

  /** Multiplies exactly, then rounds once to the minor unit. The caller names the rounding; there is no default. */
  times(factor: Decimal, rounding: Rounding): Money {
    const product = new Decimal(this.minor.toString()).times(factor);
    return new Money(BigInt(product.toDecimalPlaces(0, ROUNDING[rounding]).toFixed()), this.currency);
  }

  /** Splits by weight so that the parts sum to the whole exactly; the first parts take the leftover minor units. */
  allocate(weights: readonly bigint[]): Money[] {
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    if (total <= 0n || weights.some((weight) => weight < 0n)) {
      throw new MalformedMoneyError(SAY.weights);
    }
    const parts = weights.map((weight) => (this.minor * weight) / total);
    let left = this.minor - parts.reduce((sum, part) => sum + part, 0n);
    const step = left < 0n ? -1n : 1n;
    return parts.map((part, index) => {
      if (left === 0n || weights[index] === 0n) return new Money(part, this.currency);
      left -= step;
      return new Money(part + step, this.currency);
    });
  }

  /** In major units, exact: 1234.5 for 1234.50 CNY. */
  toDecimal(): Decimal {
    return new Decimal(this.minor.toString()).div(new Decimal(10).pow(minorDigits(this.currency)));
  }

  isZero(): boolean {
    return this.minor === 0n;
  }

  isNegative(): boolean {
    return this.minor < 0n;
  }

  isMoreThan(other: Money): boolean {
    this.assertSameCurrency(other);
    return this.minor > other.minor;
  }

  equals(other: Money): boolean {
    return this.minor === other.minor && this.currency === other.currency;
  }

  static min(left: Money, right: Money): Money {
    return left.isMoreThan(right) ? right : left;
  }

  static max(left: Money, right: Money): Money {
    return left.isMoreThan(right) ? left : right;
  }

  /** `"1234.50"`, never exponent notation. */
  toAmountString(): string {
    const digits = minorDigits(this.currency);
    const sign = this.minor < 0n ? '-' : '';
    const all = this.absolute()
      .minor.toString()
      .padStart(digits + 1, '0');
    return digits === 0 ? sign + all : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
  }

  toString(): string {
    return `${this.toAmountString()} ${this.currency}`;
  }

  toJSON(): MoneyJson {
    return { amount: this.toAmountString(), currency: this.currency };
  }

  private assertSameCurrency(other: Money): void {
    if (this.currency !== other.currency) {
      throw new CurrencyMismatchError(SAY.currencies_differ, {
        left: this.currency,
        right: other.currency,
      });
    }
  }
}
