import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type InjectOptions } from 'fastify';

import { Authenticator } from '../auth/authenticator.js';
import { ActingFor } from '../auth/mandates/acting-for.js';
import { type CredentialRef, Refused } from '../auth/verified.js';
import { type AppConfig } from '../config/app-config.js';
import { createLogger } from '../observability/logger.js';
import { SAY } from '../platform.sentences.js';
import { askedVersion } from './api-version.js';
import { createInnerApp } from './http-app.js';
import { type Principal, type Request } from './request.js';
import { MissingScopeError } from './request.errors.js';

export interface InnerRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query, if there is one. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is where it is a text. */
  readonly body?: object | string;
}

export interface InnerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The public API within the process, for what was ordered earlier: a request has everything that it has over HTTP, from
 * the check of its scope to its audit, but no network, no secret and no allowance that it counts against.
 */
@Injectable()
export abstract class InnerApi {
  abstract request(caller: Principal, request: InnerRequest): Promise<InnerAnswer>;

  /**
   * Whom a credential stands for now: to be asked before each request on its order. One that gave it for another tenant is
   * held against the mandate too, and works for that one only by `Acting-For`, as everybody does.
   * @param order the route that took the order, and the scope it asked for
   * @throws CredentialRevokedError, CredentialExpiredError, UnauthenticatedError, MissingScopeError, NotMandatedError,
   *   MandateRevokedError, MandateExpiredError, ScopeNotMandatedError
   */
  abstract recall(
    credential: CredentialRef,
    order: { readonly scope: string; readonly route: string },
  ): Promise<Principal>;
}

/** Where a request came from that came from nowhere. */
const WITHIN = 'within';

/**
 * Who calls, for the hook below alone. A store of this file rather than a header or a field of the request: nothing that
 * a request can carry reaches it.
 */
const calling = new AsyncLocalStorage<Principal>();

/** Makes the api when it is first asked something; a worker that is never asked does without. */
@Injectable()
export class LazyInnerApi extends InnerApi implements OnApplicationShutdown {
  private app: Promise<NestFastifyApplication> | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly module: () => DynamicModule,
  ) {
    super();
  }

  override async request(caller: Principal, { method, path, headers, body }: InnerRequest): Promise<InnerAnswer> {
    const app = await this.open();
    const asked: InjectOptions = {
      method,
      url: path,
      headers: {
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...(caller.traceparent === null ? {} : { traceparent: caller.traceparent }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    };
    const answer = await calling.run(caller, async () => app.inject(asked));
    return { status: answer.statusCode, headers: textsOf(answer.headers), body: answer.body };
  }

  override async recall(
    credential: CredentialRef,
    { scope, route }: { readonly scope: string; readonly route: string },
  ): Promise<Principal> {
    const app = await this.open();
    const found = await app.get(Authenticator, { strict: false }).recheck(credential);
    if (found instanceof Refused) throw found.error;
    const caller = { ...found, traceparent: null };
    const { actingFor } = credential;
    if (actingFor !== undefined) {
      const whence = { method: 'POST', route, network: WITHIN, traceparent: null };
      await app.get(ActingFor, { strict: false }).stand(caller, actingFor, scope, whence);
    } else if (!caller.scopes.has(scope)) {
      throw new MissingScopeError(SAY.scope_lacking, { scope });
    }
    return caller;
  }

  async onApplicationShutdown(): Promise<void> {
    const app = await this.app?.catch(() => null);
    await app?.close();
  }

  private async open(): Promise<NestFastifyApplication> {
    const opening = (this.app ??= this.start());
    try {
      return await opening;
    } catch (error) {
      // The next who asks tries anew: the database may have been away.
      if (this.app === opening) this.app = null;
      throw error;
    }
  }

  private async start(): Promise<NestFastifyApplication> {
    const logger = createLogger(this.config.logLevel, 'worker');
    const app = await createInnerApp(this.module(), this.config, logger, (request) => {
      const caller = calling.getStore();
      return caller && admitted(caller, request);
    });
    await app.init();
    return app;
  }
}

/** Networks and signatures were held against the request that gave the order. */
function admitted(caller: Principal, request: Request): Principal {
  const apiVersion = askedVersion(request) ?? caller.apiVersion;
  return { ...caller, apiVersion, networks: null, signatureKey: null, traceparent: request.traceparent };
}

function textsOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
