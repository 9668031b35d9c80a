import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { SAY_INSURANCE as SAY } from './insurance.sentences.js';
import { type BuyerLimitState } from './insurance-status.js';

/** A buyer limit (买方信用限额) as it stands. */
export interface LimitStanding {
  readonly state: BuyerLimitState;
  readonly granted: Money;
  readonly used: Money;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
  /** Why it was refused, cut or revoked: the insurer's words. */
  readonly reason: string | null;
}

/** Why nothing new is insured, or lent, on it; empty where it is good. */
export function limitReasons(limit: LimitStanding, today: LocalDate): readonly Sentence[] {
  const { state, granted, used, validFrom, validUntil } = limit;
  const reason = limit.reason ?? SAY.no_reason_given;
  if (state === 'requested') return [SAY.limit_pending];
  if (state === 'refused') return [SAY.limit_refused({ reason })];
  if (state === 'revoked') return [SAY.limit_revoked({ reason })];
  if (validUntil !== null && validUntil < today) return [SAY.limit_expired({ day: validUntil })];
  if (validFrom !== null && validFrom > today) return [SAY.limit_not_yet({ day: validFrom })];
  return used.isMoreThan(granted) ? [SAY.limit_reduced({ granted: String(granted), used: String(used), reason })] : [];
}

/** What of the limit is free: revolving, never below zero. */
export function freeOfLimit({ granted, used }: Pick<LimitStanding, 'granted' | 'used'>): Money {
  return Money.max(Money.zero(granted.currency), granted.minus(used));
}
