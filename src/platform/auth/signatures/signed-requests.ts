import { Readable } from 'node:stream';

import { type FastifyInstance } from 'fastify';

import { type Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { publicId } from '../../../kernel/ids.js';
import { type Principal, type Request } from '../../http/request.js';
import { BodyTooLargeError } from '../../http/request.errors.js';
import { SAY as PLATFORM } from '../../platform.sentences.js';
import { type Refusals, whenceOf } from '../refusals.js';
import { type Nonces } from './nonces.js';
import { checkSignature } from './signature-check.js';

interface Means {
  readonly nonces: Pick<Nonces, 'take'>;
  readonly refusals: Pick<Refusals, 'note'>;
  readonly clock: Clock;
  /** Scheme and authority under which callers know the API. */
  readonly origin: string;
  readonly bodyLimitBytes: number;
}

/**
 * Holds requests of credentials that must sign against their signature, over the very bytes of the body, before anybody
 * reads these. Requests of all others pass untouched.
 */
export function verifySignatures(fastify: FastifyInstance, means: Means): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const { principal } = request;
    if (principal === undefined || principal.signatureKey === null) {
      done(null, payload);
      return;
    }
    // Asked now: a connection that has gone meanwhile has no address.
    const whence = whenceOf(request);
    verified(request, principal, payload as Readable, means).then(
      (body) => {
        done(null, body === null ? payload : Readable.from([body]));
      },
      (error: unknown) => {
        if (error instanceof DomainError && error.kind === 'unauthenticated') {
          means.refusals.note(principal, error, whence);
        }
        done(error as Error);
      },
    );
  });
}

/** @returns the body as it came, null where there is none */
async function verified(
  request: Request,
  principal: Principal,
  payload: Readable,
  { nonces, clock, origin, bodyLimitBytes }: Means,
): Promise<Buffer | null> {
  const { credentialKind, credentialId, signatureKey: key } = principal;
  if (key === null) throw new Error('A signature is verified where there is a key');
  const { method, headers, url: target } = request;
  const body = hasBody(request) ? await read(payload, bodyLimitBytes) : null;
  const signer = { id: publicId(credentialKind, credentialId), key };
  const verdict = checkSignature({ method, headers, origin, target }, body, signer, clock.now());
  await nonces.take(principal, verdict);
  return body;
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** By its events: a loop over the stream would close the connection where it ends early, and nobody would hear why. */
function read(payload: Readable, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limitBytes) chunks.push(chunk);
      else reject(new BodyTooLargeError(PLATFORM.body_too_large));
    });
    payload.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    payload.once('error', reject);
  });
}
