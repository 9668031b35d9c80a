import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CURRENT_API_VERSION } from '../../http/api-version.js';
import { actorOf, type HolderClaims, type Standing, type Standings } from '../tokens/token-check.js';
import { type Role, scopesOf } from './roles.js';

interface SessionRow {
  readonly livemode: boolean;
  readonly roles: Role[];
  readonly state: string;
  readonly ended_at: Date | null;
  readonly expires_at: Date;
}

const ASK = `
  SELECT t.livemode, u.roles, u.state, s.ended_at, s.expires_at
  FROM platform.staff_session s
  JOIN platform.staff_user u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
  JOIN platform.tenant t ON t.id = s.tenant_id
  WHERE s.tenant_id = $1 AND s.id = $2 AND s.user_id = $3`;

/** How a person stands: by the session that the token is of, and by the roles that they have now. */
@Injectable()
export class SessionStandings implements Standings {
  readonly kind = 'user';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  keyOf({ tenantId, standing }: HolderClaims): string {
    return `session ${tenantId} ${standing}`;
  }

  async ask({ tenantId, id, standing: sessionId }: HolderClaims): Promise<Standing | null> {
    const actor = actorOf('user', id);
    const [row] = await this.unitOfWork.read({ tenantId, actor, traceparent: null }, (view) =>
      view.query<SessionRow>(ASK, [tenantId, sessionId, id]),
    );
    if (row === undefined) return null;
    const isOpen = row.state === 'active' && row.ended_at === null && row.expires_at > this.clock.now();
    return {
      tenantId,
      credentialKind: 'user',
      credentialId: id,
      sessionId,
      actor,
      livemode: row.livemode,
      scopes: scopesOf(row.roles),
      apiVersion: CURRENT_API_VERSION,
      networks: null,
      signatureKey: null,
      holds: (standing) => isOpen && standing === sessionId,
    };
  }
}
