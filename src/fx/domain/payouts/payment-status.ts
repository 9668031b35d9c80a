import { type PayoutCommand, type PayoutState } from './payout-status.js';

/** ISO 20022 ExternalPaymentGroupStatus1Code and its transaction twin, as far as banks use them for one transfer. */
export const PAYMENT_STATUSES = {
  RCVD: 'send',
  ACTC: 'send',
  PDNG: 'send',
  ACCP: 'accept',
  ACWC: 'accept',
  ACSP: 'accept',
  ACSC: 'confirm',
  ACCC: 'confirm',
  RJCT: 'reject',
  CANC: 'reject',
} as const satisfies Readonly<Record<string, PayoutCommand>>;
export type PaymentStatus = keyof typeof PAYMENT_STATUSES;

export function isPaymentStatus(code: string): code is PaymentStatus {
  return code in PAYMENT_STATUSES;
}

/** How far a payout has come; an answer that leads nowhere further is old news. */
const RANK: Readonly<Record<PayoutState, number>> = {
  blocked: 0,
  queued: 0,
  sent: 1,
  accepted: 2,
  confirmed: 3,
  rejected: 3,
  // Nothing that is said of the order itself goes beyond it.
  returned: 4,
};

const REACHES: Readonly<Record<'send' | 'accept' | 'confirm' | 'reject', PayoutState>> = {
  send: 'sent',
  accept: 'accepted',
  confirm: 'confirmed',
  reject: 'rejected',
};

/** What an answer of the bank does to a payout. */
export type Verdict = 'apply' | 'old-news' | 'contradiction';

/**
 * Judges an answer by how far it reaches, not by when it came: answers repeat, overtake one another and come late.
 *
 * @param isCurrent whether it answers the payout's latest message, or one before a retry
 * @returns `contradiction` when it takes back a final word: that is for people
 */
export function judgeStatus(state: PayoutState, status: PaymentStatus, isCurrent: boolean): Verdict {
  const reached = REACHES[PAYMENT_STATUSES[status]];
  // A retry is sent only after a no, so of an earlier message nothing but another no can be true.
  if (!isCurrent) return reached === 'confirmed' ? 'contradiction' : 'old-news';
  const isFinal = state === 'confirmed' || state === 'rejected';
  if (isFinal && reached !== state && RANK[reached] === RANK[state]) return 'contradiction';
  return RANK[reached] > RANK[state] ? 'apply' : 'old-news';
}
