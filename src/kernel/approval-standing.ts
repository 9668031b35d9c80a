import { type Reason } from './sentence.js';

/** How a resource stands with the approval that its next step was found to need; kept beside it. */
export interface ApprovalStanding {
  readonly id: string;
  /** Pending also while an approval that was given is about to be carried out. */
  readonly state: 'pending' | 'refused' | 'expired' | 'withdrawn';
  /** RFC 3339. */
  readonly expiresAt: string;
  /** Why it came to nothing; null while it may still come. */
  readonly why: Reason | null;
}

export function isAwaiting(standing: ApprovalStanding | null): boolean {
  return standing?.state === 'pending';
}
