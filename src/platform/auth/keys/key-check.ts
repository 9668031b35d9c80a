import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { publicId } from '../../../kernel/ids.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { UnauthenticatedError } from '../../http/request.errors.js';
import { CredentialExpiredError, CredentialRevokedError } from '../auth.errors.js';
import { SAY } from '../auth.sentences.js';
import { Beliefs } from '../beliefs.js';
import { CredentialNews } from '../credential-news.js';
import { Networks } from '../network.js';
import { publicKeyOf } from '../signatures/public-key.js';
import { Refused, type Verified } from '../verified.js';
import { hashApiKey } from './api-keys.js';

interface KeyRow {
  readonly tenant_id: string;
  readonly key_id: string;
  readonly livemode: boolean;
  readonly scopes: string[];
  readonly api_version: string;
  readonly allowed_networks: string[] | null;
  readonly signature_key: string | null;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

interface Key {
  readonly verified: Verified;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const FIND = `
  SELECT tenant_id, key_id, livemode, scopes, api_version, allowed_networks, signature_key, expires_at, revoked_at
  FROM platform.find_key($1)`;
const FIND_BY_ID = `
  SELECT k.tenant_id, k.id AS key_id, t.livemode, k.scopes, k.api_version, k.allowed_networks, k.signature_key,
         k.expires_at, k.revoked_at
  FROM platform.api_key k JOIN platform.tenant t ON t.id = k.tenant_id
  WHERE k.tenant_id = $1 AND k.id = $2`;

/** Knows which tenant an API key speaks for, and whether it still may. */
@Injectable()
export class KeyCheck {
  private readonly beliefs: Beliefs<Key>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    news: CredentialNews,
  ) {
    this.beliefs = new Beliefs(clock, (key) => ({
      id: key.verified.credentialId,
      isGood: key.revokedAt === null && !this.isOver(key),
    }));
    news.tell(this.beliefs);
  }

  knows(key: string): boolean {
    return this.beliefs.knows(key);
  }

  async verify(key: string): Promise<Verified | Refused> {
    return this.judge(await this.beliefs.believe(key, () => this.lookUp(hashApiKey(key))));
  }

  /** For whom a key speaks of which only the id is known. */
  async verifyById(tenantId: string, id: string): Promise<Verified | Refused> {
    return this.judge(await this.beliefs.believe(`key ${tenantId} ${id}`, () => this.lookUpById(tenantId, id)));
  }

  private judge(found: Key | null): Verified | Refused {
    if (found === null) return new Refused(new UnauthenticatedError(SAY.no_credential));
    if (found.revokedAt !== null) return new Refused(new CredentialRevokedError(SAY.revoked), found.verified);
    if (this.isOver(found)) return new Refused(new CredentialExpiredError(SAY.expired), found.verified);
    return found.verified;
  }

  private isOver({ expiresAt }: Key): boolean {
    return expiresAt !== null && expiresAt <= this.clock.now();
  }

  private async lookUp(hash: Buffer): Promise<Key | null> {
    const [row] = await this.unitOfWork.asMachine((client) => prepared<KeyRow>(client, FIND, [hash]));
    return row === undefined ? null : keyOf(row);
  }

  private async lookUpById(tenantId: string, id: string): Promise<Key | null> {
    const caller = { tenantId, actor: actorOf(id), traceparent: null };
    const [row] = await this.unitOfWork.read(caller, (view) => view.query<KeyRow>(FIND_BY_ID, [tenantId, id]));
    return row === undefined ? null : keyOf(row);
  }
}

function keyOf(row: KeyRow): Key {
  const verified: Verified = {
    tenantId: row.tenant_id,
    credentialKind: 'apiKey',
    credentialId: row.key_id,
    actor: actorOf(row.key_id),
    livemode: row.livemode,
    scopes: new Set(row.scopes),
    apiVersion: row.api_version,
    networks: row.allowed_networks === null ? null : new Networks(row.allowed_networks),
    signatureKey: row.signature_key === null ? null : publicKeyOf(row.signature_key),
  };
  return { verified, expiresAt: row.expires_at, revokedAt: row.revoked_at };
}

function actorOf(id: string): string {
  return `api_key:${publicId('apiKey', id)}`;
}
