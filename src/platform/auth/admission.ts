import { type FastifyInstance } from 'fastify';

import { askedVersion } from '../http/api-version.js';
import { type Allowance, type RateLimit, TooManyRequestsError } from '../http/rate-limit.js';
import { type Reply, type Request } from '../http/request.js';
import { SAY } from '../platform.sentences.js';
import { type Allowances } from './allowances.js';
import { AddressNotAllowedError } from './auth.errors.js';
import { SAY as AUTH } from './auth.sentences.js';
import { type Authenticator } from './authenticator.js';
import { type CredentialUses } from './credential-uses.js';
import { networkOf } from './network.js';
import { type Refusals, whenceOf } from './refusals.js';
import { Refused, type Verified } from './verified.js';

/** For the machinery around us: neither keys nor counting. */
const UNCOUNTED = new Set(['/health/live', '/health/ready', '/metrics']);

/** What this request took of a policy. */
type Taken = readonly [RateLimit, Allowance];

/**
 * The first thing every request meets: whose key it carries, and whether there is allowance left. Whether a request without
 * a good key is refused is for the guard to say; here it counts for its network, so that inventing keys wins nothing.
 */
export class Admission {
  constructor(
    private readonly authenticator: Pick<Authenticator, 'knows' | 'verify'>,
    private readonly uses: Pick<CredentialUses, 'note'>,
    private readonly refusals: Pick<Refusals, 'note'>,
    private readonly allowances: Allowances,
  ) {}

  guard(fastify: FastifyInstance): void {
    this.giveBackProofs(fastify);
    fastify.addHook('onRequest', (request, reply, done) => {
      const { url, config } = request.routeOptions;
      if (UNCOUNTED.has(url ?? '')) {
        done();
        return;
      }
      if (config.provesCaller === true) {
        done(this.letTry(request, reply));
        return;
      }
      const key = config.scope === undefined ? undefined : bearerOf(request);
      if (key === undefined) done(this.count(request, reply));
      else this.identify(key, request, reply, done);
    });
  }

  /**
   * A key that costs a question to the database is counted as failed before it is asked about, and no longer when it
   * turns out good: a thousand invented keys at once are not a thousand questions. Good keys are remembered, so one who
   * guesses keys does not lock out the honest behind the same address.
   */
  private identify(key: string, request: Request, reply: Reply, done: (error?: Error) => void): void {
    const network = networkOf(request.ip);
    const isAsked = !this.authenticator.knows(key);
    const tried = isAsked ? this.tryKey(network) : null;
    if (tried?.[1].isAllowed === false) {
      done(this.count(request, reply, tried));
      return;
    }
    this.authenticator.verify(key).then(
      (found) => {
        const isGood = this.letIn(request, found);
        if (isGood && isAsked) this.allowances.failedKeys.giveBack(network);
        done(this.count(request, reply, isGood ? undefined : (tried ?? this.tryKey(network))));
      },
      (error: unknown) => {
        if (isAsked) this.allowances.failedKeys.giveBack(network);
        done(this.count(request, reply) ?? (error as Error));
      },
    );
  }

  /** Names who calls, or says why not. */
  private letIn(request: Request, found: Verified | Refused): boolean {
    if (found instanceof Refused) return this.refuse(request, found);
    if (found.networks?.includes(request.ip) === false) {
      return this.refuse(request, new Refused(new AddressNotAllowedError(AUTH.address_not_allowed), found));
    }
    const apiVersion = askedVersion(request) ?? found.apiVersion;
    request.principal = { ...found, apiVersion, traceparent: request.traceparent };
    this.uses.note(found);
    return true;
  }

  private refuse(request: Request, { error, subject }: Refused): false {
    request.refusal = error;
    if (subject !== null) this.refusals.note(subject, error, whenceOf(request));
    return false;
  }

  /** What is shown in the body counts as failed until the answer says otherwise. */
  private letTry(request: Request, reply: Reply): TooManyRequestsError | undefined {
    return this.count(request, reply, this.tryKey(networkOf(request.ip)));
  }

  private giveBackProofs(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (request, reply, payload, done) => {
      if (request.routeOptions.config.provesCaller === true && reply.statusCode < 400) {
        this.allowances.failedKeys.giveBack(networkOf(request.ip));
      }
      done(null, payload);
    });
  }

  private tryKey(network: string): Taken {
    return [this.allowances.failedKeys, this.allowances.failedKeys.take(network, performance.now())];
  }

  /** Takes what the request needs, and tells on the answer what is left. Returns the refusal, if it comes to that. */
  private count(request: Request, reply: Reply, failed?: Taken): TooManyRequestsError | undefined {
    const client = request.principal?.credentialId ?? networkOf(request.ip);
    const now = performance.now();
    const taken: Taken[] = [[this.allowances.clients, this.allowances.clients.take(client, now)]];
    if (request.routeOptions.config.isCostly === true)
      taken.push([this.allowances.costly, this.allowances.costly.take(client, now)]);
    if (failed !== undefined) taken.push(failed);
    void reply.header('RateLimit-Policy', taken.map(([limit]) => limit.policy).join(', '));
    void reply.header('RateLimit', taken.map(([limit, allowance]) => limit.tell(allowance)).join(', '));
    const usedUp = taken.find(([, { isAllowed }]) => !isAllowed);
    if (usedUp === undefined) return undefined;
    const [{ name, quota }, { resetSeconds }] = usedUp;
    void reply.header('Retry-After', resetSeconds);
    const details = { policy: name, limitPerMinute: quota };
    return new TooManyRequestsError(SAY.too_many_requests({ limit: quota, policy: name }), details);
  }
}

function bearerOf({ headers }: Request): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
