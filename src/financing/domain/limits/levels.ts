import { Money } from '../../../kernel/money.js';

/** From all that is lent through the tenant down to one buyer; locked in this order, whoever asks. */
export const LIMIT_LEVELS = ['platform', 'lender', 'group', 'client', 'product', 'buyer'] as const;
export type LimitLevel = (typeof LIMIT_LEVELS)[number];

/** What a limit is of. */
export interface LimitSubject {
  readonly level: LimitLevel;
  /** The guarantee group, the seller (of `client` and `product`), or the buyer; null of the other levels. */
  readonly subjectId: string | null;
  /** The lender, or the product; null of the other levels. */
  readonly code: string | null;
}

export interface LevelStanding extends LimitSubject {
  /** Null: nothing is set, so this level stops nothing. */
  readonly limit: Money | null;
  /** Asked for, not yet paid out. */
  readonly reserved: Money;
  /** Paid out, not yet repaid. */
  readonly used: Money;
}

/** Limit less reserved less used, never below zero; null where there is no limit. */
export function freeOf({ limit, reserved, used }: Pick<LevelStanding, 'limit' | 'reserved' | 'used'>): Money | null {
  if (limit === null) return null;
  return Money.max(Money.zero(limit.currency), limit.minus(reserved).minus(used));
}

/** The level that allows least, of equal ones the highest; null where none has a limit. */
export function bindingOf<Standing extends LevelStanding>(
  standings: readonly Standing[],
): { readonly standing: Standing; readonly free: Money } | null {
  const inOrder = [...standings].sort((left, right) => rankOf(left) - rankOf(right));
  let binding: { standing: Standing; free: Money } | null = null;
  for (const standing of inOrder) {
    const free = freeOf(standing);
    if (free !== null && (binding === null || binding.free.isMoreThan(free))) binding = { standing, free };
  }
  return binding;
}

export function rankOf({ level }: Pick<LimitSubject, 'level'>): number {
  return LIMIT_LEVELS.indexOf(level);
}
