import { createHmac, randomUUID } from 'node:crypto';

import { parseId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { key, type Problem } from './freight-desk.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

type Times = Readonly<Record<'planned' | 'estimated' | 'actual', string | null>>;

export interface ConsignmentBody {
  readonly id: string;
  readonly reference: string | null;
  readonly way: string;
  readonly state: string;
  readonly cancellation: string;
  readonly allowedActions: readonly string[];
  readonly reason: string | null;
  readonly waybillNumber: string | null;
  readonly trackingNumbers: readonly string[];
  readonly packages: number;
  readonly charges: readonly { readonly amount: string; readonly currency: string }[];
  readonly sender: { readonly name: string };
  readonly recipient: { readonly name: string; readonly country: string };
  readonly goods: readonly { readonly hsCode: string | null }[];
  readonly collection: Times;
  readonly departure: Times;
  readonly delivery: Times;
  readonly predictedDelivery: { readonly latest: string; readonly source: string } | null;
  readonly orderId: string | null;
  readonly version: number;
}

interface Offer {
  readonly rank: number;
  readonly mode: string;
  readonly departureDate: string;
}

export const SENDER = { name: 'Ningbo Sample Trading', address: '1 Renmin Road, Ningbo', country: 'CN' };
export const RECIPIENT = {
  ...{ name: 'Alster Handel GmbH', address: 'Ballindamm 7, Hamburg' },
  ...{ postalCode: '20095', country: 'DE', phone: '+49405550142' },
};
export const GOODS = [
  {
    ...{ description: 'Cotton T-shirts', hsCode: '610910', quantity: '8', netKg: '1.2', originCountry: 'CN' },
    value: { amount: '96.00', currency: 'USD' },
  },
];
/** Small enough for the post, as for all others. */
const PARCEL = { count: 1, length: '30', width: '20', height: '10', weight: '1.5' };

/** A shipper that sends parcels, and its courier. */
export class CourierDesk {
  constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
  ) {}

  get client(): ApiClient {
    return this.tenant.client;
  }

  /** What is needed to book an offer by this way, made today. */
  async wanted(way: string, { change = {}, compare = {} }: { change?: object; compare?: object } = {}) {
    const { comparisonId, offer } = await this.offer(way, compare);
    const parts = { comparisonId, offerRank: offer.rank };
    return { ...parts, sender: SENDER, recipient: RECIPIENT, goods: GOODS, ...change };
  }

  async offer(way: string, change: object = {}): Promise<{ comparisonId: string; offer: Offer }> {
    const readyOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const body = { origin: 'CNNGB', destination: 'DEHAM', readyOn, pieces: [PARCEL], currency: 'CNY', ...change };
    const made = await this.client.post<{ id: string; offers: readonly Offer[] }>(
      '/v1/freight/comparisons',
      body,
      key(),
    );
    const offer = made.body.offers.find(({ mode }) => mode === way);
    if (offer === undefined) throw new Error(`No offer by ${way}: ${made.text}`);
    return { comparisonId: made.body.id, offer };
  }

  book(body: object, headers = key()): Promise<ApiAnswer<ConsignmentBody & Problem>> {
    return this.client.post<ConsignmentBody & Problem>('/v1/freight/consignments', body, headers);
  }

  /** Booked by this way; the word becomes part of its reference, where the sandbox courier looks for magic words. */
  async booked(way: string, reference?: string, change: object = {}): Promise<ConsignmentBody> {
    const named = reference === undefined ? {} : { reference };
    const answer = await this.book(await this.wanted(way, { change: { ...named, ...change } }));
    if (answer.status !== 202) throw new Error(answer.text);
    return answer.body;
  }

  read(id: string): Promise<ApiAnswer<ConsignmentBody>> {
    return this.client.get<ConsignmentBody>(`/v1/freight/consignments/${id}`);
  }

  async until(id: string, holds: (consignment: ConsignmentBody) => boolean): Promise<ConsignmentBody> {
    const { body } = await eventually(
      () => this.read(id),
      (answer) => holds(answer.body),
    );
    return body;
  }

  cancel(id: string, headers: Record<string, string> = {}): Promise<ApiAnswer<ConsignmentBody & Problem>> {
    return this.client.post(
      `/v1/freight/consignments/${id}/cancellation`,
      { reason: 'Not now' },
      { ...key(), ...headers },
    );
  }

  /** What the courier was asked for about one consignment. */
  async received(id: string): Promise<readonly { readonly path: string; readonly effect: string }[]> {
    const answer = await fetch(`${this.platform.sandbox.url}/control/received?partner=courier&reference=${id}`);
    return ((await answer.json()) as { requests: { path: string; effect: string }[] }).requests;
  }

  /** The courier is asked now, once it is late. */
  async letTimePass(id: string): Promise<void> {
    await this.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'freight.ask-courier' AND payload ->> 'consignmentId' = $1`,
      [parseId('consignment', id)],
    );
  }

  /** How many events of this type tell of it. */
  async told(id: string, type: string): Promise<number> {
    const rows = await this.platform.rows(
      `SELECT 1 FROM platform.event WHERE tenant_id = $1 AND resource_id = $2 AND type = $3`,
      [this.tenant.tenantId, parseId('consignment', id), `freight.consignment.${type}`],
    );
    return rows.length;
  }

  /** Calls back as the courier does, or as somebody who does not know its secret. */
  async callBack(message: object, secret = 'sandbox-courier-secret'): Promise<number> {
    const body = JSON.stringify(message);
    const seconds = Math.floor(Date.now() / 1_000);
    const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    const url = `${this.platform.config.publicUrl}/v1/inbound/courier/${publicId('tenant', this.tenant.tenantId)}`;
    const signed = { 'x-signature': `t=${seconds},v1=${digest}`, 'x-message-id': randomUUID() };
    const headers = { 'content-type': 'application/json', ...signed };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  }
}
