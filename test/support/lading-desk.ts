import { parseId } from '../../src/kernel/ids.js';
import { containerCheckDigit } from '../../src/kernel/identifiers/iso6346.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { type Booking, FreightDesk, HELD_BY_CUSTOMS, key, type Problem, type Scenario } from './freight-desk.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

export interface Instructions {
  readonly id: string;
  readonly bookingId: string;
  readonly state: string;
  readonly updateState: string;
  readonly allowedActions: readonly string[];
  readonly revision: number;
  readonly instructions: Readonly<Record<string, unknown>>;
  readonly updatedInstructions: Readonly<Record<string, unknown>> | null;
  readonly warnings: readonly string[];
  readonly shippingInstructionsReference: string | null;
  readonly transportDocumentReference: string | null;
  readonly shippingInstructionsStatus: string | null;
  readonly reason: string | null;
  readonly version: number;
}

/** A container number with its check digit. */
export function boxNumber(serial: number): string {
  const body = `SBXU${String(serial).padStart(6, '0')}`;
  return body + containerCheckDigit(body);
}

export const BOX = {
  equipmentReference: boxNumber(795_001),
  ISOEquipmentCode: '22G1',
  seals: [{ number: 'CN1234567', source: 'CAR' }],
};
export const INSTRUCTIONS = {
  contact: { name: 'Li Wei', phone: '+86 574 8765 4321' },
  utilizedTransportEquipments: [BOX],
};

/** What a shipper does with papers. */
export class LadingDesk {
  readonly freight: FreightDesk;

  constructor(
    readonly platform: TestPlatform,
    tenant: TestTenant,
  ) {
    this.freight = new FreightDesk(platform, tenant);
  }

  get client(): ApiClient {
    return this.freight.client;
  }

  /** A confirmed booking that goes no further. */
  async booked({ word = 'SO' }: Pick<Scenario, 'word'> = {}): Promise<Booking> {
    return this.freight.booking(await this.freight.place({ word, order: HELD_BY_CUSTOMS }), 'confirmed');
  }

  submit(bookingId: string, body: object = INSTRUCTIONS): Promise<ApiAnswer<Instructions & Problem>> {
    return this.client.post(`/v1/freight/bookings/${bookingId}/shipping-instructions`, body, key());
  }

  act(id: string, action: string, body: object = {}): Promise<ApiAnswer<Instructions & Problem>> {
    return this.client.post(`/v1/freight/shipping-instructions/${id}/${action}`, body, key());
  }

  async until(id: string, holds: (row: Instructions) => boolean): Promise<Instructions> {
    const read = () => this.client.get<Instructions>(`/v1/freight/shipping-instructions/${id}`);
    return (await eventually(read, ({ body }) => holds(body))).body;
  }

  /** Instructions of a new booking, once the carrier has them. */
  async instructed(scenario: Pick<Scenario, 'word'> = {}, body: object = INSTRUCTIONS): Promise<Instructions> {
    const answer = await this.submit((await this.booked(scenario)).id, body);
    if (answer.status !== 202) throw new Error(answer.text);
    return this.until(answer.body.id, ({ state }) => state === 'received');
  }

  async typesOf(kind: 'shippingInstructions' | 'transportDocument', id: string): Promise<string[]> {
    const rows = await this.platform.rows<{ type: string }>(
      `SELECT type FROM platform.event WHERE resource_id = $1 ORDER BY sequence`,
      [parseId(kind, id)],
    );
    return rows.map(({ type }) => type.split('.').at(-1) ?? '');
  }
}
