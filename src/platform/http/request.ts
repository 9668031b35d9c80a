import { type KeyObject } from 'node:crypto';

import { type FastifyReply, type FastifyRequest } from 'fastify';

import { type DomainError } from '../../kernel/domain-error.js';
import { type Caller } from '../database/caller.js';
import { type Deprecation } from './deprecation.js';

/** Who called, as the guard verified it. */
export interface Principal extends Caller {
  readonly credentialKind: 'apiKey' | 'oauthClient' | 'user';
  readonly credentialId: string;
  /** Of people: the session that the token is of. */
  readonly sessionId?: string;
  /** Of OAuth clients: the epoch that the token is of. */
  readonly epoch?: string;
  readonly livemode: boolean;
  readonly scopes: ReadonlySet<string>;
  /** The version of the API to speak: what the request asks for, else what the key is pinned to. */
  readonly apiVersion: string;
  /** Where it may call from; null: from anywhere. */
  readonly networks: { includes(address: string): boolean } | null;
  /** What its requests must be signed with; null: they need not be. */
  readonly signatureKey: KeyObject | null;
}

/** Where a fault was and what kind it was; never what stood there. */
export interface FaultCode {
  readonly pointer: string;
  readonly code: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal;
    /** Why the credential that the request carries was not let in. */
    refusal?: DomainError;
    /** What the request was answered with instead of what it asked for. */
    problem?: { readonly code: string; readonly faults: readonly FaultCode[] };
    traceparent: string | null;
  }

  interface FastifyContextConfig {
    /** The scope that the route needs; absent where no key is asked for. */
    readonly scope?: string;
    /** The route's name in the contract. */
    readonly operationId?: string;
    /** Whether the body holds what proves the caller. */
    readonly provesCaller?: boolean;
    /** Whether the route has a smaller allowance of its own. */
    readonly isCostly?: boolean;
    /** Where the route will end. */
    readonly deprecation?: Deprecation;
  }
}

export type Request = FastifyRequest;
export type Reply = FastifyReply;

/** Callbacks of partners: their standards say what their headers and bodies mean. */
export function isCallback({ url }: Request): boolean {
  return url.startsWith('/v1/inbound/');
}

/** Where the content type of a callback is kept while its body is read as bytes. */
export const CALLBACK_CONTENT_TYPE = 'x-callback-content-type';
