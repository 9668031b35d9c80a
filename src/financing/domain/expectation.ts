const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A lender decides within a working day; in the sandbox a lost word is asked for within seconds. */
const DECISION_MS: Readonly<Record<'live' | 'sandbox', number>> = { live: DAY_MS, sandbox: 20_000 };
const ASK_MAX_MS: Readonly<Record<'live' | 'sandbox', number>> = { live: DAY_MS, sandbox: 10 * MINUTE_MS };

export function expectedBy(now: Date, livemode: boolean): Date {
  return new Date(now.getTime() + DECISION_MS[livemode ? 'live' : 'sandbox']);
}

/** When the lender is asked again: at growing intervals. @param asks how often it was asked since it last spoke */
export function askAgainAt(asks: number, now: Date, livemode: boolean): Date {
  const mode = livemode ? 'live' : 'sandbox';
  return new Date(now.getTime() + Math.min(DECISION_MS[mode] * 2 ** Math.min(asks + 1, 20), ASK_MAX_MS[mode]));
}
