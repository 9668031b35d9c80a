import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../database/unit-of-work.js';
import { Networks } from '../network.js';
import { publicKeyOf } from '../signatures/public-key.js';
import { type AccessClaims } from '../tokens/access-tokens.js';
import { actorOf, type Standing, type Standings } from '../tokens/token-check.js';

interface ClientRow {
  readonly livemode: boolean;
  readonly scopes: string[];
  readonly api_version: string;
  readonly allowed_networks: string[] | null;
  readonly signature_key: string | null;
  readonly token_epoch: number;
  readonly revoked_at: Date | null;
}

const ASK = `
  SELECT t.livemode, c.scopes, c.api_version, c.allowed_networks, c.signature_key, c.token_epoch, c.revoked_at
  FROM platform.oauth_client c JOIN platform.tenant t ON t.id = c.tenant_id
  WHERE c.tenant_id = $1 AND c.id = $2`;

/** How an OAuth client stands. Its tokens hold while its epoch is the one that they were made in. */
@Injectable()
export class ClientStandings implements Standings {
  readonly kind = 'oauthClient';

  constructor(private readonly unitOfWork: UnitOfWork) {}

  keyOf({ tenantId, id }: Pick<AccessClaims, 'tenantId' | 'id'>): string {
    return `client ${tenantId} ${id}`;
  }

  async ask({ tenantId, id }: Pick<AccessClaims, 'tenantId' | 'id'>): Promise<(Standing & { epoch: string }) | null> {
    const actor = actorOf('oauthClient', id);
    const [row] = await this.unitOfWork.read({ tenantId, actor, traceparent: null }, (view) =>
      view.query<ClientRow>(ASK, [tenantId, id]),
    );
    if (row === undefined) return null;
    const epoch = String(row.token_epoch);
    return {
      tenantId,
      credentialKind: 'oauthClient',
      credentialId: id,
      actor,
      livemode: row.livemode,
      scopes: new Set(row.scopes),
      apiVersion: row.api_version,
      networks: row.allowed_networks === null ? null : new Networks(row.allowed_networks),
      signatureKey: row.signature_key === null ? null : publicKeyOf(row.signature_key),
      epoch,
      holds: (standing) => row.revoked_at === null && standing === epoch,
    };
  }
}
