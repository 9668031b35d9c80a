import { randomUUID } from 'node:crypto';

import { BUYER, LINE, orderBody, SELLER } from './order-samples.js';

interface World {
  readonly baseUrl: string;
  readonly sandboxUrl: string;
  readonly apiKey: string;
  readonly tenantId: string;
}

export interface OrderView {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly tracks: Readonly<Record<string, string>>;
}

/** One exporter and its buyer, trading through the public API; retries as a careful integrator does, with the same key. */
export class Trader {
  private orders = 0;
  private invoices = 0;

  private constructor(
    private readonly world: World,
    private readonly sellerId: string,
    private readonly buyerId: string,
  ) {}

  static async open(world: World, { seller = {}, buyer = {} } = {}): Promise<Trader> {
    const enter = async (body: object): Promise<string> =>
      ((await send(world, 'POST', '/v1/parties', body)) as { id: string }).id;
    return new Trader(world, await enter({ ...SELLER, ...seller }), await enter({ ...BUYER, ...buyer }));
  }

  get tenantId(): string {
    return this.world.tenantId;
  }

  get apiKey(): string {
    return this.world.apiKey;
  }

  get<Body>(path: string): Promise<Body> {
    return send(this.world, 'GET', path) as Promise<Body>;
  }

  post<Body>(path: string, body: object, key: string = randomUUID()): Promise<Body> {
    return send(this.world, 'POST', path, body, key) as Promise<Body>;
  }

  /** Places an order, hands in its invoice, and has the buyer pay: from here on it goes on by itself. */
  async trade(change: object = {}): Promise<OrderView> {
    this.orders += 1;
    const body = {
      ...orderBody(this.sellerId, this.buyerId, `SO-2026-${String(this.orders).padStart(4, '0')}`),
      ...change,
    };
    const order = await this.post<OrderView>('/v1/orders', body);
    await this.post('/v1/tax-refund/invoices', this.invoice(order.id));
    await this.pay(order.reference);
    return order;
  }

  order(id: string): Promise<OrderView> {
    return this.get<OrderView>(`/v1/orders/${id}`);
  }

  /** Waits until every order is closed. @throws Error with the tracks of those that are not */
  async closed(orders: readonly OrderView[], patienceMs: number): Promise<OrderView[]> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const views: OrderView[] = [];
      for (const { id } of orders) views.push(await this.order(id));
      if (views.every(({ state }) => state === 'closed')) return views;
      if (Date.now() > deadline) {
        const open = views.filter(({ state }) => state !== 'closed');
        throw new Error(
          `Not closed: ${JSON.stringify(open.map(({ reference, state, tracks }) => ({ reference, state, tracks })))}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  private async pay(reference: string): Promise<void> {
    const account = await this.account();
    const answer = await fetch(`${this.world.sandboxUrl}/control/buyer-payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        accountNumber: account,
        amount: { amount: '10000.00', currency: 'USD' },
        payerName: BUYER.name,
        payerCountry: 'DE',
        remittance: `PAYMENT ${reference}`,
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  private async account(): Promise<string> {
    const deadline = Date.now() + 120_000;
    for (;;) {
      const { data } = await this.get<{ data: { accountNumber: string | null }[] }>('/v1/fx/collection-accounts');
      const number = data[0]?.accountNumber ?? null;
      if (number !== null) return number;
      if (Date.now() > deadline) throw new Error('No collection account was opened');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private invoice(orderId: string): object {
    this.invoices += 1;
    return {
      orderId,
      kind: 'special',
      invoiceNumber: String(26_332_000_000_000_000_000n + BigInt(this.invoices)),
      issuedOn: '2026-11-10',
      seller: { name: '宁波示例电器有限公司', taxNumber: '91330212MA2AF1XX2U' },
      buyer: { name: SELLER.name, taxNumber: SELLER.uscc },
      lines: [
        {
          orderLineNumber: 1,
          hsCode: LINE.hsCode,
          goodsName: '*家用电器*电烤箱',
          quantity: '1000',
          unit: '001',
          amountExVat: { amount: '60000.00', currency: 'CNY' },
          vatRate: '0.13',
          vat: { amount: '7800.00', currency: 'CNY' },
        },
      ],
    };
  }
}

const TRIES = 60;

/** A timeout, a 5xx or a 409 that says to wait is tried again with the same key; any other refusal is an error. */
async function send(
  { baseUrl, apiKey }: World,
  method: string,
  path: string,
  body?: object,
  key: string = randomUUID(),
): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    }).catch((error: unknown) => new Error(String(error))); // fetch's own errors are of another realm than Jest's
    if (!(answer instanceof Error) && answer.ok) return answer.json();
    const again =
      answer instanceof Error || answer.status >= 500 || answer.status === 429 || answer.headers.has('retry-after');
    const text = answer instanceof Error ? answer.message : `${answer.status} ${await answer.text()}`;
    if (!again || tries >= TRIES) throw new Error(`${method} ${path}: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
