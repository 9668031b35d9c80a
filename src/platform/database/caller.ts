import { type Currency } from '../../kernel/currency.js';
import { type DomainError } from '../../kernel/domain-error.js';
import { type Money } from '../../kernel/money.js';

/** What may be moved under a mandate; in one currency. */
export interface MandateLimits {
  readonly currency: Currency;
  readonly perCommand: Money | null;
  readonly perDay: Money | null;
}

/** A credential of one tenant that works for another: under which mandate, and whose it is. */
export interface Acting {
  readonly mandateId: string;
  /** The integrator: the tenant that the credential belongs to. */
  readonly tenantId: string;
  readonly limits: MandateLimits | null;
  /** Writes to the audits of both what was refused under the mandate. */
  readonly refused: (error: DomainError) => void;
}

/** On whose behalf work is done. Comes from a verified key or from a delivery, never from a request body. */
export interface Caller {
  readonly tenantId: string;
  /** For the audit: `api_key:key_01…` or `job:customs.submit-declaration`. */
  readonly actor: string;
  /** Where a key says so. A live tenant has no test clock. */
  readonly livemode?: boolean;
  /** W3C trace context of the request or delivery, carried on to jobs, partners and webhooks. */
  readonly traceparent: string | null;
  /** Where the actor is another tenant's, and works for this one. */
  readonly acting?: Acting;
}

const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws Error when the tenant is not a UUID: our bug, and the last guard before SQL */
export function assertTenantId(tenantId: string): void {
  if (!TENANT_ID.test(tenantId)) throw new Error('A unit of work needs a tenant');
}
