import { type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { SAY } from '../platform.sentences.js';
import { MalformedRequestError } from './request.errors.js';

/** Rows of tables shrink to a tenth; what unpacks to more than this is none. */
const RATIO_MAX = 200;
/** Below it nobody is harmed. */
const FREE_BYTES = 16 * 1_048_576;

/**
 * The bytes of a stream, unpacked where they are packed, a piece at a time and no faster than they are read.
 * @param tooMuch what is said where they unpack to more than they should
 * @throws what `tooMuch` makes; MalformedRequestError where they cannot be unpacked
 */
export async function* unpacked(
  stream: Readable,
  isPacked: boolean,
  tooMuch: (ratio: number) => Error,
): AsyncGenerator<Buffer> {
  if (!isPacked) {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
    return;
  }
  let [packed, plain] = [0, 0];
  const gunzip = createGunzip();
  stream.on('data', (chunk: Buffer) => (packed += chunk.length));
  stream.once('error', (error) => gunzip.destroy(error));
  stream.once('aborted', () => gunzip.destroy(new Error('aborted')));
  stream.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      plain += chunk.length;
      if (plain > FREE_BYTES && plain > packed * RATIO_MAX) throw tooMuch(RATIO_MAX);
      yield chunk;
    }
  } catch (error) {
    throw isOfZlib(error) ? new MalformedRequestError(SAY.unreadable) : error;
  } finally {
    stream.unpipe(gunzip);
    gunzip.destroy();
  }
}

function isOfZlib(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_');
}
