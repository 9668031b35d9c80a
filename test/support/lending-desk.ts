import { newId, parseId } from '../../src/kernel/ids.js';
import { CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { Money } from '../../src/kernel/money.js';
import { Ledger } from '../../src/ledger/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { type ApiAnswer } from './api-client.js';
import { key, RefundDesk } from './refund-desk.js';
import { type TestPlatform } from './test-platform.js';

interface Amount {
  readonly amount: string;
}

export interface AdvanceBody {
  readonly id: string;
  readonly state: string;
  readonly principal: Amount;
  readonly feesDue: Amount;
  readonly annualRate: string;
  readonly productVersion: number | null;
  readonly code: string;
  readonly details: { readonly reasons?: readonly string[] };
}

export interface LimitBody {
  readonly id: string;
  readonly level: string;
  readonly limit: Amount | null;
  readonly proposed: Amount | null;
  readonly reserved: Amount;
  readonly used: Amount;
  readonly free: Amount | null;
  readonly version: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
  readonly awaitingApproval: { readonly id: string } | null;
  readonly declinedApproval: { readonly reason: string } | null;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export interface ExplanationBody {
  readonly free: Amount;
  readonly bindingLevel: string;
  readonly why: string;
  readonly levels: readonly (LimitBody & { readonly isBinding: boolean; readonly why: string })[];
}

export const CNY = (amount: string) => ({ amount, currency: 'CNY' });
export const TODAY = dateInZone(new Date(), CHINA);

/** What a refund advance asks for in any case. */
const CONDITIONS = [
  ...['order_live', 'goods_released', 'refund_matched', 'refund_unpaid', 'claim_not_rejected'],
  ...['payout_account', 'guarantee_clear'],
];

/** As if the events had come: released, and matched with this refund. */
const READY = `
  INSERT INTO financing.order_facts (tenant_id, order_id, entry_numbers, claim_id, refund_minor, refund_currency, claim_state, updated_at)
  VALUES ($1, $2, ARRAY[$3::text], $4, $5, 'CNY', 'matched', now())
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET entry_numbers = EXCLUDED.entry_numbers, claim_id = EXCLUDED.claim_id,
    refund_minor = EXCLUDED.refund_minor, refund_currency = 'CNY', claim_state = 'matched'`;

/** A seller with orders that can be lent on, and a lender that says nothing until it is told to. */
export class LendingDesk {
  private static entries = 0;

  private constructor(
    readonly platform: TestPlatform,
    readonly desk: RefundDesk,
  ) {}

  /** @param word magic, in the names of the seller: how its lender answers */
  static async open(platform: TestPlatform, word = 'SBX-LENDER-NEVER'): Promise<LendingDesk> {
    const names = { name: `宁波示例 ${word}`, nameEn: `Ningbo Example ${word}` };
    return new LendingDesk(platform, await RefundDesk.open(platform, names));
  }

  get client() {
    return this.desk.tenant.client;
  }

  /** An order whose refund of 10,000.00 is matched. */
  async ready(refund = '10000.00', entryNumber = LendingDesk.entryNumber()): Promise<string> {
    const orderId = await this.desk.place();
    await this.know(orderId, refund, entryNumber);
    return orderId;
  }

  async know(orderId: string, refund: string, entryNumber: string): Promise<void> {
    const { minor } = Money.parse(refund, 'CNY');
    const values = [this.desk.tenant.tenantId, parseId('order', orderId), entryNumber, newId(), minor.toString()];
    await this.platform.rows(READY, values);
  }

  static entryNumber(): string {
    LendingDesk.entries += 1;
    return `310420269${String(LendingDesk.entries).padStart(9, '0')}`;
  }

  ask(orderId: string, query = ''): Promise<ApiAnswer<AdvanceBody>> {
    return this.client.post<AdvanceBody>(`/v1/financing/advances${query}`, { orderId }, key());
  }

  async advance(id: string): Promise<AdvanceBody> {
    return (await this.client.get<AdvanceBody>(`/v1/financing/advances/${id}`)).body;
  }

  /** The tenant's own refund advance from today on, which opens only with these conditions besides. */
  async offer(conditions: readonly string[] = [], change: object = {}): Promise<void> {
    const product = {
      ...{ code: 'refund_advance', name: { en: 'Of the undisputed', zh: '无争议退税融资' } },
      lender: { code: 'partner_bank', name: { en: 'Partner bank', zh: '合作银行' } },
      ...{ validFrom: TODAY, base: 'matched_refund', advanceRate: '0.80', tenorDays: 90, feeRate: '0.001' },
      ...{ clientLimit: CNY('50000.00'), minimum: CNY('100.00'), interest: { kind: 'fixed', annualRate: '0.04' } },
      penalty: { kind: 'multiplier', value: '1.5' },
      ...{ closesBy: ['refund_paid'], documents: ['vat_invoice'] },
      opensWhen: [...CONDITIONS, ...conditions].map((name) => ({ name })),
    };
    const { status, text } = await this.client.post('/v1/financing/products', { ...product, ...change }, key());
    if (status !== 201) throw new Error(text);
  }

  /** Money of the seller that the platform holds. */
  fund(amount: string): Promise<unknown> {
    const money = Money.parse(amount, 'CNY');
    const partyId = parseId('party', this.desk.sellerId);
    const caller = { tenantId: this.desk.tenant.tenantId, actor: 'test', traceparent: null };
    return this.platform.api.get(UnitOfWork).run(caller, (tx) =>
      new Ledger().post(tx, {
        ...{ kind: 'test.funds', key: newId(), valueDate: '2027-01-01' },
        postings: [
          { account: { code: 'clearing_bank' }, amount: money },
          { account: { code: 'client_funds', partyId }, amount: money.negated() },
        ],
      }),
    );
  }

  /** What the lender says of an advance. */
  async says(reference: string, message: object): Promise<void> {
    const status = await this.desk.callback({ reference, ...message }, 'sandbox-lender-secret', 'lender');
    if (status !== 202) throw new Error(`The callback was answered ${status}`);
  }

  paysOut(reference: string, amount: Amount): Promise<void> {
    const paid = { loanId: `L-${reference}`, bankReference: `B-${reference}`, valueDate: '2026-11-30' };
    return this.says(reference, { type: 'loan.disbursed', amount, ...paid });
  }

  open(body: object, query = ''): Promise<ApiAnswer<LimitBody>> {
    return this.client.post<LimitBody>(`/v1/financing/credit-limits${query}`, body, key());
  }

  async set(id: string, limit: string): Promise<ApiAnswer<LimitBody>> {
    const { headers } = await this.client.get(`/v1/financing/credit-limits/${id}`);
    const ifMatch = { 'if-match': String(headers['etag']) };
    return this.client.send<LimitBody>('PUT', `/v1/financing/credit-limits/${id}`, { limit: CNY(limit) }, ifMatch);
  }

  async explain(query = '', language = 'en'): Promise<ExplanationBody> {
    const path = `/v1/financing/limits/explanation?sellerId=${this.desk.sellerId}${query}`;
    return (await this.client.get<ExplanationBody>(path, { 'accept-language': language })).body;
  }
}
