import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

import { newId } from '../../kernel/ids.js';
import { type NewApiKey, KeyRing } from '../auth/keys/key-ring.js';
import { networkOf } from '../auth/network.js';
import { SCOPES } from '../auth/scopes.js';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { RateLimit, TooManyRequestsError } from '../http/rate-limit.js';
import { type Principal, type Reply } from '../http/request.js';
import { audit } from '../outbox/outbox.js';
import { SAY } from '../platform.sentences.js';
import { SandboxSeed, type Seeded } from './sandbox-seed.js';
import { LiveCallerError, SignUpClosedError } from './tenant.errors.js';

const HOUR_MS = 3_600_000;
const CREATE = `SELECT platform.create_sandbox_tenant($1, $2)`;
/** Nobody is signed in yet who could be named. */
const SIGN_UP = 'sandbox:sign-up';

/** Who asks for a sandbox tenant, and from where. */
export interface Applicant {
  /** Null: somebody who has no credential yet. */
  readonly caller: Principal | null;
  readonly address: string;
  readonly traceparent: string | null;
}

export interface SandboxTenant {
  readonly tenantId: string;
  readonly name: string;
  readonly key: NewApiKey;
  readonly seed: readonly Seeded[];
}

/** Makes sandbox tenants for whoever asks, a few an hour for each network. */
@Injectable()
export class SandboxTenants implements OnApplicationBootstrap {
  private readonly limit: RateLimit;
  private readonly isOpen: boolean;
  private seeds: readonly SandboxSeed[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: KeyRing,
    @Inject(APP_CONFIG) config: AppConfig,
  ) {
    this.limit = new RateLimit('sandbox-tenants', config.sandboxTenants.perHour, HOUR_MS);
    this.isOpen = config.sandboxTenants.signUp === 'open';
  }

  onApplicationBootstrap(): void {
    this.seeds = this.discovery
      .getProviders()
      .map(({ instance }: { instance?: unknown }) => instance)
      .filter((instance) => instance instanceof SandboxSeed);
  }

  /** @throws SignUpClosedError, LiveCallerError */
  assertWelcome({ caller }: Applicant): void {
    if (caller === null && !this.isOpen) throw new SignUpClosedError(SAY.sign_up_closed);
    if (caller?.livemode === true) throw new LiveCallerError(SAY.tenant_live);
  }

  /**
   * Counts by the network, with a credential or without: keys of tenants made a moment ago win no allowance.
   * @throws TooManyRequestsError
   */
  count({ address }: Applicant, reply: Reply): void {
    const { name, quota, policy } = this.limit;
    const allowance = this.limit.take(networkOf(address), performance.now());
    for (const [header, value] of [
      ['RateLimit-Policy', policy],
      ['RateLimit', this.limit.tell(allowance)],
    ] as const) {
      void reply.header(header, `${String(reply.getHeader(header))}, ${value}`);
    }
    if (allowance.isAllowed) return;
    void reply.header('Retry-After', allowance.resetSeconds);
    throw new TooManyRequestsError(SAY.too_many_an_hour({ limit: quota, policy: name }), {
      policy: name,
      limitPerHour: quota,
    });
  }

  /** The tenant comes first; its key and its seed then come together, so that whoever has a key has the whole of it. */
  async make(name: string, { caller, traceparent }: Applicant): Promise<SandboxTenant> {
    const tenantId = newId();
    await this.unitOfWork.asMachine((client) => prepared(client, CREATE, [tenantId, name]));
    const founder = { tenantId, actor: SIGN_UP, livemode: false, traceparent };
    const made = await this.unitOfWork.run(founder, async (tx) => {
      audit(tx, { action: 'tenants.made', resourceType: 'tenant', resourceId: tenantId });
      const key = await this.keys.make(tx, { scopes: new Set<string>(SCOPES), actor: SIGN_UP }, FIRST_KEY);
      const seed: Seeded[] = [];
      for (const one of this.seeds) seed.push(...(await one.plant(tx)));
      return { tenantId, name, key, seed };
    });
    if (caller !== null) await this.noteBy(caller, tenantId);
    return made;
  }

  private async noteBy(caller: Principal, tenantId: string): Promise<void> {
    await this.unitOfWork.run(caller, (tx) => {
      audit(tx, { action: 'sandbox.tenant.made', resourceType: 'tenant', resourceId: tenantId });
      return Promise.resolve();
    });
  }
}

const FIRST_KEY = {
  name: 'first key',
  scopes: SCOPES,
  expiresAt: null,
  allowedNetworks: null,
  signatureKey: null,
};
