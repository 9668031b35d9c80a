/** A calendar that nobody has fetched for so many days ends by itself: an address that was forgotten must not live for ever. */
export const UNUSED_DAYS_MAX = 365;

export const SUBSCRIPTION_STATES = ['active', 'expired', 'revoked'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** When it was made, last fetched and revoked, all by the real time. */
export interface SubscriptionUse {
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const DAY_MS = 86_400_000;

/** When it ends by itself unless it is fetched before. */
export function endsUnused({ createdAt, lastUsedAt }: SubscriptionUse): Date {
  return new Date((lastUsedAt ?? createdAt).getTime() + UNUSED_DAYS_MAX * DAY_MS);
}

/** What was revoked stays so, whatever the time; at the very instant of its end it has ended. */
export function subscriptionState(use: SubscriptionUse, now: Date): SubscriptionState {
  if (use.revokedAt !== null) return 'revoked';
  return endsUnused(use) <= now ? 'expired' : 'active';
}
