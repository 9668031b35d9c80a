import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { MEDIA_TYPES } from '../../kernel/scan.js';
import { SAY } from '../platform.sentences.js';
import { type Request } from './request.js';
import { BodyTooLargeError, UnsupportedMediaTypeError } from './request.errors.js';

/** The scan of a document, as somebody sends it. */
export interface Scan {
  /** As the request says. */
  readonly mediaType: string;
  readonly body: Buffer;
  /** Hex. */
  readonly sha256: string;
}

/** Reads the body of a streamed route as it comes. @throws UnsupportedMediaTypeError, BodyTooLargeError */
export async function readScan({ body: stream, headers }: Request, bytesMax: number): Promise<Scan> {
  const mediaType = (headers['content-type'] ?? '').split(';')[0] ?? '';
  const isScan = MEDIA_TYPES.some((type) => type === mediaType.trim().toLowerCase());
  if (!(stream instanceof Readable) || !isScan) throw new UnsupportedMediaTypeError(SAY.scan_expected);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > bytesMax) throw new BodyTooLargeError(SAY.scan_too_large({ max: bytesMax }));
    chunks.push(chunk as Buffer);
  }
  const body = Buffer.concat(chunks);
  return { mediaType, body, sha256: createHash('sha256').update(body).digest('hex') };
}
