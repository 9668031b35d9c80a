import { type DomainError } from '../../kernel/domain-error.js';
import { type Principal } from '../http/request.js';

/** What a credential stands for; its version of the API is the one it is pinned to. */
export type Verified = Omit<Principal, 'traceparent'>;

/** Whose credential it is: for the audit of the one it belongs to. */
export type Subject = Pick<Verified, 'tenantId' | 'actor' | 'acting' | 'credentialKind' | 'credentialId'>;

/** A credential that is not let in, and why. */
export class Refused {
  /** @param subject null where nobody knows whose it is */
  constructor(
    readonly error: DomainError,
    readonly subject: Subject | null = null,
  ) {}
}
