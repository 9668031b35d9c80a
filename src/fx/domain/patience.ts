/** How long the bank usually takes; past it we ask. In the sandbox a word that was lost is asked for within seconds. */
const EXPECTED_SECONDS = {
  live: { account: 60, deal: 60, payout: 120 },
  sandbox: { account: 10, deal: 10, payout: 15 },
} as const;

/** Asking goes on, less and less often, until there is an answer. */
const ASK_MAX_SECONDS = { live: 6 * 3_600, sandbox: 600 } as const;

/** How often accounts with open receivables are asked for credits whose notice may be lost. */
const CREDITS_SECONDS = { live: 15 * 60, sandbox: 20 } as const;

type Awaited = keyof (typeof EXPECTED_SECONDS)['live'];

/** The time of a transaction, and whose: real partners take their time. */
export interface Moment {
  readonly now: Date;
  readonly livemode: boolean;
}

export function expectedBy(what: Awaited, { now, livemode }: Moment): Date {
  return later(now, EXPECTED_SECONDS[modeOf(livemode)][what]);
}

/** Of what is carried out from an instant to come: the bank's time begins then. */
export function expectedAfter(what: Awaited, startsAt: Date, { now, livemode }: Moment): Date {
  return expectedBy(what, { now: startsAt > now ? startsAt : now, livemode });
}

/** The next time to ask about something that waits since `since`: after as long again, with a limit. */
export function nextAsk(what: Awaited, since: Date, { now, livemode }: Moment): Date {
  const mode = modeOf(livemode);
  const waitedSeconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000));
  return later(now, Math.min(Math.max(waitedSeconds, EXPECTED_SECONDS[mode][what]), ASK_MAX_SECONDS[mode]));
}

export function nextCreditsAsk({ now, livemode }: Moment): Date {
  return later(now, CREDITS_SECONDS[modeOf(livemode)]);
}

function modeOf(livemode: boolean): 'live' | 'sandbox' {
  return livemode ? 'live' : 'sandbox';
}

export function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
