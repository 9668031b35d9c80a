import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { type AccountCode, Ledger } from '../../src/ledger/index.js';
import { type Tx } from '../../src/platform/database/session.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { type ApiAnswer } from './api-client.js';
import { SELLER } from './order-samples.js';
import { key } from './refund-desk.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

interface Amount {
  readonly amount: string;
}
export interface GroupBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly allowedActions: readonly string[];
  readonly groupTotal: Amount;
  readonly pool: Amount;
  readonly freezeReason: string | null;
  readonly members: readonly {
    readonly partyId: string;
    readonly state: string;
    readonly own: Amount;
    readonly forOthers: Amount;
    readonly liability: Amount;
    readonly pool: Amount;
  }[];
  readonly draw: {
    readonly id: string;
    readonly state: string;
    readonly awaited: readonly string[];
    readonly orderId: string | null;
    readonly exposures: readonly { readonly before: Amount; readonly after: Amount }[];
  } | null;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export const GROUPS = '/v1/financing/guarantee-groups';
export const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const LAST_YEAR = new Date().getUTCFullYear() - 1;

export const candidate = (partyId: string, change: object = {}) => ({
  ...{ partyId, limit: CNY('500000.00'), establishedOn: '2019-05-20' },
  ...{ lastResult: { year: LAST_YEAR, outcome: 'profit' }, owners: [{ holder: `owner of ${partyId}`, share: '1' }] },
  membership: { kind: 'gold_supplier', since: '2022-03-01' },
  ...change,
});

export const faultsIn = ({ errors }: Pick<GroupBody, 'errors'>): string[] =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);

/** A drawn advance that is past its maturity, as if its refund had never come: no interest, one hundred of fees. */
const OVERDUE = `
  WITH facts AS (
    INSERT INTO financing.order_facts (tenant_id, order_id, updated_at) VALUES ($1, $3, now()))
  INSERT INTO financing.advance (tenant_id, id, subject_kind, subject_id, order_id, seller_id, product, state, principal_minor, principal_currency,
    outstanding_minor, outstanding_currency, interest_due_minor, interest_due_currency, fees_due_minor, fees_due_currency,
    annual_rate, penalty_rate, day_basis, drawn_on, interest_from, maturity_on, reasons, calculation, is_recourse, asks,
    created_at, updated_at)
  VALUES ($1, $2, 'order', $3, $3, $4, 'refund_advance', 'drawn', $5, 'CNY', $5, 'CNY', 0, 'CNY', 10000, 'CNY', 0, 0, 360, '2026-01-05',
    '2026-01-05', $6, '{}', '{"rule": {"id": "r", "version": "v", "source": "s"}, "steps": []}', false, 0, now(), now())`;

/** Who looks after the guarantee groups of a tenant's sellers. */
export class GuaranteeDesk {
  private sellers = 0;

  constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
  ) {}

  static async open(platform: TestPlatform): Promise<GuaranteeDesk> {
    return new GuaranteeDesk(platform, await platform.tenant('Guarantees'));
  }

  post<Body = GroupBody>(path: string, body: object = {}): Promise<ApiAnswer<Body>> {
    return this.tenant.client.post<Body>(path, body, key());
  }

  async done<Body = GroupBody>(path: string, body: object = {}): Promise<Body> {
    const answer = await this.post<Body>(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  async get<Body = GroupBody>(path: string): Promise<Body> {
    return (await this.tenant.client.get<Body>(path)).body;
  }

  async seller(): Promise<string> {
    this.sellers += 1;
    const own = { reference: `MEMBER-${newId()}`, name: `宁波示例 ${this.sellers}` };
    return (await this.done<{ id: string }>('/v1/parties', { ...SELLER, ...own })).id;
  }

  async drafted(parties: readonly string[]): Promise<GroupBody> {
    const members = parties.map((id) => candidate(id));
    return this.done(GROUPS, { name: 'Ningbo exporters', members });
  }

  async accepted(parties: readonly string[]): Promise<GroupBody> {
    const { id } = await this.drafted(parties);
    for (const partyId of parties) await this.done(`${GROUPS}/${id}/acceptances`, { partyId });
    return this.get(`${GROUPS}/${id}`);
  }

  async active(parties: readonly string[]): Promise<GroupBody> {
    const { id } = await this.accepted(parties);
    return this.done(`${GROUPS}/${id}/activation`);
  }

  /** Money of the seller that the platform holds. */
  fund(partyId: string, amount: string): Promise<unknown> {
    const money = Money.parse(amount, 'CNY');
    return this.work((tx) =>
      new Ledger().post(tx, {
        ...{ kind: 'test.funds', key: newId(), valueDate: '2026-11-30' },
        postings: [
          { account: { code: 'clearing_bank' }, amount: money },
          { account: { code: 'client_funds', partyId: parseId('party', partyId) }, amount: money.negated() },
        ],
      }),
    );
  }

  async owes(partyId: string, principal: string, maturityOn = '2026-06-30'): Promise<string> {
    const id = newId();
    const { minor } = Money.parse(principal, 'CNY');
    const values = [this.tenant.tenantId, id, newId(), parseId('party', partyId), minor.toString(), maturityOn];
    await this.platform.rows(OVERDUE, values);
    return publicId('advance', id);
  }

  async posted(code: AccountCode, partyId: string | null = null): Promise<string> {
    const account = { code, partyId: partyId === null ? null : parseId('party', partyId), currency: 'CNY' };
    const balance = await this.work((tx) => new Ledger().balance(tx, account));
    return balance.posted.toAmountString();
  }

  /** How many rows the tenant has in each table of guarantees. */
  async rows(): Promise<number> {
    const [row] = await this.platform.rows<{ all: number }>(
      `SELECT (SELECT count(*) FROM financing.guarantee_group WHERE tenant_id = $1)::int
            + (SELECT count(*) FROM financing.guarantee_member WHERE tenant_id = $1)::int
            + (SELECT count(*) FROM financing.guarantee_call WHERE tenant_id = $1)::int
            + (SELECT count(*) FROM ledger.transfer WHERE tenant_id = $1)::int AS all`,
      [this.tenant.tenantId],
    );
    return row?.all ?? 0;
  }

  private work<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    return this.platform.api.get(UnitOfWork).run(caller, work);
  }
}
