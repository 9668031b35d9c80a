import { createHmac, randomUUID } from 'node:crypto';

import { parseId, publicId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { type AccountCode, Ledger } from '../../src/ledger/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { BUYER, LINE, orderBody, SELLER } from './order-samples.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';
import {
  type CollectionBody,
  type ReceivableBody,
  type QuoteBody,
  type ConversionBody,
  type PayoutBody,
  type AccountBody,
  type EventRow,
} from './fx-answers.js';

export const key = (): Record<string, string> => ({ 'Idempotency-Key': randomUUID() });

interface PageBody<Row> {
  readonly data: readonly Row[];
}
interface OrderChange {
  readonly reference?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly conversion?: string;
  readonly freight?: object;
}

interface Payment {
  readonly amount: string;
  readonly currency?: string;
  readonly remittance?: string;
  readonly payerName?: string;
  readonly charges?: string;
}

/** Who looks after a tenant's money, and pulls the levers of the world outside. */
export class FxDesk {
  private count = 0;

  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    readonly sellerId: string,
    readonly buyerId: string,
  ) {}

  static async open(platform: TestPlatform, seller: object = {}): Promise<FxDesk> {
    const tenant = await platform.tenant();
    const enter = async (body: object): Promise<string> => {
      const answer = await tenant.client.post<{ id: string }>('/v1/parties', body, key());
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.body.id;
    };
    return new FxDesk(platform, tenant, await enter({ ...SELLER, ...seller }), await enter(BUYER));
  }

  /** The same desk, with somebody else at it. */
  as(client: ApiClient): FxDesk {
    return new FxDesk(this.platform, { ...this.tenant, client }, this.sellerId, this.buyerId);
  }

  /** The same desk, which sells to somebody else. */
  to(buyerId: string): FxDesk {
    return new FxDesk(this.platform, this.tenant, this.sellerId, buyerId);
  }

  /** An order that touches nothing but its money, unless it is given freight; it can be paid now. */
  async order(change: OrderChange = {}): Promise<string> {
    const id = await this.place(change);
    await this.receivable(id, () => true);
    await this.account(change.currency ?? 'USD');
    return id;
  }

  async place(change: OrderChange = {}): Promise<string> {
    this.count += 1;
    const {
      reference = `SO-${1_000 + this.count}`,
      amount = '10000.00',
      currency = 'USD',
      conversion = 'manual',
      freight = { by: 'other', readyDate: '2026-12-01' },
    } = change;
    const places = currency === 'JPY' ? 0 : 2;
    const body = {
      ...orderBody(this.sellerId, this.buyerId, reference),
      contractNumber: `NB-${reference}`,
      currency,
      lines: [
        {
          ...LINE,
          unitPrice: (Number(amount) / 1_000).toString(),
          total: { amount: Number(amount).toFixed(places), currency },
        },
      ],
      freight,
      refund: { mode: 'none', advance: false },
      fx: { conversion, planRate: currency === 'CNY' ? '1' : '7.1' },
    };
    const answer = await this.tenant.client.post<{ id: string }>('/v1/orders', body, key());
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.id;
  }

  /** The open account in a currency. */
  async account(currency: string): Promise<AccountBody> {
    const page = await eventually(
      () =>
        this.get<PageBody<AccountBody>>(
          `/v1/fx/collection-accounts?currency=${currency}&state=open&sellerId=${this.sellerId}`,
        ),
      ({ data }) => data.length === 1,
    );
    return firstOf(page.data);
  }

  /** A buyer abroad pays into the seller's account. */
  async pay({
    amount,
    currency = 'USD',
    remittance = '',
    payerName = 'HAMBURG HAUSHALT',
    charges,
  }: Payment): Promise<string> {
    const { accountNumber } = await this.account(currency);
    const body = {
      accountNumber,
      amount: { amount, currency },
      payerName,
      payerCountry: 'DE',
      remittance,
      ...(charges === undefined ? {} : { charges: { amount: charges, currency } }),
    };
    const { bankReference } = await this.control<{ bankReference: string }>('POST', '/control/buyer-payments', body);
    return bankReference;
  }

  async control<Body>(method: string, path: string, body: object): Promise<Body> {
    const answer = await fetch(`${this.platform.sandbox.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  /** A message as the bank would send it: signed. */
  async callback(body: string): Promise<number> {
    const seconds = Math.floor(Date.now() / 1_000);
    const secret = this.platform.config.partners.bank.secret;
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    const answer = await fetch(
      `${this.platform.config.publicUrl}/v1/inbound/bank/${publicId('tenant', this.tenant.tenantId)}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/xml', 'x-signature': `t=${seconds},v1=${signature}` },
        body,
      },
    );
    return answer.status;
  }

  async collection(
    bankReference: string,
    holds: (found: CollectionBody) => boolean = () => true,
  ): Promise<CollectionBody> {
    const find = async (): Promise<CollectionBody | undefined> => {
      const { data } = await this.get<PageBody<CollectionBody>>('/v1/fx/collections?limit=100');
      return data.find((one) => one.bankReference === bankReference);
    };
    const found = await eventually(find, (one) => one !== undefined && holds(one));
    if (found === undefined) throw new Error(`No collection ${bankReference}`);
    return found;
  }

  async receivable(orderId: string, holds: (found: ReceivableBody) => boolean): Promise<ReceivableBody> {
    const page = await eventually(
      () => this.get<PageBody<ReceivableBody>>(`/v1/fx/receivables?orderId=${orderId}`),
      ({ data }) => data[0] !== undefined && holds(data[0]),
    );
    return firstOf(page.data);
  }

  async conversions(
    orderId: string,
    holds: (found: readonly ConversionBody[]) => boolean,
  ): Promise<readonly ConversionBody[]> {
    const path = `/v1/fx/conversions?orderId=${orderId}`;
    const { data } = await eventually(
      () => this.get<PageBody<ConversionBody>>(path),
      (page) => holds(page.data),
    );
    return data;
  }

  async payouts(orderId: string, holds: (found: readonly PayoutBody[]) => boolean): Promise<readonly PayoutBody[]> {
    const { data } = await eventually(
      () => this.get<PageBody<PayoutBody>>(`/v1/fx/payouts?orderId=${orderId}`),
      (page) => holds(page.data),
    );
    return data;
  }

  /** Asks until the bank's board is there. */
  async quote(body: object): Promise<ApiAnswer<QuoteBody>> {
    return eventually(
      () => this.tenant.client.post<QuoteBody>('/v1/fx/quotes', body, key()),
      ({ status }) => status !== 503,
    );
  }

  convert(quoteId: string, headers = key()): Promise<ApiAnswer<ConversionBody>> {
    return this.tenant.client.post<ConversionBody>('/v1/fx/conversions', { quoteId }, headers);
  }

  async get<Body>(path: string): Promise<Body> {
    const answer = await this.tenant.client.get<Body>(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** What is in the books, in minor units on the account's normal side, over all of the tenant's parties. */
  async balance(code: string, currency: string): Promise<string> {
    const [row] = await this.platform.rows<{ posted: string | null }>(
      `SELECT sum(CASE a.normal_side WHEN 'debit' THEN p.amount_minor ELSE -p.amount_minor END)::text AS posted
       FROM ledger.posting p JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
       WHERE p.tenant_id = $1 AND a.code = $2 AND a.currency = $3`,
      [this.tenant.tenantId, code, currency],
    );
    return row?.posted ?? '0';
  }

  /** Books an entry, as another module would. */
  async book(
    orderId: string | null,
    legs: readonly (readonly [AccountCode, string])[],
    currency = 'USD',
  ): Promise<void> {
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    const partyId = parseId('party', this.sellerId);
    await this.platform.api.get(UnitOfWork).run(caller, async (tx) => {
      await new Ledger().post(tx, {
        kind: 'test',
        key: randomUUID(),
        orderId: orderId === null ? null : parseId('order', orderId),
        valueDate: '2026-11-24',
        postings: legs.map(([code, amount]) => ({
          account: code.startsWith('client') ? { code, partyId } : { code },
          amount: Money.parse(amount, currency),
        })),
      });
    });
  }

  async events(type: string): Promise<readonly EventRow[]> {
    return this.platform.rows<EventRow>(
      `SELECT type, sequence, data FROM platform.event WHERE tenant_id = $1 AND type LIKE $2 ORDER BY id`,
      [this.tenant.tenantId, type],
    );
  }

  deadLetters(): Promise<{ queue: string; error_code: string }[]> {
    return this.platform.rows(`SELECT queue, error_code FROM platform.dead_letter WHERE tenant_id = $1 ORDER BY id`, [
      this.tenant.tenantId,
    ]);
  }

  /** Lets the time pass in which the bank should have reported on payouts. */
  async waitForPayouts(): Promise<void> {
    await this.platform.rows(
      `UPDATE fx.payout SET expected_by = now() WHERE tenant_id = $1 AND expected_by IS NOT NULL`,
      [this.tenant.tenantId],
    );
    await this.hurry('fx.ask-payout');
  }

  /** Brings promised work of a queue forward, as if its time had come. */
  async hurry(queue: string): Promise<void> {
    await this.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE tenant_id = $1 AND queue = $2 AND sent_at IS NULL`,
      [this.tenant.tenantId, queue],
    );
  }
}

function firstOf<Row>([first]: readonly Row[]): Row {
  if (first === undefined) throw new Error('The list is empty');
  return first;
}
