import { type Money, type MoneyJson } from '../../kernel/money.js';
import { type Account, type Credit, type PaymentStatus } from './messages.js';
import { type PaymentOrder, type Reason } from './payment-order.js';

export interface AccountState {
  readonly account: Account;
}

export interface CreditState {
  readonly account: Account;
  /** Who the notice is about: the reference under which the account was opened. */
  readonly accountReference: string;
  readonly credit: Kept;
  isBooked: boolean;
}

/** A credit as it is kept: money as JSON. */
type Kept = Omit<Credit, 'sent' | 'charges' | 'credited' | 'bookedOn'> &
  Record<'sent' | 'charges' | 'credited', MoneyJson>;

/** What becomes of one transfer: refused at once or after it was accepted, or sent back after it was settled. */
export interface TransferFate {
  refusal: Reason | null;
  laterRefusal: Reason | null;
  comesBack: boolean;
  isBack: boolean;
}

export interface PaymentState {
  readonly order: PaymentOrder;
  readonly bankReferences: readonly string[];
  /** Of each transfer. */
  readonly fates: readonly TransferFate[];
  /** Why the whole of it fails. */
  readonly refusal: Reason | null;
  isSettled: boolean;
  /** The last that was said of it. */
  status: PaymentStatus | null;
  report: string | null;
}

/** A payment from abroad, as `/control` orders it. */
export interface BuyerPayment {
  /** Given, the payment is made once, however often it is ordered. */
  readonly reference: string | null;
  readonly accountNumber: string;
  readonly sent: Money;
  readonly charges: Money;
  readonly payerName: string;
  readonly payerCountry: string;
  /** Where it comes from; one that the name makes, where it is left out. */
  readonly payerAccount?: string | undefined;
  readonly payerBic?: string | undefined;
  readonly remittance: string;
  /** Of a payment of ours that comes back. */
  readonly returned?: { readonly endToEndId: string; readonly reason: Reason };
}

/** A contract to buy a customer's currency on a later day, or to sell it some. */
export interface ForwardContract {
  readonly contractNumber: string;
  /** The customer's. */
  readonly side: 'sell' | 'buy';
  readonly amount: MoneyJson;
  open: MoneyJson;
  readonly rate: string;
  readonly unit: string;
  readonly startsOn: string;
  readonly dueOn: string;
  refusesMove: boolean;
}
