import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { key } from './customs-desk.js';
import { type TestPlatform } from './test-platform.js';

export interface BrokerMandateBody {
  readonly id: string;
  readonly state: string;
  readonly sellerName: string;
  readonly allowedActions: readonly string[];
  readonly reason: string | null;
  readonly acceptedAt: string | null;
  readonly endedAt: string | null;
  readonly version: number;
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

export interface AuditLine {
  readonly action: string;
  readonly toState: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export const BROKER = {
  name: '宁波示例报关有限公司',
  nameEn: 'Ningbo Example Customs Broker Co., Ltd.',
  uscc: '91330206MA2BR0K3RY',
  customsCode: '3302980001',
};

const DAY_MS = 86_400_000;

/** A day from today, in China. */
export function inDays(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
}

/** Who keeps the brokers' mandates of one exporter. */
export class BrokerDesk {
  private static numbers = 0;

  constructor(
    private readonly platform: TestPlatform,
    private readonly client: ApiClient,
    private readonly sellerId: string,
  ) {}

  terms(change: object = {}): object {
    BrokerDesk.numbers += 1;
    const agreementNumber = `3101202600${String(BrokerDesk.numbers).padStart(8, '0')}`;
    const days = { validFrom: inDays(-5), validTo: inDays(300) };
    return { sellerId: this.sellerId, broker: BROKER, kind: 'long_term', agreementNumber, ...days, ...change };
  }

  offer(change: object = {}, client = this.client): Promise<ApiAnswer<BrokerMandateBody>> {
    return client.post<BrokerMandateBody>('/v1/customs/broker-mandates', this.terms(change), key());
  }

  command(id: string, name: string, body: object = {}, client = this.client): Promise<ApiAnswer<BrokerMandateBody>> {
    return client.post<BrokerMandateBody>(`/v1/customs/broker-mandates/${id}/${name}`, body, key());
  }

  /** A mandate in force. */
  async entrust(change: object = {}): Promise<BrokerMandateBody> {
    const offered = await this.offer(change);
    if (offered.status !== 201) throw new Error(offered.text);
    const { status, body, text } = await this.command(offered.body.id, 'acceptance');
    if (status !== 200) throw new Error(text);
    return body;
  }

  async revoke(id: string): Promise<void> {
    const { status, text } = await this.command(id, 'revocation', { reason: 'Another broker' });
    if (status !== 200) throw new Error(text);
  }

  /** Leaves none in force. */
  async revokeAll(): Promise<void> {
    const { body } = await this.client.get<{ data: { id: string }[] }>(
      '/v1/customs/broker-mandates?state=in_force&limit=100',
    );
    for (const { id } of body.data) await this.revoke(id);
  }

  read(id: string, client = this.client): Promise<ApiAnswer<BrokerMandateBody>> {
    return client.get<BrokerMandateBody>(`/v1/customs/broker-mandates/${id}`);
  }

  /** Oldest first. */
  async history(id: string): Promise<AuditLine[]> {
    const { body } = await this.client.get<{ data: AuditLine[] }>(`/v1/customs/broker-mandates/${id}/history`);
    return body.data.toReversed();
  }

  async require(required: boolean): Promise<void> {
    const { status, text } = await this.client.send('PUT', '/v1/customs/broker-mandate-policy', { required }, key());
    if (status !== 200) throw new Error(text);
  }

  /** What the audit has of a declaration. */
  audit(declarationId: string, action: string): Promise<{ details: Readonly<Record<string, unknown>> }[]> {
    const sql = `SELECT details FROM audit.record WHERE resource_id = $1 AND action = $2 ORDER BY id`;
    return this.platform.rows(sql, [parseId('declaration', declarationId), `customs.declaration.${action}`]);
  }
}
