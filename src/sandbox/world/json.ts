import { isCurrency } from '../../kernel/currency.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Faults, Refusal } from './refusal.js';

type Record_ = Readonly<Record<string, unknown>>;

/** @throws Refusal 400 when the body is no JSON object */
export function parseObject(body: string): Record_ {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'UNREADABLE', 'The body is not JSON');
  }
  if (!isObject(value)) throw new Refusal(400, 'UNREADABLE', 'The body is not a JSON object');
  return value;
}

export function isObject(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the fields of a JSON object and notes every fault with its place. */
export class Fields {
  constructor(
    private readonly object: Record_,
    private readonly faults: Faults,
    private readonly base = '',
  ) {}

  text(name: string, isRight: (text: string) => boolean = (text) => text.trim() !== '', rule = 'is required'): string {
    const value = this.object[name];
    if (typeof value === 'string' && isRight(value)) return value;
    this.fault(name, rule);
    return '';
  }

  optionalText(name: string): string | null {
    const value = this.object[name];
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value;
    this.fault(name, 'must be text');
    return null;
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.object[name];
    const [first] = words;
    if (first === undefined) throw new Error('oneOf needs words');
    const found = words.find((word) => word === value);
    if (found === undefined) this.fault(name, `must be one of ${words.join(', ')}`);
    return found ?? first;
  }

  date(name: string): string {
    return this.text(name, isLocalDate, 'must be a date YYYY-MM-DD');
  }

  /** A decimal string such as `0.13` or `12.5`, not negative. */
  decimal(name: string): string {
    return this.text(name, isDecimal, 'must be a decimal string, not negative') || '0';
  }

  /** A whole number from 1. */
  count(name: string, max: number): number {
    const value = this.object[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) return value;
    this.fault(name, `must be a whole number from 1 to ${String(max)}`);
    return 1;
  }

  /** For weights and volumes, which DCSA writes as JSON numbers. */
  positiveNumber(name: string): void {
    const value = this.object[name];
    if (typeof value !== 'number' || value <= 0) this.fault(name, 'must be a number above 0');
  }

  flag(name: string): void {
    if (typeof this.object[name] !== 'boolean') this.fault(name, 'must be true or false');
  }

  optionalTexts(name: string, isRight: (text: string) => boolean, rule: string): void {
    const value = this.object[name];
    if (value === undefined) return;
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string' && isRight(item));
    if (!isList) this.fault(name, rule);
  }

  object_(name: string): Fields {
    const value = this.object[name];
    if (!isObject(value)) this.fault(name, 'is required');
    return new Fields(isObject(value) ? value : {}, this.faults, `${this.base}/${name}`);
  }

  /** Null where it is left out. */
  optionalObject(name: string): Fields | null {
    return this.object[name] === undefined ? null : this.object_(name);
  }

  list(name: string): Fields[] {
    const value = this.object[name];
    if (!Array.isArray(value) || value.length === 0) {
      this.fault(name, 'needs at least one entry');
      return [];
    }
    return value.map(
      (item, index) => new Fields(isObject(item) ? item : {}, this.faults, `${this.base}/${name}/${String(index)}`),
    );
  }

  /** Empty where it is left out. */
  optionalList(name: string): Fields[] {
    return this.object[name] === undefined ? [] : this.list(name);
  }

  /** `{amount, currency}` that is not negative. */
  money(name: string): Money {
    const value = this.object[name];
    const isReadable = isObject(value) && typeof value['amount'] === 'string' && typeof value['currency'] === 'string';
    const amount = isReadable ? parseMoney(value['amount'] as string, value['currency'] as string) : null;
    if (amount === null || amount.isNegative()) {
      this.fault(name, 'must be {amount, currency}: a decimal string at the scale of the currency, not negative');
      return Money.zero('CNY');
    }
    return amount;
  }

  /** A bare decimal string in a currency that is known from elsewhere. */
  amountIn(name: string, currency: string, isSigned = false): Money {
    const amount = parseMoney(this.text(name), currency);
    if (amount === null || (!isSigned && amount.isNegative())) {
      this.fault(name, `must be an amount of ${currency}, not negative`);
      return Money.zero('CNY');
    }
    return amount;
  }

  fault(name: string, message: string): void {
    this.faults.add(`${this.base}/${name}`, message);
  }
}

/** @returns null when it is no amount of that currency */
function parseMoney(amount: string, currency: string): Money | null {
  try {
    return Money.parse(amount, currency);
  } catch {
    return null;
  }
}

function isDecimal(text: string): boolean {
  return /^\d{1,15}(\.\d{1,12})?$/.test(text);
}

/** Unified social credit code: 18 characters of its alphabet (GB 32100-2015). The check digit is not enforced: early codes fail it. */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text);
}

export function isCurrencyCode(text: string): boolean {
  return isCurrency(text);
}
