import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type BopLine } from './bop-findings.js';

export type BopAction = 'add' | 'change' | 'delete';

/** A declaration on its way to the bank: all of it from rows, so that a repeat is the same message. */
export interface BopFiling {
  readonly messageId: string;
  /** `2026-11-24T17:49:05+08:00` */
  readonly createdAt: string;
  readonly action: BopAction;
  /** Counts from 1. */
  readonly revision: number;
  readonly number: string;
  readonly declarer: { readonly name: string; readonly accountNumber: string; readonly bic: string };
  readonly creditedOn: LocalDate;
  /** The bank's reference of the credit. */
  readonly bankReference: string;
  readonly payerName: string;
  readonly payerCountry: string;
  readonly amount: Money;
  readonly settled: { readonly amount: Money; readonly rate: string } | null;
  readonly lines: readonly BopLine[];
  readonly contractNumber: string | null;
  readonly invoiceNumber: string | null;
  readonly isBonded: boolean;
}

/** Status words of ISO 20022 (StatisticalReportingStatus1Code). */
export const CONTROL_STATUSES = {
  ACPT: 'accepted',
  ACTC: 'pending',
  PART: 'rejected',
  PDNG: 'pending',
  RCVD: 'pending',
  RJCT: 'rejected',
  RMDR: 'pending',
  INCF: 'rejected',
  CRPT: 'rejected',
} as const;
export type ControlStatus = keyof typeof CONTROL_STATUSES;

/** What the bank says of one message of currency control. */
export interface ControlReport {
  /** Our message id. */
  readonly messageId: string;
  /** Its own id of what it says; null where it answers at once. */
  readonly reportId: string | null;
  readonly status: (typeof CONTROL_STATUSES)[ControlStatus];
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly bankReference: string | null;
}

/** @returns null where it is none of the standard's */
export function controlStatus(code: string): ControlReport['status'] | null {
  return Object.hasOwn(CONTROL_STATUSES, code) ? CONTROL_STATUSES[code as ControlStatus] : null;
}
