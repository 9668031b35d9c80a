import { VGM_EXAMPLES } from '../../src/freight/api/vgm/vgm-examples.js';
import { randomUUID } from 'node:crypto';

import { request } from 'undici';

import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from './api-client.js';
import { key, type Problem } from './freight-desk.js';
import { boxNumber, LadingDesk } from './lading-desk.js';
import { eventually } from './test-platform.js';

export interface Declared {
  readonly id: string;
  readonly bookingId: string;
  readonly orderId: string;
  readonly equipmentReference: string;
  readonly state: string;
  readonly verifiedKg: string;
  readonly findings: readonly string[];
  readonly warnings: readonly string[];
  readonly message: Readonly<Record<string, unknown>>;
  readonly supersedesId: string | null;
  readonly reason: string | null;
  readonly takenAt: string | null;
  readonly expectedBy: string | null;
  readonly version: number;
}

export const FIRST_BOX = boxNumber(795_001);
export const SECOND_BOX = boxNumber(795_002);

export const WEIGHED = { ...VGM_EXAMPLES.weighed, equipmentReference: FIRST_BOX };

/** What a shipper does to declare what containers weigh. */
export class VgmDesk extends LadingDesk {
  declare(bookingId: string, body: object = WEIGHED, query = ''): Promise<ApiAnswer<Declared & Problem>> {
    return this.client.post(`/v1/freight/bookings/${bookingId}/vgm-declarations${query}`, body, key());
  }

  async declared(bookingId: string): Promise<readonly Declared[]> {
    const { body } = await this.client.get<{ data: Declared[] }>(`/v1/freight/bookings/${bookingId}/vgm-declarations`);
    return body.data;
  }

  async untilDeclared(id: string, holds: (row: Declared) => boolean): Promise<Declared> {
    const read = () => this.client.get<Declared>(`/v1/freight/vgm-declarations/${id}`);
    return (await eventually(read, ({ body }) => holds(body))).body;
  }

  /** A declaration for a booking, once the carrier has accepted it. */
  async accepted(bookingId: string, body: object = WEIGHED): Promise<Declared> {
    const answer = await this.declare(bookingId, body);
    if (answer.status !== 202) throw new Error(answer.text);
    return this.untilDeclared(answer.body.id, ({ state }) => state === 'accepted');
  }

  /** The time has come at which the carrier is asked. */
  async later(id: string): Promise<void> {
    await this.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'freight.ask-for-vgm' AND payload->>'declarationId' = $1`,
      [parseId('vgmDeclaration', id)],
    );
  }

  /** What the sandbox carrier made of each try to tell it this declaration. */
  async sentToCarrier(id: string): Promise<string[]> {
    const { url } = this.platform.sandbox;
    const { body } = await request(`${url}/control/received?partner=carrier&reference=${id}`);
    const { requests } = (await body.json()) as { requests: { effect: string; method: string }[] };
    return requests.filter(({ method }) => method === 'POST').map(({ effect }) => effect);
  }

  async cutOff(bookingId: string, code: string): Promise<string | undefined> {
    const path = `/v1/freight/bookings/${bookingId}/cut-offs`;
    const { body } = await this.client.get<{ data: { code: string; state: string }[] }>(path);
    return body.data.find((each) => each.code === code)?.state;
  }

  async vgmEvents(id: string): Promise<string[]> {
    const rows = await this.platform.rows<{ type: string }>(
      `SELECT type FROM platform.event WHERE resource_id = $1 ORDER BY sequence`,
      [parseId('vgmDeclaration', id)],
    );
    return rows.map(({ type }) => type.replace('freight.vgm.', ''));
  }
}

/** DCSA Track & Trace shipment event of a document VGM. @param minutes how much later than now the carrier wrote it */
export function vgmEvent({ id }: Pick<Declared, 'id'>, code: string, minutes: number, reason?: string): object {
  const at = new Date(Date.now() + minutes * 60_000).toISOString();
  return {
    eventID: randomUUID(),
    eventCreatedDateTime: at,
    eventType: 'SHIPMENT',
    eventClassifierCode: 'ACT',
    eventDateTime: at,
    shipmentEventTypeCode: code,
    documentTypeCode: 'VGM',
    documentID: id,
    ...(reason === undefined ? {} : { reason }),
  };
}
