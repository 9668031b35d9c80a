import { createHmac, randomUUID } from 'node:crypto';

import { request } from 'undici';

import { parseId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { BUYER, orderBody, SELLER } from './order-samples.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

export interface Quote {
  readonly id: string;
  readonly state: string;
  readonly orderId: string | null;
  readonly charges: readonly { code: string; amount: Amount; source: string; rateId: string }[];
  readonly totals: readonly Amount[];
  readonly total: Amount | null;
  readonly revenueTons: string | null;
}

type CallTimes = Readonly<Record<'planned' | 'estimated' | 'actual', string | null>>;

export interface Booking {
  readonly id: string;
  readonly state: string;
  readonly cancellation: string;
  readonly allowedActions: readonly string[];
  readonly quoteId: string | null;
  readonly reason: string | null;
  readonly charges: readonly Amount[];
  readonly bookingStatus: string | null;
  readonly bookingCancellationStatus: string | null;
  readonly carrierBookingRequestReference: string | null;
  readonly carrierBookingReference: string | null;
  readonly transportDocumentReference: string | null;
  readonly vesselName: string | null;
  readonly plannedDeparture: string | null;
  readonly cutOffs: readonly { code: string; at: string }[];
  readonly departure: CallTimes;
  readonly arrival: CallTimes;
  readonly expectedBy: string | null;
  readonly overdue: boolean;
  readonly version: number;
}

export interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export interface KeptEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Scenario {
  /** Becomes part of the order's reference, where the sandbox carrier looks for magic words. */
  readonly word?: string;
  readonly order?: object;
}

export const key = () => ({ 'idempotency-key': randomUUID() });

/** Customs never answer for this contract, so that the carrier goes on waiting for the release. */
export const HELD_BY_CUSTOMS = { contractNumber: 'SBX-CUSTOMS-NEVER' };

export const SHIPMENT = {
  mode: 'fcl',
  portOfLoading: 'CNNGB',
  portOfDischarge: 'DEHAM',
  departureDate: '2026-12-05',
  grossKg: '9000',
  containers: [{ sizeType: '22G1', count: 2 }],
};

/** What a shipper does with the platform, and what its carrier does, for one tenant. */
export class FreightDesk {
  private parties: Promise<string[]> | null = null;
  private orders = 0;

  constructor(
    private readonly platform: TestPlatform,
    readonly tenant: TestTenant,
  ) {}

  get client(): ApiClient {
    return this.tenant.client;
  }

  /** @returns the order's id */
  async place({ word = 'SO', order = {} }: Scenario = {}): Promise<string> {
    this.orders += 1;
    this.parties ??= Promise.all([this.party(SELLER), this.party(BUYER)]);
    const [seller = '', buyer = ''] = await this.parties;
    const body = { ...orderBody(seller, buyer, `${word}-${this.orders}`), ...order };
    const placed = await this.client.post<{ id: string }>('/v1/orders', body, key());
    if (placed.status !== 201) throw new Error(`The order was refused: ${placed.text}`);
    return placed.body.id;
  }

  quote(body: object): Promise<ApiAnswer<Quote & Problem>> {
    return this.client.post<Quote & Problem>('/v1/freight/quotes', body, key());
  }

  book(body: object): Promise<ApiAnswer<Booking & Problem>> {
    return this.client.post<Booking & Problem>('/v1/freight/bookings', body, key());
  }

  read(id: string): Promise<ApiAnswer<Booking>> {
    return this.client.get<Booking>(`/v1/freight/bookings/${id}`);
  }

  cancel(id: string, headers: Record<string, string> = {}): Promise<ApiAnswer<Booking & Problem>> {
    const reason = 'The buyer has postponed';
    return this.client.post(`/v1/freight/bookings/${id}/cancellation`, { reason }, { ...key(), ...headers });
  }

  async bookingsOf(orderId: string): Promise<readonly Booking[]> {
    return (await this.client.get<{ data: Booking[] }>(`/v1/freight/bookings?orderId=${orderId}`)).body.data;
  }

  /** The order's newest booking, once it is in this state. */
  async booking(orderId: string, state: string): Promise<Booking> {
    const [newest] = await eventually(
      () => this.bookingsOf(orderId),
      ([first]) => first?.state === state,
    );
    if (newest === undefined) throw new Error('There is no booking');
    return newest;
  }

  /** The booking, once it is as wanted. */
  async until(id: string, holds: (booking: Booking) => boolean): Promise<Booking> {
    const { body } = await eventually(
      () => this.read(id),
      (answer) => holds(answer.body),
    );
    return body;
  }

  async untilTrack(orderId: string, state: string): Promise<void> {
    await eventually(
      () => this.client.get<{ tracks: { freight: string } }>(`/v1/orders/${orderId}`),
      ({ body }) => body.tracks.freight === state,
    );
  }

  /** Every event about the booking, in the order of their sequence. */
  eventsOf(bookingId: string): Promise<readonly KeptEvent[]> {
    return this.platform.rows<KeptEvent>(
      `SELECT type, data FROM platform.event WHERE resource_id = $1 ORDER BY sequence`,
      [parseId('booking', bookingId)],
    );
  }

  async typesOf(bookingId: string): Promise<string[]> {
    return (await this.eventsOf(bookingId)).map(({ type }) => type.replace('freight.', ''));
  }

  async countOf(bookingId: string, type: string): Promise<number> {
    return (await this.typesOf(bookingId)).filter((one) => one === type).length;
  }

  /** What the books say of the freight, in minor units per account and currency; zero sums are left out. */
  async booked(bookingId: string): Promise<Record<string, string>> {
    const rows = await this.platform.rows<{ account: string; minor: string }>(
      `SELECT a.code || ' ' || p.currency AS account, sum(p.amount_minor)::text AS minor
       FROM ledger.posting p
       JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
       JOIN ledger.transfer t ON t.tenant_id = p.tenant_id AND t.id = p.transfer_id
       JOIN freight.booking b ON b.tenant_id = t.tenant_id AND b.order_id = t.order_id
       WHERE b.id = $1 AND t.kind IN ('freight.booked', 'ledger.reversal') AND a.code IN ('client_dues', 'clearing_carrier')
       GROUP BY 1 HAVING sum(p.amount_minor) <> 0 ORDER BY 1`,
      [parseId('booking', bookingId)],
    );
    return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
  }

  /** The booking after the time has come at which the carrier is asked. */
  async later(bookingId: string): Promise<Booking> {
    await this.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'freight.ask-carrier' AND payload->>'bookingId' = $1`,
      [parseId('booking', bookingId)],
    );
    return (await this.read(bookingId)).body;
  }

  /** Calls back as the carrier does, signed. */
  async callBack(body: unknown): Promise<void> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const seconds = Math.floor(Date.now() / 1000);
    const mac = createHmac('sha256', 'sandbox-carrier-secret').update(`${seconds}.${text}`).digest('hex');
    const address = `/v1/inbound/carrier/${publicId('tenant', this.tenant.tenantId)}`;
    const headers = { 'x-signature': `t=${seconds},v1=${mac}`, 'x-message-id': randomUUID() };
    const { statusCode } = await request(this.platform.config.publicUrl + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    });
    if (statusCode !== 202) throw new Error(`The callback was not taken: ${statusCode}`);
  }

  /** Sets the switches of the sandbox carrier; what is not named is normal again. */
  async carrierIs(switches: object): Promise<void> {
    const body = JSON.stringify(switches);
    await request(`${this.platform.sandbox.url}/control/partners/carrier`, { method: 'PUT', body });
  }

  /** How often the sandbox carrier took a booking request under our reference. */
  async takenByCarrier(reference: string): Promise<number> {
    const { url } = this.platform.sandbox;
    const { body } = await request(`${url}/control/received?partner=carrier&reference=${reference}`);
    const { requests } = (await body.json()) as { requests: { effect: string; method: string }[] };
    return requests.filter(({ effect, method }) => effect === 'taken' && method === 'POST').length;
  }

  private async party(body: object): Promise<string> {
    return (await this.client.post<{ id: string }>('/v1/parties', body, key())).body.id;
  }
}

/** DCSA BookingNotification. @param minutes how much later than now the carrier wrote it */
export function notification(data: Record<string, unknown>, minutes = 0): object {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'https://carrier.example/',
    type: 'org.dcsa.booking.v2',
    time: new Date(Date.now() + minutes * 60_000).toISOString(),
    datacontenttype: 'application/json',
    subscriptionReference: 'spec',
    data: { feedbacks: [], ...data },
  };
}

/** DCSA Track & Trace event at one of the booking's two ports. */
export function transportEvent(
  of: Pick<Booking, 'id' | 'carrierBookingReference'>,
  code: 'DEPA' | 'ARRI',
  classifier: 'PLN' | 'EST' | 'ACT',
  at = '2026-12-05T21:15:00+08:00',
): Record<string, unknown> & { readonly eventID: string } {
  return {
    eventID: randomUUID(),
    eventCreatedDateTime: new Date().toISOString(),
    eventType: 'TRANSPORT',
    eventClassifierCode: classifier,
    eventDateTime: at,
    transportEventTypeCode: code,
    transportCall: { UNLocationCode: code === 'DEPA' ? 'CNNGB' : 'DEHAM' },
    documentReferences: [{ documentReferenceType: 'BKG', documentReferenceValue: of.carrierBookingReference }],
    references: [{ referenceType: 'FF', referenceValue: of.id }],
  };
}
