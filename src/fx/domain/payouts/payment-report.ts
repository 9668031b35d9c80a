import { type PaymentStatus } from './payment-status.js';

/** What the bank says of one transaction of a message. */
export interface TransactionReport {
  readonly endToEndId: string;
  readonly status: PaymentStatus;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly bankReference: string | null;
}

/** What the bank says about one payment order of ours. */
export interface PaymentReport {
  /** Our message id. */
  readonly messageId: string;
  /** Nearest to the (first) transaction. */
  readonly status: PaymentStatus;
  /** Of the message as a whole; `PART` where its transactions differ. */
  readonly groupStatus?: PaymentStatus | 'PART' | null;
  /** What it says of single transactions. */
  readonly transactions?: readonly TransactionReport[];
  /** ISO 20022 external status reason, `AC04`. */
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly bankReference: string | null;
}
