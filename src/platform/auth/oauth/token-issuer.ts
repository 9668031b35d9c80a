import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { tryParseId } from '../../../kernel/ids.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { type Request } from '../../http/request.js';
import { AddressNotAllowedError, CredentialExpiredError, CredentialRevokedError } from '../auth.errors.js';
import { SAY } from '../auth.sentences.js';
import { CredentialUses } from '../credential-uses.js';
import { Refusals, whenceOf } from '../refusals.js';
import { AccessTokens } from '../tokens/access-tokens.js';
import { actorOf, type Standing } from '../tokens/token-check.js';
import { type Subject } from '../verified.js';
import { hashClientSecret } from './client-secrets.js';
import { ClientStandings } from './client-standings.js';
import { InvalidClientError, InvalidScopeError } from './oauth.errors.js';
import { readTokenRequest, type TokenRequest } from './token-request.js';

export const TOKEN_SECONDS = 900;

const FIND = `SELECT tenant_id, client_id, expires_at FROM platform.find_client_secret($1)`;

interface SecretRow {
  readonly tenant_id: string;
  readonly client_id: string;
  readonly expires_at: Date | null;
}

/** As RFC 6749 has it. */
export interface IssuedToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** Gives clients that prove themselves a token for a quarter of an hour. */
@Injectable()
export class TokenIssuer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: ClientStandings,
    private readonly tokens: AccessTokens,
    private readonly refusals: Refusals,
    private readonly uses: CredentialUses,
    private readonly clock: Clock,
  ) {}

  /** @throws TokenRequestError, GrantTypeError, InvalidClientError, CredentialRevokedError, CredentialExpiredError, AddressNotAllowedError, InvalidScopeError */
  async issue(request: Request): Promise<IssuedToken> {
    const asked = readTokenRequest(request);
    const client = await this.prove(asked, request);
    const scopes = asked.scopes ?? [...client.scopes];
    const beyond = scopes.filter((scope) => !client.scopes.has(scope));
    // The answer may hold printable ASCII only, and what is asked for may be anything.
    if (beyond.length > 0 || scopes.length === 0) {
      throw new InvalidScopeError(
        SAY.token_scope({ scopes: beyond.filter((scope) => /^[a-z_]+:[a-z]+$/.test(scope)) }),
      );
    }
    this.uses.note(client);
    const { tenantId, credentialId: id, epoch: standing } = client;
    const token = await this.tokens.sign({ tenantId, kind: 'oauthClient', id, scopes, standing }, TOKEN_SECONDS);
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: scopes.join(' ') };
  }

  private async prove({ clientId, secret }: TokenRequest, request: Request): Promise<Standing & { epoch: string }> {
    const [row] = await this.unitOfWork.asMachine((client) =>
      prepared<SecretRow>(client, FIND, [hashClientSecret(secret)]),
    );
    if (row === undefined) throw new InvalidClientError(SAY.token_client);
    const subject = subjectOf(row);
    const refuse = (error: InvalidClientError): InvalidClientError => {
      this.refusals.note(subject, error, whenceOf(request));
      return error;
    };
    // Somebody has the secret of another client, perhaps of another tenant: that one is told.
    if (tryParseId('oauthClient', clientId) !== row.client_id) throw refuse(new InvalidClientError(SAY.token_client));
    const standing = await this.standings.ask({ tenantId: row.tenant_id, id: row.client_id });
    if (standing?.holds(standing.epoch) !== true) throw refuse(new CredentialRevokedError(SAY.revoked));
    if (row.expires_at !== null && row.expires_at <= this.clock.now()) {
      throw refuse(new CredentialExpiredError(SAY.expired));
    }
    if (standing.networks?.includes(request.ip) === false) {
      throw refuse(new AddressNotAllowedError(SAY.address_not_allowed));
    }
    return standing;
  }
}

function subjectOf({ tenant_id: tenantId, client_id: id }: SecretRow): Subject {
  return { tenantId, credentialKind: 'oauthClient', credentialId: id, actor: actorOf('oauthClient', id) };
}
