import { randomUUID } from 'node:crypto';

import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { BUYER, orderBody, SELLER } from './order-samples.js';
import { eventually, TestPlatform, type TestTenant } from './test-platform.js';

interface Finding {
  readonly pointer: string;
  readonly rule: string;
  readonly severity: string;
  readonly detail: string;
}

export interface DeclarationBody {
  readonly id: string;
  readonly orderId: string;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly expectedBy: string | null;
  readonly attempt: number;
  readonly entryNumber: string | null;
  readonly inspected: boolean;
  readonly rejectionReason: string | null;
  readonly exportDate: string | null;
  readonly findings: readonly Finding[];
  readonly submission: { readonly attempt: number; readonly state: string; readonly fieldsChecked: number } | null;
  readonly transport: Readonly<Record<string, string | null>>;
  readonly version: number;
}

export interface ProblemBody {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface MessageBody {
  readonly id: string;
  readonly attempt: number;
  readonly state: string;
  readonly sequenceNumber: string | null;
  readonly message: string;
  readonly answer: string | null;
}

interface ReceiptBody {
  readonly kind: string;
  readonly outcome: string;
  readonly timesSeen: number;
  readonly source: string;
  readonly body: string;
}

interface EventRow {
  readonly type: string;
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

type Answer<Body = DeclarationBody> = Promise<ApiAnswer<Body>>;

/** A fresh key for a command. */
export const key = () => ({ 'idempotency-key': randomUUID() });

/** Who looks after the declarations of a tenant, and pulls the levers of the world outside. */
export class CustomsDesk {
  private orders = 0;
  private bills = 0;

  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    readonly sellerId: string,
    readonly buyerId: string,
  ) {}

  static async open(): Promise<CustomsDesk> {
    return CustomsDesk.at(await TestPlatform.start());
  }

  /** Of another tenant on the same platform. */
  elsewhere({ livemode = false } = {}): Promise<CustomsDesk> {
    return CustomsDesk.at(this.platform, livemode);
  }

  private static async at(platform: TestPlatform, livemode = false): Promise<CustomsDesk> {
    const tenant = await platform.tenant('Exporter', { livemode });
    const party = async (body: object) =>
      (await tenant.client.post<{ id: string }>('/v1/parties', body, key())).body.id;
    return new CustomsDesk(platform, tenant, await party(SELLER), await party(BUYER));
  }

  close(): Promise<void> {
    return this.platform.stop();
  }

  /** Places an order. @returns its id */
  async place(change: object = {}): Promise<string> {
    this.orders += 1;
    const body = { ...orderBody(this.sellerId, this.buyerId, `SO-${this.orders}`), ...change };
    const placed = await this.tenant.client.post<{ id: string }>('/v1/orders', body, key());
    if (placed.status !== 201) throw new Error(placed.text);
    return placed.body.id;
  }

  /** The declaration of an order whose freight somebody else books: it waits for transport. */
  async drafted(contractNumber = 'NB20261101', change: object = {}): Promise<DeclarationBody> {
    const freight = { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' };
    return this.declarationOf(await this.place({ contractNumber, freight, ...change }));
  }

  async declarationOf(orderId: string): Promise<DeclarationBody> {
    const found = await eventually(
      () => this.tenant.client.get<{ data: { id: string }[] }>(`/v1/customs/declarations?orderId=${orderId}`),
      ({ body }) => body.data.length === 1,
    );
    return (await this.read(found.body.data[0]?.id ?? '')).body;
  }

  read(id: string, client: ApiClient = this.tenant.client): Answer {
    return client.get<DeclarationBody>(`/v1/customs/declarations/${id}`);
  }

  correct({ id, version }: DeclarationBody, body: object, ifMatch = version): Answer {
    return this.tenant.client.patch<DeclarationBody>(`/v1/customs/declarations/${id}`, body, {
      'if-match': `"${ifMatch}"`,
    });
  }

  command<Body = DeclarationBody>(
    id: string,
    name: string,
    body: object = {},
    client = this.tenant.client,
  ): Answer<Body> {
    return client.post<Body>(`/v1/customs/declarations/${id}/${name}`, body, key());
  }

  /** Gives the transport; a sound draft leaves by that. */
  async ship(
    declaration: DeclarationBody,
    more: object = {},
  ): Promise<{ billNumber: string; queued: DeclarationBody }> {
    this.bills += 1;
    const billNumber = `TESTBL${String(this.bills).padStart(8, '0')}`;
    const transport = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber };
    const { body } = await this.correct(declaration, { transport, ...more });
    return { billNumber, queued: body };
  }

  async until(id: string, state: string): Promise<DeclarationBody> {
    const { body } = await eventually(
      () => this.read(id),
      (answer) => answer.body.state === state,
    );
    return body;
  }

  async control(method: string, path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(this.platform.sandbox.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** The vessel leaves. */
  depart(billNo: string): Promise<void> {
    return this.control('POST', '/control/departures', { billNo, vesselName: 'SBX ORIENT', voyage: '026W' });
  }

  /** Lets the waits of this declaration end now. */
  async letTimePass(id: string): Promise<void> {
    await this.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'customs.ask-customs' AND payload ->> 'declarationId' = $1`,
      [parseId('declaration', id)],
    );
  }

  events(id: string): Promise<EventRow[]> {
    const sql = `SELECT type, sequence, data FROM platform.event WHERE resource_id = $1 ORDER BY sequence`;
    return this.platform.rows<EventRow>(sql, [parseId('declaration', id)]);
  }

  /** What was told of it, in short. */
  async story(id: string): Promise<string[]> {
    return (await this.events(id)).map(({ type }) => type.replace('customs.declaration.', ''));
  }

  async receipts(id: string): Promise<ReceiptBody[]> {
    const { body } = await this.tenant.client.get<{ data: ReceiptBody[] }>(`/v1/customs/declarations/${id}/receipts`);
    return body.data;
  }

  async messages(id: string): Promise<MessageBody[]> {
    const { body } = await this.tenant.client.get<{ data: MessageBody[] }>(`/v1/customs/declarations/${id}/messages`);
    return body.data;
  }
}

/** As if nothing were asked of customs, and customs had a question of its own, about goods that it inspects. */
export async function questioned(platform: TestPlatform, id: string): Promise<void> {
  await platform.rows(`UPDATE customs.declaration_request SET state = 'refused', expected_by = NULL`);
  await platform.rows(
    `UPDATE customs.declaration SET supplement_asked = '请补充申报：价格', inspected = true,
       entry_number = coalesce(entry_number, '310420260519137551') WHERE id = $1`,
    [parseId('declaration', id)],
  );
}
