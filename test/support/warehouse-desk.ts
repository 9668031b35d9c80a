import { newId, publicId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { type ApiAnswer } from './api-client.js';
import { key } from './refund-desk.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

export const FREIGHT = '/v1/freight';

export interface LineBody {
  readonly lotId: string;
  readonly lot: string;
  readonly missing: number | null;
  readonly quantity: number;
  readonly difference: number | null;
  readonly expected: number | null;
}

/** What any of these operations answers, as far as tests look. */
export interface WarehouseBody {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly detail: string;
  readonly version: number;
  readonly allowedActions: readonly string[];
  readonly lines: readonly LineBody[];
  readonly allocations: readonly LineBody[];
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

export interface LotBody {
  readonly id: string;
  readonly lot: string;
  readonly onHand: number;
  readonly allocated: number;
  readonly available: number;
  readonly damaged: number;
  readonly sold: number;
}

const PHOTO = { kind: 'photo', name: 'carton.jpg', sha256: 'a'.repeat(64) };
const PRICES = {
  ...{ inboundPerPiece: '0.05', inboundPerCarton: '0.80', freeDays: 3 },
  storage: [{ fromDay: 1, perCbmDay: '0.60' }],
  ...{ pickPerOrder: '1.50', pickPerPiece: '0.25', returnPerPiece: '1.10' },
};

/** A clerk of warehouses abroad. */
export class WarehouseDesk {
  private count = 0;

  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    private readonly code: string,
    readonly warehouseId: string,
  ) {}

  /** With a warehouse that has prices, and the SKU TOY-1. */
  static async open(platform: TestPlatform, tenant: TestTenant, code = 'US-LAX-9'): Promise<WarehouseDesk> {
    const desk = await WarehouseDesk.again(platform, tenant, code);
    await desk.done('warehouse-skus', { code: 'TOY-1', name: 'Toy', cbmPerPiece: '0.05' });
    return desk;
  }

  /** Another warehouse of a tenant that has the SKU. */
  static async again(platform: TestPlatform, tenant: TestTenant, code: string): Promise<WarehouseDesk> {
    const place = { name: 'Los Angeles', country: 'US', unLocode: 'USLAX', zone: 'America/Los_Angeles' };
    const { status, body, text } = await tenant.client.post<{ id: string }>(
      `${FREIGHT}/warehouses`,
      { ...place, code },
      key(),
    );
    if (status !== 201) throw new Error(text);
    const desk = new WarehouseDesk(platform, tenant, code, body.id);
    const list = { warehouseId: body.id, validFrom: '2026-01-01', currency: 'USD', source: 'Contract 1' };
    await desk.done('warehouse-tariffs', { ...PRICES, ...list });
    return desk;
  }

  reference(kind: string): string {
    this.count += 1;
    return `${this.code}-${kind}-${this.count}`;
  }

  post<Body = WarehouseBody>(path: string, body: object = {}, headers: object = {}): Promise<ApiAnswer<Body>> {
    return this.tenant.client.post<Body>(`${FREIGHT}/${path}`, body, { ...key(), ...headers });
  }

  async done<Body = WarehouseBody>(path: string, body: object = {}): Promise<Body> {
    const answer = await this.post<Body>(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  async get<Body = WarehouseBody>(path: string): Promise<Body> {
    const answer = await this.tenant.client.get<Body>(`${FREIGHT}/${path}`);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  }

  /** A notice of one lot; of the first item of a declaration, where one is named. */
  announcement(
    quantity: number,
    { lot = this.reference('L'), declarationId }: { lot?: string; declarationId?: string } = {},
  ) {
    return {
      ...{ warehouseId: this.warehouseId, reference: this.reference('ASN'), cartons: 2 },
      ...(declarationId === undefined ? {} : { declarationId }),
      lines: [{ sku: 'TOY-1', lot, quantity, ...(declarationId === undefined ? {} : { itemNumber: 1 }) }],
    };
  }

  announced(quantity: number, of: { lot?: string; declarationId?: string } = {}): Promise<WarehouseBody> {
    return this.done('inbound-notices', this.announcement(quantity, of));
  }

  async arrived(quantity: number, of: { lot?: string; declarationId?: string } = {}): Promise<WarehouseBody> {
    const { id } = await this.announced(quantity, of);
    return this.done(`inbound-notices/${id}/arrival`);
  }

  inspection({ lines }: WarehouseBody, counted: number, damaged = 0): object {
    return { lines: [{ lotId: lines[0]?.lotId, counted, accepted: counted - damaged, damaged, evidence: [PHOTO] }] };
  }

  async inspected(
    quantity: number,
    {
      counted = quantity,
      damaged = 0,
      ...of
    }: { lot?: string; declarationId?: string; counted?: number; damaged?: number } = {},
  ): Promise<WarehouseBody> {
    const notice = await this.arrived(quantity, of);
    return this.done(`inbound-notices/${notice.id}/inspection`, this.inspection(notice, counted, damaged));
  }

  /** @returns the id of the lot */
  async stocked(quantity: number, of: Parameters<WarehouseDesk['inspected']>[1] = {}): Promise<string> {
    const { id } = await this.inspected(quantity, of);
    const { lines } = await this.done(`inbound-notices/${id}/stocking`);
    return lines[0]?.lotId ?? '';
  }

  wanted(quantity: number, more: object = {}): object {
    const lines = [{ sku: 'TOY-1', quantity, ...more }];
    return { warehouseId: this.warehouseId, orderReference: this.reference('SO'), lines };
  }

  allocated(quantity: number, more: object = {}): Promise<WarehouseBody> {
    return this.done('outbound-orders', this.wanted(quantity, more));
  }

  async released(quantity: number): Promise<WarehouseBody> {
    const { id } = await this.allocated(quantity);
    return this.done(`outbound-orders/${id}/release`);
  }

  async dispatched(quantity: number): Promise<WarehouseBody> {
    const { id } = await this.released(quantity);
    return this.done(`outbound-orders/${id}/dispatch`, { carrier: 'UPS', trackingNumber: '1Z' });
  }

  opened(): Promise<WarehouseBody> {
    return this.done('stock-counts', { warehouseId: this.warehouseId, reference: this.reference('COUNT') });
  }

  lot(id: string): Promise<LotBody> {
    return this.get(`stock-lots/${id}`);
  }

  /** Customs tells that so many pieces left under a declaration of 9810. @returns its id, once it is known here */
  async departed(quantity: string, unit = '007'): Promise<string> {
    const id = newId();
    const amount = { amount: '1000.00', currency: 'USD' };
    const item = { itemNumber: 1, orderLineId: newId(), hsCode: '9503008900', total: amount, fob: amount };
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    await this.platform.api.get(UnitOfWork).run(caller, (tx) => {
      publish(tx, {
        type: 'customs.overseas_export.departed',
        resource: { type: 'declaration', id },
        data: {
          ...{ entryNumber: '310420260519137551', exportDate: '2026-11-26', supervisionMode: '9810', fob: amount },
          items: [{ ...item, quantities: [{ quantity, unit }] }],
        },
      });
      return Promise.resolve();
    });
    const declarationId = publicId('declaration', id);
    await eventually(
      () => this.tenant.client.get(`${FREIGHT}/overseas/accounts/${declarationId}`),
      ({ status }) => status === 200,
    );
    return declarationId;
  }

  /** How many rows the tenant has of stock and what moves it. */
  async rows(): Promise<number> {
    const tables = ['warehouse', 'inbound_notice', 'stock_lot', 'stock_move', 'outbound_order', 'stock_count'];
    const counts = tables.map((table) => `(SELECT count(*) FROM freight.${table} WHERE tenant_id = $1)`).join(' + ');
    const [row] = await this.platform.rows<{ all: number }>(
      `SELECT (${counts} + (SELECT coalesce(sum(version), 0) FROM freight.stock_lot WHERE tenant_id = $1))::int AS all`,
      [this.tenant.tenantId],
    );
    return row?.all ?? 0;
  }
}
