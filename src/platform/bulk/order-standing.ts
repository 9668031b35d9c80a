import { CredentialExpiredError, CredentialRevokedError } from '../auth/auth.errors.js';
import {
  MandateExpiredError,
  MandateRevokedError,
  NotMandatedError,
  ScopeNotMandatedError,
} from '../auth/mandates/mandate.errors.js';
import { MissingScopeError, UnauthenticatedError } from '../http/request.errors.js';

const OF_ORDER: ReadonlySet<string> = new Set(
  [
    UnauthenticatedError,
    CredentialRevokedError,
    CredentialExpiredError,
    MissingScopeError,
    NotMandatedError,
    MandateRevokedError,
    MandateExpiredError,
    ScopeNotMandatedError,
  ].map(({ problem }) => problem.code),
);

/** Whether a problem is of the order and not of the item: whoever gave it may not any more, whatever the item says. */
export function isOfOrder(code: string): boolean {
  return OF_ORDER.has(code);
}
