import { publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from './api-client.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

export interface MandateBody {
  readonly id: string;
  readonly role: string;
  readonly state: string;
  readonly grantorId: string;
  readonly grantorName: string;
  readonly integratorId: string;
  readonly integratorName: string | null;
  readonly scopes: readonly string[];
  readonly limits: object | null;
  readonly allowedActions: readonly string[];
  readonly expiresAt: string;
  readonly endedBy: string | null;
  readonly version: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditLine {
  readonly actor: string;
  readonly action: string;
  readonly resourceId: string;
  readonly actingTenant: string | null;
  readonly mandateId: string | null;
  readonly details: Readonly<Record<string, string>>;
}

const SCOPES = ['parties:read', 'parties:write', 'orders:read'];

/** Two tenants and what they let one another do. */
export class MandateDesk {
  private constructor(
    readonly sme: TestTenant,
    readonly integrator: TestTenant,
  ) {}

  /** @param sme who grants; left out, a new tenant */
  static async open(platform: TestPlatform, sme?: TestTenant): Promise<MandateDesk> {
    const grantor = sme ?? (await platform.tenant('Ningbo Example Trading'));
    return new MandateDesk(grantor, await platform.tenant('Hangzhou Example Software'));
  }

  get actingFor(): Record<string, string> {
    return { 'acting-for': idOf(this.sme) };
  }

  offer(terms: object = {}): Promise<ApiAnswer<MandateBody>> {
    return this.sme.client.post('/v1/mandates', { integratorId: idOf(this.integrator), scopes: SCOPES, ...terms });
  }

  answer(id: string, how: 'acceptance' | 'refusal', by = this.integrator): Promise<ApiAnswer<MandateBody>> {
    return by.client.post(`/v1/mandates/${id}/${how}`);
  }

  revoke(id: string, by = this.sme): Promise<ApiAnswer<MandateBody>> {
    return by.client.post(`/v1/mandates/${id}/revocation`);
  }

  /** A mandate that holds. */
  async hold(terms: object = {}): Promise<MandateBody> {
    const { body, text } = await this.offer(terms);
    const accepted = await this.answer(body.id, 'acceptance');
    if (accepted.status !== 200) throw new Error(`${text} ${accepted.text}`);
    return accepted.body;
  }

  /** Status and code of a request of the integrator for the tenant. */
  async act(path = '/v1/parties', headers: Record<string, string> = {}, by = this.integrator): Promise<unknown[]> {
    const { status, body } = await by.client.get(path, { ...this.actingFor, ...headers });
    return [status, body['code']];
  }

  /** Acts until it is answered so; well within the two seconds that an answer is believed. */
  async soon(status: number): Promise<void> {
    await eventually(
      () => this.act(),
      ([answered]) => answered === status,
      1_000,
    );
  }

  /** What a tenant's audit says of refusals, once it says as much. */
  refusals(of: TestTenant, count = 1): Promise<readonly AuditLine[]> {
    return eventually(
      async () => (await of.client.get<{ data: AuditLine[] }>('/v1/audit/records?action=auth.refused')).body.data,
      ({ length }) => length >= count,
    );
  }
}

export function idOf({ tenantId }: TestTenant): string {
  return publicId('tenant', tenantId);
}
