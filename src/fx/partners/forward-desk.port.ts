import { type Currency } from '../../kernel/currency.js';
import { type DayBasis } from '../../kernel/day-basis.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Side } from '../domain/conversions/rate-bound.js';
import { type CurvePoint } from '../domain/forwards/interest-curve.js';
import { type BankCaller, type Deal } from './bank.port.js';

/** One curve as the bank gives it, for guidance. */
export interface BankCurve {
  readonly currency: Currency;
  readonly asOf: LocalDate;
  readonly dayBasis: DayBasis;
  readonly points: readonly CurvePoint[];
}

/** A contract as it is wanted; rates are CNY for `unit` of the currency. */
export interface ForwardOrderToBank {
  readonly reference: string;
  /** The trade behind it: the contract with the buyer; of dues on no order, who owes them. */
  readonly underlying: string;
  /** The client's, of the foreign amount. */
  readonly side: Side;
  readonly amount: Money;
  readonly rate: Decimal;
  readonly unit: Decimal;
  readonly tradeDate: LocalDate;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
}

/** A part of a contract that is delivered. */
export interface DeliveryOrder {
  readonly reference: string;
  readonly contractNumber: string;
  readonly side: Side;
  readonly amount: Money;
  readonly deliveredOn: LocalDate;
  /** Where the money is taken from and put to; null while the client has no account in that currency. */
  readonly debitAccount: string | null;
  readonly creditAccount: string | null;
}

/** A part of a contract that is undone at `closeRate`. */
export interface CloseOutOrder {
  readonly reference: string;
  readonly contractNumber: string;
  /** The client's in CNY, for the result; null while it has none. */
  readonly account: string | null;
  readonly amount: Money;
  readonly closeRate: Decimal;
  readonly tradeDate: LocalDate;
}

export interface RolloverOrder extends CloseOutOrder {
  readonly rate: Decimal;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface Ended {
  readonly bankReference: string;
  /** CNY; below zero the bank is paid. */
  readonly result: Money;
  readonly valueDate: LocalDate;
}

/**
 * Where the bank deals forward. As with its other desks a question has three outcomes: an answer; PartnerRejectedError, a
 * final no; PartnerUnavailableError, unknown: ask again with the same reference, which gets the first answer.
 */
export abstract class ForwardDesk {
  abstract curves(caller: BankCaller): Promise<readonly BankCurve[]>;

  /** Refused with RATE_STALE when the market has moved, with NO_LINE when the bank does not want the risk. */
  abstract book(caller: BankCaller, order: ForwardOrderToBank): Promise<{ readonly contractNumber: string }>;

  /** Delivers a part at the contract's rate. */
  abstract deliver(caller: BankCaller, order: DeliveryOrder): Promise<Deal>;

  abstract closeOut(caller: BankCaller, order: CloseOutOrder): Promise<Ended>;

  /** Closes out a part and makes another contract of it, in one. */
  abstract rollOver(caller: BankCaller, order: RolloverOrder): Promise<Ended & { readonly contractNumber: string }>;
}
