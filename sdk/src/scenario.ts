import { pause } from './pause.js';
import { type Problem } from './errors.js';
import { isWorthRetrying } from './retry.js';

/** How far an export is that a sandbox tenant rehearses. */
export interface ScenarioProgress {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  /** Null until the order is placed. */
  readonly orderId: string | null;
  readonly stepsDone: number;
  readonly stepsTotal: number;
  readonly steps: readonly { readonly name: string; readonly description: string; readonly state: string }[];
  /** In words; null where it waits for nothing. */
  readonly waitsFor: string | null;
  /** Why it failed. */
  readonly problem: Problem | null;
  /** Null while it is not over. */
  readonly endedAt: string | null;
  readonly version: number;
}

export interface ScenarioOptions {
  /** How long to wait between two questions. */
  readonly pollMs?: number | undefined;
  /** Ends the watching, without an error; the scenario goes on. */
  readonly signal?: AbortSignal | undefined;
}

const POLL_MS = 500;

/** A scenario as it goes: as it was begun, then whenever it has changed, and last when it is over. */
export async function* follow(
  begun: ScenarioProgress,
  read: (signal: AbortSignal) => Promise<ScenarioProgress>,
  { pollMs = POLL_MS, signal = new AbortController().signal }: ScenarioOptions = {},
): AsyncGenerator<ScenarioProgress, void> {
  yield begun;
  let last = begun;
  while (last.endedAt === null) {
    await pause(pollMs, signal).catch(() => undefined);
    if (signal.aborted) return;
    const now = await askOnce(read, signal);
    if (now === null || now.version === last.version) continue;
    yield now;
    last = now;
  }
}

/** @returns null where there is no answer just now */
async function askOnce(
  read: (signal: AbortSignal) => Promise<ScenarioProgress>,
  signal: AbortSignal,
): Promise<ScenarioProgress | null> {
  try {
    return await read(signal);
  } catch (error) {
    if (signal.aborted || isWorthRetrying(error)) return null;
    throw error;
  }
}
