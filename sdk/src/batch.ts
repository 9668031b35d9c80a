/** One item of a batch: the body of the command, and what else it needs. */
export interface BatchItem {
  /** An Idempotency-Key of your own: the item is done once under it, whatever batch it comes in. */
  readonly key?: string | undefined;
  /** For the places in the path of the command. */
  readonly pathParams?: Readonly<Record<string, string>> | undefined;
  readonly body: object;
}

export type BatchItems = Iterable<BatchItem> | AsyncIterable<BatchItem>;

const NDJSON = 'application/x-ndjson';
/** Small pieces would cost more than they hold. */
const PIECE = 65_536;

/** Writes items as they come: what was read from is not kept, only the bytes to send, so that they can be sent again. */
export async function ndjsonOf(items: BatchItems): Promise<Blob> {
  const pieces: Blob[] = [];
  let text = '';
  for await (const item of items) {
    text += `${JSON.stringify(item)}\n`;
    if (text.length < PIECE) continue;
    pieces.push(new Blob([text]));
    text = '';
  }
  return new Blob([...pieces, text], { type: NDJSON });
}

/** What is NDJSON already, as a file is. */
export function asNdjson(text: string | Uint8Array<ArrayBuffer>): Blob {
  return new Blob([text], { type: NDJSON });
}
