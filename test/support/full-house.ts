import { randomUUID } from 'node:crypto';

import { API_GUIDE } from '../../src/api-guide.js';
import { newId, publicId } from '../../src/kernel/ids.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { abnormalEntry } from './arrangements.js';
import { bringStatement } from './bank-file-desk.js';
import { bringRates } from './rate-rows.js';
import { bringCurrencyControl } from './safe-rows.js';
import { BatchDesk, buyers } from './batch-desk.js';
import { bodySamples, type DocumentedApi, operationsOf } from './body-samples.js';
import { certificate } from './certificates.js';
import { type Endpoint, hasId, type Method, takesPerson } from './endpoint.js';
import { type ApiClient } from './api-client.js';
import { WAIT_FOR_BOOKING } from './carriage-house.js';
import { CebDesk, importOrders } from './ceb-desk.js';
import { bringTable } from './declaration-desk.js';
import { bringEvidence } from './evidence-desk.js';
import { ImportDesk } from './import-desk.js';
import { BUYER, fileProducts, orderBody, SELLER } from './order-samples.js';
import {
  ADVANCE,
  AWAIT_APPROVAL,
  BURY,
  CHANGE_RATE,
  FIRST_KEY,
  GATHER_PAYOUTS,
  MANUFACTURER,
  OPEN_BATCH,
  PAY_CLAWBACK,
  PAY_DUES,
  REFUSE_TAX_REFUND,
  TAX_PAPER,
  withCodes,
} from './house-rows.js';
import { eInvoice, ISSUER, issuerNumber } from './e-invoice-samples.js';
import { bringAbroad } from './warehouse-house.js';
import { sellForward } from './forward-house.js';
import { bringExports } from './filing-desk.js';
import { bringMatchRows } from './match-desk.js';
import { bringParcels } from './parcel-desk.js';
import { payUnannounced } from './unannounced-payment.js';
import { sendParcel } from './courier-house.js';
import { compareWays } from './freight-house.js';
import { bringPapers, weighBox } from './lading-house.js';
import { bringFinancing } from './lender-house.js';
import { holdOrder } from './order-filing-desk.js';
import { RehearsalDesk } from './rehearsal-desk.js';
import { BY_NAME, EXAMPLE_ID, WORDS } from './house-names.js';
import { Person } from './staff.js';
import { eventually, TestPlatform, type TestTenant } from './test-platform.js';
import { Trader } from './trader.js';

const PATIENCE_MS = 90_000;
/**
 * A tenant that has at least one of everything the API can show: a whole order that ran to its end, one that has just been
 * entered, and what people set up beside it. Tests that go through every endpoint stand on it.
 */
export class FullHouse {
  readonly endpoints: readonly Endpoint[];
  private readonly ids = new Map<string, string>();
  private readonly byPrefix = new Map<string, string>();
  private references = 0;
  private staff: ApiClient | null = null;

  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    /** Another one, with which it has mandates. */
    readonly integrator: TestTenant,
    readonly api: DocumentedApi,
  ) {
    this.endpoints = operationsOf(api).map((each) => ({ ...each, method: each.method as Method }));
  }

  /**
   * The worker has stopped: nothing but requests changes a row from here on.
   * @param options `furnished: false` leaves the house empty, for tests that never get past the door
   */
  static async open({ furnished = true } = {}): Promise<FullHouse> {
    const platform = await TestPlatform.start({ worker: furnished });
    try {
      const house = new FullHouse(
        platform,
        await platform.tenant(),
        await platform.tenant('Integrator'),
        describeApi(platform.api, API_GUIDE) as unknown as DocumentedApi,
      );
      if (furnished) await house.furnish();
      await platform.stopWorker();
      return house;
    } catch (error) {
      await platform.stop();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.platform.stop();
  }

  /** The id that this tenant has for a documented path with one. @throws Error when it has none */
  idFor(path: string): string {
    const id = this.ids.get(collectionOf(path));
    if (id === undefined) throw new Error(`Nothing stands for the id of ${path}`);
    return id;
  }

  /** The address of a documented path, with this id or with the tenant's own. */
  address(path: string, id?: string): string {
    const filled = withCodes(path).replace(/\{(\w+)\}/g, (place, name: string) => WORDS[name] ?? place);
    return filled.replace(/\{\w+\}/, () => id ?? this.idFor(path));
  }

  /** What is documented as a body that works, with ids and references of this tenant's own; null where there is none. */
  bodyFor({ method, path }: Endpoint): object | null {
    const sample = bodySamples(this.api).find((each) => each.method === method && each.path === path);
    return sample === undefined ? null : (this.own(sample.body) as object);
  }

  /** Who may do it: the tenant's key, or somebody of its staff where it takes a person. */
  clientFor(endpoint: Endpoint): ApiClient {
    return takesPerson(endpoint) && this.staff !== null ? this.staff : this.tenant.client;
  }

  headers(): Record<string, string> {
    return { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
  }

  /** A reference that no other resource has. */
  reference(): string {
    this.references += 1;
    return `REF-${this.references}`;
  }

  private own(value: unknown, name = ''): unknown {
    if (Array.isArray(value)) return value.map((each) => this.own(each, name));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.own(each, key)]));
    }
    const prefix = typeof value === 'string' ? EXAMPLE_ID.exec(value)?.[1] : undefined;
    if (prefix === undefined) return value;
    return this.byPrefix.get(BY_NAME[name] ?? prefix) ?? value;
  }

  private async furnish(): Promise<void> {
    const { platform, tenant } = this;
    const { client } = tenant;
    const make = async (path: string, body: object): Promise<string> => {
      const answer = await client.post<{ id: string }>(path, body, this.headers());
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      return answer.body.id;
    };
    const hook = await make('/v1/webhooks/endpoints', { url: 'http://127.0.0.1:9/nobody', eventTypes: ['orders.*'] });
    await make('/v1/event-consumers', { name: 'reader', start: 'oldest' });
    const replay = await make(`/v1/webhooks/endpoints/${hook}/replays`, { missing: true });
    await this.fillInbox();
    await this.rehearse();
    const { apiKey, tenantId } = tenant;
    const addresses = { baseUrl: platform.config.publicUrl, sandboxUrl: platform.sandbox.url };
    const trader = await Trader.open({ ...addresses, apiKey, tenantId });
    const order = await trader.trade({ refund: { mode: 'trading', advance: true } });
    const maker = await make('/v1/parties', { ...SELLER, ...MANUFACTURER });
    await fileProducts(make);
    const buyer = await make('/v1/parties', { ...BUYER, reference: 'BUYER-2' });
    this.byPrefix.set('buyer', buyer).set('pty', maker).set('producer', maker);
    for (const operationId of ['offerBrokerMandate', 'draftAgencyAgreement']) await this.entrust(operationId);
    await this.declarePeriod();
    for (const sql of [BURY, ADVANCE, CHANGE_RATE]) await platform.rows(sql, [tenant.tenantId, newId(), newId()]);
    await platform.rows(WAIT_FOR_BOOKING, [tenant.tenantId]);
    this.ids.set('/v1/tax-refund/match-runs', await bringMatchRows(tenant));
    this.ids.set('/v1/tax-refund/agency-certificates', await certificate(this, order.id));
    this.ids.set('/v1/tax-refund/abnormal-entries', await abnormalEntry(this));
    await make('/v1/tax-refund/consumption-tax-vouchers', TAX_PAPER);
    await make('/v1/tax-refund/invoice-issuers', { ...ISSUER, taxNumber: issuerNumber(0) });
    this.ids.set('/v1/tax-refund/e-invoices', await make('/v1/tax-refund/e-invoices', eInvoice('0')));
    await make('/v1/api-keys', { name: 'ERP', scopes: ['orders:read'] });
    await make('/v1/tax-refund/calendar-subscriptions', { name: 'Outlook' });
    await this.orderBatch();
    await holdOrder(tenant, order.id);
    await bringExports(tenant);
    await bringStatement(tenant);
    await bringAbroad(platform, tenant);
    // Last: what is documented of parcels is about imports.
    const imports = await bringParcels(tenant);
    this.ids.set('/v1/customs/parcel-batches', imports.batchId);
    this.byPrefix.set('ecp', imports.profileId);
    const person = await Person.join(platform, tenant, ['owner']);
    this.staff = (await person.in()).client;
    await Person.join(platform, tenant, ['owner']);
    await this.askSecondPerson();
    await make('/v1/oauth-clients', { name: 'ERP', scopes: ['orders:read'] });
    this.byPrefix.set('integrator', publicId('tenant', this.integrator.tenantId));
    await make('/v1/mandates', { integratorId: this.byPrefix.get('integrator'), scopes: ['orders:read'] });
    await this.represent();
    await trader.closed([order], PATIENCE_MS);
    await bringEvidence(tenant, order.id);
    await bringTable(tenant);
    await platform.rows(GATHER_PAYOUTS, [tenant.tenantId, newId()]);
    await platform.rows(OPEN_BATCH, [tenant.tenantId, newId(), '202609']);
    await eventually(
      () => client.get<{ state: string }>(`/v1/webhooks/replays/${replay}`),
      ({ body }) => body.state === 'completed',
    );
    await this.openOrder(order.id);
    // It comes too late: nothing is owed any more.
    await new RehearsalDesk(tenant).simulated({ kind: 'collection.paid', resourceId: order.id });
    await platform.rows(PAY_CLAWBACK, [tenant.tenantId, newId(), newId(), newId()]);
    for (const order of [newId(), null]) {
      await platform.rows(PAY_DUES, [tenant.tenantId, newId(), newId(), order, newId()]);
    }
    await make('/v1/fx/revaluations', { period: '2026-10' });
    const quote = { orderId: order.id, sell: { amount: '100.00', currency: 'USD' } };
    this.ids.set('/v1/fx/quotes', await make('/v1/fx/quotes', quote));
    await compareWays(tenant, make, this.ids);
    this.ids.set('/v1/freight/shipping-instructions', await bringPapers(this));
    this.ids.set('/v1/freight/vgm-declarations', await weighBox(this));
    await sendParcel(platform, tenant);
    const strange = await payUnannounced(tenant, platform.sandbox.url);
    await make(`/v1/fx/collections/${strange}/refunds`, { reasonCode: 'unidentified_payment' });
    this.ids.set('/v1/fx/collections', await payUnannounced(tenant, platform.sandbox.url));
    await bringCurrencyControl(platform, tenant, order.id);
    this.ids.set('/v1/fx/match-runs', (await bringRates(platform, tenant, make)).matchRun);
    await this.fileOrder();
    await ImportDesk.at(platform, tenant, maker).unpaid();
    await platform.rows(REFUSE_TAX_REFUND, [tenant.tenantId, newId(), newId()]);
    await bringFinancing(this, make);
    await sellForward(this, make, this.ids, this.byPrefix);
    await this.lookRound();
  }

  /** An electronic order to e-commerce customs, stored there. */
  private async fileOrder(): Promise<void> {
    const ceb = new CebDesk(this.platform, this.tenant);
    const [id = ''] = await ceb.send(importOrders(['HOUSE-1']));
    await ceb.results(id, 2);
  }

  /** One message, and an endpoint that nothing more is sent to: no other delivery of the house is ever done. */
  private async fillInbox(): Promise<void> {
    const { client } = this.tenant;
    const { body } = await client.post<{ endpointId: string }>('/v1/sandbox/inbox');
    await client.post(`/v1/webhooks/endpoints/${body.endpointId}/test`, { eventType: 'orders.order.closed' });
    await eventually(
      () => client.get<{ data: object[] }>('/v1/sandbox/inbox/messages'),
      (found) => found.body.data.length === 1,
    );
    await client.delete(`/v1/webhooks/endpoints/${body.endpointId}`);
  }

  /** Of the manufacturer: somebody may declare for it, or file for it, as soon as that is accepted. */
  async entrust(operationId: string): Promise<string> {
    const offer = this.endpoints.find(({ operation }) => operation.operationId === operationId);
    if (offer === undefined) throw new Error(`There is no ${operationId}`);
    const agreementNumber = `HOUSE-${this.reference()}`.replaceAll('-', '');
    const body = { ...this.bodyFor(offer), agreementNumber };
    const answer = await this.tenant.client.post<{ id: string }>(offer.path, body, this.headers());
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.id;
  }

  /** The other tenant lets this one act for it. */
  private async represent(): Promise<void> {
    const request = { integratorId: publicId('tenant', this.tenant.tenantId), scopes: ['orders:read'] };
    const { body } = await this.integrator.client.post<{ id: string }>('/v1/mandates', request);
    const { status, text } = await this.tenant.client.post(`/v1/mandates/${body.id}/acceptance`);
    if (status !== 200) throw new Error(text);
  }

  /** Another order of the same two, that nobody has paid for yet. */
  private async openOrder(closedId: string): Promise<void> {
    const { client } = this.tenant;
    const { body } = await client.get<{ sellerId: string; buyerId: string }>(`/v1/orders/${closedId}`);
    const request = {
      ...orderBody(body.sellerId, body.buyerId, 'SO-OPEN'),
      fx: { conversion: 'manual', planRate: '7.1' },
    };
    const answer = await client.post<{ id: string }>('/v1/orders', request, this.headers());
    const { id } = answer.body;
    this.byPrefix.set('pty', body.sellerId).set('ord', id);
    await eventually(
      () => client.get<{ data: object[] }>(`/v1/fx/receivables?orderId=${id}`),
      (found) => found.body.data.length > 0,
    );
  }

  /** An export that pauses after its first step. */
  private async rehearse(): Promise<void> {
    const desk = new RehearsalDesk(this.tenant);
    const { body } = await desk.start({ kind: 'export', mode: 'stepwise' });
    await desk.stepped(body.id);
  }

  /** Takes the newest of each list as the one that stands for its kind. */
  private async lookRound(): Promise<void> {
    for (const path of new Set(this.endpoints.filter(hasId).map((each) => collectionOf(each.path)))) {
      if (this.ids.has(path)) continue;
      const { body } = await eventually(
        async () => {
          const answer = await this.tenant.client.get<{ data: { id?: string; orderId?: string }[] }>(path);
          return { path, body: answer.body };
        },
        ({ body: { data } }) => data.length > 0,
      );
      const [first] = body.data;
      const id = first?.id ?? first?.orderId ?? '';
      this.ids.set(path, id);
      const prefix = id.slice(0, 3);
      if (!this.byPrefix.has(prefix)) this.byPrefix.set(prefix, id);
    }
  }

  private async orderBatch(): Promise<void> {
    const desk = new BatchDesk(this.tenant);
    const { id } = await desk.order(buyers(3));
    await desk.ended(id);
  }

  private async declarePeriod(): Promise<void> {
    const declare = this.endpoints.find(({ path }) => path.endsWith('/{period}'));
    if (declare === undefined) throw new Error('No period can be declared');
    const body = this.bodyFor(declare);
    const answer = await this.tenant.client.send('PUT', this.address(declare.path), body, {
      'idempotency-key': 'period',
    });
    if (answer.status !== 200) throw new Error(answer.text);
  }

  /** A policy, and something that waits for somebody to look at it. */
  private async askSecondPerson(): Promise<void> {
    const make = this.endpoints.find(({ operation }) => operation.operationId === 'makeApprovalPolicy');
    const answer = await this.staff?.post(make?.path ?? '', make === undefined ? {} : this.bodyFor(make));
    if (answer?.status !== 201) throw new Error(answer?.text ?? 'Nobody can make a policy');
    await this.awaitApproval();
  }

  /** @returns the id of one more request that nobody has decided; the tenant's own key has asked */
  async awaitApproval(): Promise<string> {
    const { tenantId } = this.tenant;
    const [key] = await this.platform.rows<{ id: string }>(FIRST_KEY, [tenantId]);
    const id = newId();
    const actor = `api_key:${publicId('apiKey', key?.id ?? '')}`;
    await this.platform.rows(AWAIT_APPROVAL, [tenantId, id, newId(), [actor]]);
    return publicId('approval', id);
  }
}

/** `/v1/orders/{id}/placement` is about one of `/v1/orders`. */
function collectionOf(path: string): string {
  return path.slice(0, path.indexOf('/{'));
}
