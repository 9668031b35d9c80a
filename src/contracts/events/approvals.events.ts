import { type Amount } from './amount.js';
import { type Reason } from './cause.js';

/** What is asked for, and about what. */
export interface ApprovalAsked {
  /** What is to be done: `fx.payout`. */
  readonly command: string;
  /** What it is to be done to, as the API names it. */
  readonly subject: { readonly type: string; readonly id: string };
  /** Null where nobody can say how much it is about. */
  readonly amount: Amount | null;
}

export interface ApprovalsEvents {
  /** Above the tenant's limit: it waits for a second person until `expiresAt`. */
  'approvals.request.created': ApprovalAsked & { readonly expiresAt: string; readonly approversNeeded: number };
  'approvals.request.approved': ApprovalAsked;
  /** The first person who says no decides. */
  'approvals.request.refused': ApprovalAsked & Reason;
  /** Nobody decided in time. */
  'approvals.request.expired': ApprovalAsked;
  /** By who asked, or because what was asked for has changed. */
  'approvals.request.withdrawn': ApprovalAsked & Reason;
}
