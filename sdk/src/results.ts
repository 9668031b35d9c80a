import { ConnectionError } from './errors.js';

/** What became of one item of an operation. */
export interface OperationResult {
  /** Which item, from 0. */
  readonly index: number;
  readonly key: string | null;
  readonly state: string;
  /** What the command would have answered; null while there is nothing. */
  readonly status: number | null;
  readonly resourceId: string | null;
  readonly problem: { readonly code: string } | null;
}

export interface ResultsOptions {
  /** Only items in one of these states, with commas between: `failed`. */
  readonly state?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The objects of a body that has one a line, each as soon as its line is there.
 * @throws ConnectionError where the body breaks off, or the reason of the caller's signal
 */
export async function* objectsOf<Value>(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Value, void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const read = await reader.read().catch((error: unknown) => {
        signal?.throwIfAborted();
        throw new ConnectionError('The results broke off', { cause: error });
      });
      if (read.done) break;
      const lines = (text + read.value).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Value;
    }
    // A line without an end is one that was cut off.
    if (text !== '') throw new ConnectionError('The results broke off');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
