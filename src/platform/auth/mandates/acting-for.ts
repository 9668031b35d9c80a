import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type DomainError } from '../../../kernel/domain-error.js';
import { publicId, tryParseId } from '../../../kernel/ids.js';
import { type MandateLimits } from '../../database/caller.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { type Principal, type Request } from '../../http/request.js';
import { MalformedRequestError, MissingScopeError } from '../../http/request.errors.js';
import { SAY as PLATFORM } from '../../platform.sentences.js';
import { Beliefs } from '../beliefs.js';
import { CredentialNews } from '../credential-news.js';
import { Refusals, type Whence, whenceOf } from '../refusals.js';
import { MandateExpiredError, MandateRevokedError, NotMandatedError, ScopeNotMandatedError } from './mandate.errors.js';
import { limitsOf, type Mandate } from './mandate-rows.js';
import { scopesUnder } from './mandate-rules.js';
import { SAY } from './mandates.sentences.js';

/** Of all mandates that ever held between the two: the one that does, else the newest. Offers count for nothing. */
const ASK = `
  SELECT id, scopes, limit_currency AS "limitCurrency", per_command_minor AS "perCommandMinor",
         per_day_minor AS "perDayMinor", state, expires_at AS "expiresAt"
  FROM platform.mandate
  WHERE integrator_id = $1 AND tenant_id = $2 AND accepted_at IS NOT NULL
  ORDER BY state = 'active' DESC, id DESC LIMIT 1`;

type MandateRow = Pick<
  Mandate,
  'id' | 'scopes' | 'limitCurrency' | 'perCommandMinor' | 'perDayMinor' | 'state' | 'expiresAt'
>;

/** How it stands between an integrator and a tenant. */
interface Standing {
  /** Both tenants, as the news names them. */
  readonly pair: string;
  readonly mandate: (Omit<MandateRow, 'limitCurrency'> & { readonly limits: MandateLimits | null }) | null;
}

/**
 * Lets a credential of one tenant work for another, under the mandate between the two: with the scopes that both have, in
 * the other's transactions. How it stands is believed for two seconds, and forgotten at once when it changes.
 */
@Injectable()
export class ActingFor {
  private readonly beliefs: Beliefs<Standing>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly refusals: Refusals,
    news: CredentialNews,
  ) {
    this.beliefs = new Beliefs(clock, ({ pair, mandate }) => ({ id: pair, isGood: mandate !== null }));
    news.tell(this.beliefs);
  }

  /**
   * @param own the caller as admission verified it
   * @param named what `Acting-For` says
   * @returns the caller as the tenant's own work sees it
   * @throws MalformedRequestError, NotMandatedError, MandateRevokedError, MandateExpiredError, MissingScopeError,
   *   ScopeNotMandatedError
   */
  async enter(request: Request, own: Principal, named: string | string[], scope: string): Promise<Principal> {
    const tenantId = typeof named === 'string' ? tryParseId('tenant', named) : null;
    if (tenantId === null) throw malformed();
    // Asked now: a connection that has gone meanwhile has no address.
    return this.stand(own, tenantId, scope, whenceOf(request));
  }

  /**
   * Whether the mandate holds now, and covers the scope.
   * @returns the caller as the tenant's own work sees it
   * @throws NotMandatedError, MandateRevokedError, MandateExpiredError, MissingScopeError, ScopeNotMandatedError
   */
  async stand(own: Principal, tenantId: string, scope: string, whence: Whence): Promise<Principal> {
    const { mandate } = await this.standing(own, tenantId);
    const actingFor = publicId('tenant', tenantId);
    if (mandate === null) {
      const error = new NotMandatedError(SAY.not_granted);
      this.refusals.note(own, error, whence, { actingFor });
      throw error;
    }
    const acting = {
      mandateId: mandate.id,
      tenantId: own.tenantId,
      limits: mandate.limits,
      refused: (error: DomainError): void => {
        const facts = { actingFor, mandate: publicId('mandate', mandate.id) };
        this.refusals.note(own, error, whence, facts);
        this.refusals.note({ ...own, tenantId, acting }, error, whence, facts);
      },
    };
    const error = this.objection(mandate, own, scope);
    if (error !== null) {
      acting.refused(error);
      throw error;
    }
    return { ...own, tenantId, scopes: scopesUnder(own.scopes, mandate.scopes), acting };
  }

  private objection(mandate: NonNullable<Standing['mandate']>, own: Principal, scope: string): DomainError | null {
    if (mandate.state === 'revoked') return new MandateRevokedError(SAY.revoked);
    if (mandate.state === 'expired' || mandate.expiresAt <= this.clock.now())
      return new MandateExpiredError(SAY.expired);
    if (!own.scopes.has(scope)) return new MissingScopeError(PLATFORM.scope_lacking, { scope });
    if (!mandate.scopes.includes(scope)) return new ScopeNotMandatedError(SAY.scope_not_granted({ scope }), { scope });
    return null;
  }

  private async standing(own: Principal, tenantId: string): Promise<Standing> {
    const pair = `${own.tenantId} ${tenantId}`;
    const found = await this.beliefs.believe(pair, async () => {
      const caller = { tenantId: own.tenantId, actor: own.actor, traceparent: null };
      const [row] = await this.unitOfWork.read(caller, (view) => view.query<MandateRow>(ASK, [own.tenantId, tenantId]));
      return { pair, mandate: row === undefined ? null : { ...row, limits: limitsOf(row) } };
    });
    return found ?? { pair, mandate: null };
  }
}

function malformed(): MalformedRequestError {
  return new MalformedRequestError(SAY.header, [{ pointer: '#Acting-For', code: 'format', message: SAY.header }]);
}
