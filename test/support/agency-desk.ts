import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { inDays } from './broker-desk.js';
import { type ClaimBody, key, RefundDesk } from './refund-desk.js';
import { type TestPlatform } from './test-platform.js';

export interface AgencyBody {
  readonly id: string;
  readonly state: string;
  readonly producerName: string;
  readonly allowedActions: readonly string[];
  readonly reason: string | null;
  readonly endedOn: string | null;
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

export interface AgencyClaim extends ClaimBody {
  readonly agencyAgreementId: string | null;
  readonly held: { readonly pointer: string; readonly rule: string; readonly fix: string } | null;
}

export const AGENT = { name: '宁波示例外贸综合服务有限公司', uscc: '91330206MA2TAXAGN4' };
const EVIDENCE = [
  { condition: 'producer', metOn: inDays(-9), documents: ['CKTS-BA-1'] },
  { condition: 'contracts', metOn: inDays(-9), documents: ['HT-1', 'ZHFW-1'] },
];
const FILED = { filedOn: inDays(-3), taxOffice: '国家税务总局慈溪市税务局' };

/** Who keeps the agency agreements of one manufacturer, and has its refunds filed. */
export class AgencyDesk {
  private static numbers = 0;

  private constructor(readonly refunds: RefundDesk) {}

  static async open(
    platform: TestPlatform,
    {
      required = true,
      livemode = false,
      seller = {},
    }: { required?: boolean; livemode?: boolean; seller?: object } = {},
  ): Promise<AgencyDesk> {
    const maker = { enterpriseKind: 'manufacturer' as const, ...seller };
    const desk = new AgencyDesk(await RefundDesk.open(platform, maker, { livemode }));
    if (required && !livemode) await desk.require(true);
    return desk;
  }

  get client(): ApiClient {
    return this.refunds.tenant.client;
  }

  draft(change: object = {}, client = this.client): Promise<ApiAnswer<AgencyBody>> {
    AgencyDesk.numbers += 1;
    const agreementNumber = `DBTS-2026-${String(AgencyDesk.numbers).padStart(4, '0')}`;
    const days = { signedOn: inDays(-5), validFrom: inDays(-5) };
    const body = {
      producerId: this.refunds.sellerId,
      agent: AGENT,
      agreementNumber,
      ...days,
      evidence: EVIDENCE,
      ...change,
    };
    return client.post<AgencyBody>('/v1/tax-refund/agency-agreements', body, key());
  }

  command(id: string, name: string, body: object = {}, client = this.client): Promise<ApiAnswer<AgencyBody>> {
    return client.post<AgencyBody>(`/v1/tax-refund/agency-agreements/${id}/${name}`, body, key());
  }

  confirm(id: string, change: object = {}): Promise<ApiAnswer<AgencyBody>> {
    return this.command(id, 'confirmation', { producerFiling: FILED, agentFiling: FILED, ...change });
  }

  /** An agreement in force. */
  async entrust(change: object = {}): Promise<AgencyBody> {
    const drafted = await this.draft(change);
    if (drafted.status !== 201) throw new Error(drafted.text);
    const { status, body, text } = await this.confirm(drafted.body.id);
    if (status !== 200) throw new Error(text);
    return body;
  }

  async end(id: string): Promise<void> {
    const { status, text } = await this.command(id, 'termination', { reason: 'Files for itself' });
    if (status !== 200) throw new Error(text);
  }

  read(id: string, client = this.client): Promise<ApiAnswer<AgencyBody>> {
    return client.get<AgencyBody>(`/v1/tax-refund/agency-agreements/${id}`);
  }

  async require(required: boolean): Promise<void> {
    const { status, text } = await this.client.send('PUT', '/v1/tax-refund/agency-policy', { required }, key());
    if (status !== 200) throw new Error(text);
  }

  /** All that a claim of the manufacturer needs but an agreement. @returns the order */
  async exported(): Promise<string> {
    const { refunds } = this;
    const orderId = await refunds.place({ refund: { mode: 'agency', advance: false } });
    const parties = {
      kind: 'agency_refund',
      seller: { name: refunds.seller.name, taxNumber: refunds.seller.uscc },
      buyer: { name: AGENT.name, taxNumber: AGENT.uscc },
      fxRate: '7.0827',
      fxSource: 'SAFE middle rate of 2026-11-02',
      remark: '代办退税专用',
    };
    const line = {
      amountExVat: { amount: '70827.00', currency: 'CNY' },
      vat: { amount: '9207.51', currency: 'CNY' },
    };
    await refunds.record(refunds.invoice(orderId, parties, line));
    await refunds.clear(orderId);
    await refunds.collect(orderId);
    return orderId;
  }

  async claim(orderId: string, ...states: readonly string[]): Promise<AgencyClaim> {
    return (await this.refunds.untilClaim(orderId, ...states)) as AgencyClaim;
  }

  file(claimId: string, query = ''): Promise<ApiAnswer<AgencyClaim & AgencyBody>> {
    return this.refunds.command<AgencyClaim & AgencyBody>(claimId, 'filing', {}, query);
  }

  /** What the audit has of a claim. */
  audit(claimId: string, action: string): Promise<{ details: Readonly<Record<string, unknown>> }[]> {
    const sql = `SELECT details FROM audit.record WHERE resource_id = $1 AND action = $2 ORDER BY id`;
    return this.refunds.platform.rows(sql, [parseId('claim', claimId), `tax_refund.claim.${action}`]);
  }
}
