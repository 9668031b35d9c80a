import { type FastifyReply, type FastifyRequest } from 'fastify';

import { type Caller } from '../database/caller.js';

/** Who called, as the guard verified it. */
export interface Principal extends Caller {
  readonly keyId: string;
  readonly livemode: boolean;
  readonly scopes: ReadonlySet<string>;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal;
    traceparent: string | null;
  }
}

export type Request = FastifyRequest;
export type Reply = FastifyReply;

/** Where the content type of a callback is kept while its body is read as bytes. */
export const CALLBACK_CONTENT_TYPE = 'x-callback-content-type';
