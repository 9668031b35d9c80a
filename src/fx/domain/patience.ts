/** How long the bank usually takes; past it we ask. Seconds. */
const EXPECTED_SECONDS = {
  account: 60,
  deal: 60,
  payout: 120,
} as const;

/** Asking goes on, less and less often, until there is an answer. */
const ASK_MAX_SECONDS = 6 * 3_600;

/** How often accounts with open receivables are asked for credits whose notice may be lost. */
const CREDITS_SECONDS = 15 * 60;

export function expectedBy(what: keyof typeof EXPECTED_SECONDS, now: Date): Date {
  return later(now, EXPECTED_SECONDS[what]);
}

/** The next time to ask about something that waits since `since`: after as long again, six hours at most. */
export function nextAsk(what: keyof typeof EXPECTED_SECONDS, since: Date, now: Date): Date {
  const waitedSeconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000));
  return later(now, Math.min(Math.max(waitedSeconds, EXPECTED_SECONDS[what]), ASK_MAX_SECONDS));
}

export function nextCreditsAsk(now: Date): Date {
  return later(now, CREDITS_SECONDS);
}

export function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
