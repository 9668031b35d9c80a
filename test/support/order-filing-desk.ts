import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from './api-client.js';
import { type CustomsDesk, key } from './customs-desk.js';
import { orderBody } from './order-samples.js';
import { EXPORTS } from './parcel-desk.js';
import { eventually, type TestTenant } from './test-platform.js';

/** Exports of a company; the mode is each test's own. */
export const COMPANY_EXPORTS = { ...EXPORTS, name: 'Company exports' };

export interface SeenFiling {
  readonly id: string;
  readonly state: string;
  readonly attempt: number;
  readonly version: number;
  readonly allowedActions: readonly string[];
  readonly order: { readonly orderNo: string };
  readonly messageId: string | null;
  readonly customsSaid: string | null;
  readonly findings: readonly { readonly rule: string; readonly pointer: string; readonly detail: string }[];
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

/** Looks after orders that customs must have before their declaration. */
export class OrderFilingDesk {
  private readonly profiles = new Map<string, string>();

  constructor(private readonly desk: CustomsDesk) {}

  /** The profile of a mode; there is one of each name. */
  async profile(supervisionMode: string, name = `Exports under ${supervisionMode}`): Promise<string> {
    const known = this.profiles.get(name);
    if (known !== undefined) return known;
    const { status, body, text } = await this.desk.tenant.client.post<{ id: string }>(
      '/v1/customs/ecommerce-profiles',
      {
        ...COMPANY_EXPORTS,
        ...{ name, supervisionMode },
      },
    );
    if (status !== 201) throw new Error(text);
    this.profiles.set(name, body.id);
    return body.id;
  }

  async until(orderId: string, state: string): Promise<SeenFiling> {
    const { body } = await eventually(
      () => this.desk.tenant.client.get<{ data: SeenFiling[] }>(`/v1/customs/order-filings?orderId=${orderId}`),
      (answer) => answer.body.data[0]?.state === state,
    );
    const [found] = body.data;
    if (found === undefined) throw new Error(`There is no filing of ${orderId}`);
    return found;
  }

  submit({ id }: SeenFiling, body: object = {}): Promise<ApiAnswer<SeenFiling>> {
    return this.desk.tenant.client.post<SeenFiling>(`/v1/customs/order-filings/${id}/submission`, body, key());
  }

  async xmlOf({ messageId }: SeenFiling): Promise<string> {
    const { body } = await this.desk.tenant.client.get<{ xml: string }>(
      `/v1/customs/ceb/messages/${messageId ?? ''}/xml`,
    );
    return body.xml;
  }

  /** Lets the waits of its message and of itself end now. */
  async letTimePass({ id, messageId }: SeenFiling): Promise<SeenFiling> {
    await this.desk.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue IN ('customs.ask-ceb', 'customs.ask-order-filing')
       AND (payload ->> 'cebMessageId' = $1 OR payload ->> 'orderFilingId' = $2)`,
      [parseId('cebMessage', messageId ?? ''), parseId('orderFiling', id)],
    );
    return (await this.desk.tenant.client.get<SeenFiling>(`/v1/customs/order-filings/${id}`)).body;
  }

  /** What was told of it, in short. */
  async story(orderId: string): Promise<string[]> {
    const rows = await this.desk.platform.rows<{ type: string }>(
      `SELECT type FROM platform.event WHERE resource_id = (SELECT id FROM customs.order_filing WHERE order_id = $1)
       ORDER BY sequence`,
      [parseId('order', orderId)],
    );
    return rows.map(({ type }) => type.replace('customs.order_filing.', ''));
  }

  async timeline(orderId: string, language: string): Promise<string[]> {
    const { body } = await this.desk.tenant.client.get<{ data: { text: string }[] }>(
      `/v1/orders/${orderId}/timeline?limit=100`,
      { 'accept-language': language },
    );
    return body.data.map(({ text }) => text);
  }

  /** What is still to be prepared for the order under its mode. */
  async lacking(orderId: string): Promise<string[]> {
    const { body } = await this.desk.tenant.client.get<{
      preparations: { preparation: string; outcome: string }[];
    }>(`/v1/customs/modes/9710/eligibility?orderId=${orderId}`);
    return body.preparations.filter(({ outcome }) => outcome !== 'met').map(({ preparation }) => preparation);
  }
}

/** Another order of the same two that waits for somebody to send it to customs, and a profile to send it with, which came too late. */
export async function holdOrder(tenant: TestTenant, orderId: string): Promise<void> {
  const { client } = tenant;
  const { body } = await client.get<{ sellerId: string; buyerId: string }>(`/v1/orders/${orderId}`);
  const order = { ...orderBody(body.sellerId, body.buyerId, 'SO-HELD'), salesChannel: '9710' };
  const placed = await client.post<{ id: string }>('/v1/orders', order, key());
  await eventually(
    () => client.get<{ data: SeenFiling[] }>(`/v1/customs/order-filings?orderId=${placed.body.id}`),
    ({ body: { data } }) => data[0]?.state === 'waiting',
  );
  await client.post('/v1/customs/ecommerce-profiles', { ...COMPANY_EXPORTS, supervisionMode: '9710' });
}
