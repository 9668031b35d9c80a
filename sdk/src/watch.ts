import { EntrepotError } from './errors.js';
import { pause } from './pause.js';
import { isWorthRetrying } from './retry.js';

/** How much work that one request ordered is done. */
export interface OperationProgress {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly command: string | null;
  readonly total: number;
  /** Worked, whatever came of it. */
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Null while it is not over. */
  readonly endedAt: string | null;
  readonly expectedBy: string | null;
  readonly version: number;
}

export interface WatchOptions {
  /** How long to wait before the stream is opened again, and between questions where there is none. */
  readonly pollMs?: number | undefined;
  /** Ends it, without an error. */
  readonly signal?: AbortSignal | undefined;
}

/** What watching stands on: a stream, and a question for when there is none. */
export interface WatchWays {
  readonly open: (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;
  readonly read: (signal: AbortSignal) => Promise<OperationProgress>;
}

const POLL_MS = 1_000;
/** The platform says something every fifteen seconds; who hears nothing for so long has lost the connection. */
const SILENCE_MS = 45_000;

/**
 * An operation as it goes, and last when it is over: each version once. By the platform's stream, resumed where it ended; where
 * it cannot be had, by asking from time to time.
 */
export async function* watch(ways: WatchWays, options: WatchOptions = {}): AsyncGenerator<OperationProgress, void> {
  const { pollMs = POLL_MS, signal = new AbortController().signal } = options;
  const isStopped = (): boolean => signal.aborted;
  let last: OperationProgress | null = null;
  while (!isStopped()) {
    try {
      for await (const told of streamed(ways, last, signal)) {
        if (told.version !== last?.version) yield told;
        last = told;
        if (told.endedAt !== null) return;
      }
    } catch (error) {
      if (isStopped()) return;
      if (!isWorthRetrying(error)) throw error;
      const asked: OperationProgress | null = await askOnce(ways, signal);
      if (asked !== null && asked.version !== last?.version) yield asked;
      last = asked ?? last;
      if (asked !== null && asked.endedAt !== null) return;
    }
    await pause(pollMs, signal).catch(() => undefined);
  }
}

/** @returns null where there is no answer just now */
async function askOnce({ read }: WatchWays, signal: AbortSignal): Promise<OperationProgress | null> {
  try {
    return await read(signal);
  } catch (error) {
    if (signal.aborted || isWorthRetrying(error)) return null;
    throw error;
  }
}

async function* streamed(
  { open }: WatchWays,
  last: OperationProgress | null,
  signal: AbortSignal,
): AsyncGenerator<OperationProgress> {
  const silence = new AbortController();
  let timer = setTimeout(() => undefined, 0);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      silence.abort();
    }, SILENCE_MS);
  };
  try {
    heard();
    const { body } = await open(
      last === null ? undefined : String(last.version),
      AbortSignal.any([signal, silence.signal]),
    );
    if (body === null) return;
    for await (const data of eventsOf(body, heard)) yield JSON.parse(data) as OperationProgress;
  } catch (error) {
    // A stream that breaks off is opened again; what the platform refuses is refused.
    if (error instanceof EntrepotError) throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The data of each event of a stream (Server-Sent Events). */
export async function* eventsOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      heard();
      const blocks = (text + read.value).replaceAll('\r\n', '\n').split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trimStart()] : []));
        if (data.length > 0) yield data.join('\n');
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
