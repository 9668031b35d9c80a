/** On whose behalf work is done. Comes from a verified key or from a delivery, never from a request body. */
export interface Caller {
  readonly tenantId: string;
  /** For the audit: `api_key:key_01…` or `job:customs.submit-declaration`. */
  readonly actor: string;
  /** Where a key says so. A live tenant has no test clock. */
  readonly livemode?: boolean;
  /** W3C trace context of the request or delivery, carried on to jobs, partners and webhooks. */
  readonly traceparent: string | null;
}

const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws Error when the tenant is not a UUID: our bug, and the last guard before SQL */
export function assertTenantId(tenantId: string): void {
  if (!TENANT_ID.test(tenantId)) throw new Error('A unit of work needs a tenant');
}
