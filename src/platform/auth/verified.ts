import { type DomainError } from '../../kernel/domain-error.js';
import { type Principal } from '../http/request.js';

/** What a credential stands for; its version of the API is the one it is pinned to. */
export type Verified = Omit<Principal, 'traceparent'>;

/** Whose credential it is: for the audit of the one it belongs to. */
export type Subject = Pick<Verified, 'tenantId' | 'actor' | 'acting' | 'credentialKind' | 'credentialId'>;

/** A credential by what it was, not by its secret: for what is done on its order when the request is over. */
export interface CredentialRef {
  /** Whose credential it is. */
  readonly tenantId: string;
  /** For whom it gave the order, where that is another tenant: under the mandate between the two. */
  readonly actingFor?: string;
  readonly kind: Verified['credentialKind'];
  readonly id: string;
  /** What must still hold of client or session: the epoch of the one, the id of the other; null where it is a key. */
  readonly standing: string | null;
  /** What it could do when it gave the order. */
  readonly scopes: readonly string[];
  readonly apiVersion: string;
}

export function credentialOf(principal: Verified): CredentialRef {
  const { tenantId, acting, credentialKind, credentialId, sessionId, epoch, scopes, apiVersion } = principal;
  const standing = sessionId ?? epoch ?? null;
  const whose = acting === undefined ? { tenantId } : { tenantId: acting.tenantId, actingFor: tenantId };
  return { ...whose, kind: credentialKind, id: credentialId, standing, scopes: [...scopes], apiVersion };
}

/** A credential that is not let in, and why. */
export class Refused {
  /** @param subject null where nobody knows whose it is */
  constructor(
    readonly error: DomainError,
    readonly subject: Subject | null = null,
  ) {}
}
