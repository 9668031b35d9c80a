import { type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { MalformedRequestError } from '../../platform/http/request.errors.js';
import { SAY as PLATFORM } from '../../platform/platform.sentences.js';
import { ParcelRowsError } from '../domain/parcels/parcel.errors.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';

/** Rows of parcels shrink to a tenth; what unpacks to more than this is none of them. */
const RATIO_MAX = 200;
/** Below it nobody is harmed. */
const FREE_BYTES = 16 * 1_048_576;

/**
 * The bytes of a stream, unpacked where they are packed, a piece at a time and no faster than they are read.
 * @throws ParcelRowsError where they unpack to more than they should; MalformedRequestError where they cannot be unpacked
 */
export async function* unpacked(stream: Readable, isPacked: boolean): AsyncGenerator<Buffer> {
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
      if (plain > FREE_BYTES && plain > packed * RATIO_MAX)
        throw new ParcelRowsError(SAY.unpacks_to_much({ ratio: RATIO_MAX }));
      yield chunk;
    }
  } catch (error) {
    throw isOfZlib(error) ? new MalformedRequestError(PLATFORM.unreadable) : error;
  } finally {
    stream.unpipe(gunzip);
    gunzip.destroy();
  }
}

function isOfZlib(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_');
}
