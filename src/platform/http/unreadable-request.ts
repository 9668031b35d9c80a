import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';

import { newId } from '../../kernel/ids.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from '../platform.sentences.js';
import { toProblem } from './problem.js';
import { MalformedRequestError } from './request.errors.js';

/** What Node found wrong, where it is more than that the bytes are no HTTP. */
const KNOWN: Readonly<Record<string, readonly [status: number, sentence: Sentence]>> = {
  HPE_HEADER_OVERFLOW: [431, SAY.headers_too_large],
  ERR_HTTP_REQUEST_TIMEOUT: [408, SAY.request_too_slow],
};

/**
 * What is no HTTP never becomes a request: no hook, no filter, no router. It gets a problem all the same, and the
 * connection ends, since nobody knows where the next request would begin.
 */
export function answerUnreadableRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) socket.write(answerTo(error.code ?? ''));
  socket.destroy(error);
}

function answerTo(code: string): string {
  const [status, sentence] = KNOWN[code] ?? [400, SAY.request_no_http];
  const requestId = newId();
  const body = JSON.stringify(toProblem(new MalformedRequestError(sentence), requestId, 'en', status));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
