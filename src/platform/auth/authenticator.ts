import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { publicId } from '../../kernel/ids.js';
import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type Principal } from '../http/request.js';
import { hashApiKey, looksLikeApiKey } from './api-keys.js';

/** How long a verified key is believed without asking again; a revocation takes effect within this time. */
const BELIEVED_MS = 2_000;
const CACHE_MAX = 10_000;

interface KeyRow {
  readonly tenant_id: string;
  readonly key_id: string;
  readonly livemode: boolean;
  readonly scopes: string[];
  readonly api_version: string;
}

/** What a key stands for; its version of the API is the one it is pinned to. */
export type Verified = Omit<Principal, 'traceparent'>;

interface Remembered {
  readonly verified: Promise<Verified | null>;
  readonly until: number;
  /** False once the answer was no. True while it is awaited. */
  mayBeGood: boolean;
}

/** Knows which tenant a key speaks for. */
@Injectable()
export class Authenticator {
  private readonly cache = new Map<string, Remembered>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Whether the key was good when it was last asked about, or is being asked about just now. */
  knows(key: string): boolean {
    return this.cache.get(key)?.mayBeGood === true;
  }

  /** @returns null when the key is unknown, revoked or expired */
  async verify(key: string): Promise<Verified | null> {
    if (!looksLikeApiKey(key)) return null;
    const now = this.clock.now().getTime();
    const known = this.cache.get(key);
    if (known !== undefined && known.until > now) return known.verified;
    const verified = this.lookUp(hashApiKey(key));
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    const remembered: Remembered = { verified, until: now + BELIEVED_MS, mayBeGood: true };
    this.cache.set(key, remembered);
    verified.then(
      (found) => (remembered.mayBeGood = found !== null),
      () => this.cache.delete(key),
    );
    return verified;
  }

  private async lookUp(hash: Buffer): Promise<Verified | null> {
    const [row] = await this.unitOfWork.asMachine((client) =>
      prepared<KeyRow>(
        client,
        `SELECT tenant_id, key_id, livemode, scopes, api_version FROM platform.authenticate($1)`,
        [hash],
      ),
    );
    if (row === undefined) return null;
    return {
      tenantId: row.tenant_id,
      keyId: row.key_id,
      actor: `api_key:${publicId('apiKey', row.key_id)}`,
      livemode: row.livemode,
      scopes: new Set(row.scopes),
      apiVersion: row.api_version,
    };
  }
}
