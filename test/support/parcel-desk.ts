import { type Readable } from 'node:stream';

import { type ApiAnswer } from './api-client.js';
import { eventually, type TestTenant } from './test-platform.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const COMPANY = { code: '3302986YQ8', name: '宁波示例电子商务有限公司' };

/** Retail imports by air. */
export const IMPORTS = {
  name: 'Retail imports',
  direction: 'import',
  supervisionMode: '9610',
  platform: COMPANY,
  merchant: COMPANY,
  logistics: { code: '3302980S01', name: '宁波示例速递有限公司' },
  agent: COMPANY,
  customsOffice: '3105',
  port: '3105',
  dxpId: 'DXPENT0000012345',
  guarantor: '3302986YQ8',
  transport: { mode: '5', name: 'CA1056', voyage: '20261128', billNo: '99912345675', country: '116' },
};

/** Retail exports by air, summarised. */
export const EXPORTS = { ...IMPORTS, name: 'Retail exports', direction: 'export', guarantor: null, listKind: 'B' };

export interface ParcelOptions {
  readonly idNumber?: string;
  /** Of each of two pieces, in yuan. */
  readonly price?: number;
  readonly taxTotal?: string;
}

/** A retail import whose papers agree: two pieces of one thing. */
export function importParcel(
  orderNo: string,
  {
    idNumber = `330203${orderNo.replace(/\D/g, '').padStart(12, '0').slice(-12)}`,
    price = 100,
    taxTotal,
  }: ParcelOptions = {},
) {
  const value = 2 * price;
  const tax = taxTotal ?? (Math.round(value * 100 * 0.7 * 0.13) / 100).toFixed(2);
  const buyer = { name: '张三', idNumber, phone: '13800000000' };
  const consignee = { name: '张三', phone: '13800000000', address: '浙江省宁波市示例路1号' };
  const goods = {
    lineNo: 1,
    itemName: '面膜',
    unit: '011',
    quantity: '2',
    unitPrice: cny(price.toFixed(2)),
    total: cny(value.toFixed(2)),
  };
  const paid = cny((value + Number(tax)).toFixed(2));
  return {
    order: {
      ...{
        orderNo,
        goodsValue: cny(value.toFixed(2)),
        freight: cny('0.00'),
        discount: cny('0.00'),
        taxTotal: cny(tax),
      },
      ...{ actualPaid: paid, buyer, consignee, lines: [goods] },
    },
    payment: {
      ...{ orderNo, payCode: '312228034T', payName: '示例支付有限公司', transactionNo: `T${orderNo}` },
      ...{ payer: { name: buyer.name, idNumber }, amountPaid: paid, paidAt: '2026-11-28T10:00:00+08:00' },
    },
    waybill: { orderNo, waybillNo: `W${orderNo}`, consignee, grossKg: '0.6' },
    list: {
      ...{ orderNo, waybillNo: `W${orderNo}`, buyer, packages: 1, grossKg: '0.6', netKg: '0.5' },
      lines: [
        {
          ...goods,
          ...{ itemNo: 'SKU-1', hsCode: '3304990039', model: '面膜|30ml*10', country: '133', firstQuantity: '0.5' },
          ...{ firstUnit: '035', vatRate: '0.13' },
        },
      ],
    },
  };
}

/**
 * A retail export whose papers agree.
 * @param cnyRate under 9710 and 9810 the limit of lists is in CNY
 */
export function exportParcel(orderNo: string, cnyRate: string | null = '7.1') {
  const goods = {
    lineNo: 1,
    itemName: '塑料玩具',
    unit: '007',
    quantity: '3',
    unitPrice: usd('9.90'),
    total: usd('29.70'),
  };
  return {
    order: { orderNo, goodsValue: usd('29.70'), freight: usd('5.00'), lines: [goods] },
    receipt: {
      orderNo,
      payName: 'Example Pay',
      transactionNo: `T${orderNo}`,
      amountReceived: usd('34.70'),
      receivedAt: '2026-11-28T10:00:00+08:00',
    },
    waybill: { orderNo, waybillNo: `W${orderNo}`, grossKg: '0.6', goodsInfo: '塑料玩具' },
    list: {
      ...{ orderNo, packages: 1, grossKg: '0.6', netKg: '0.5', portOfDestination: '116', exitDate: '2026-11-29' },
      ...(cnyRate !== null && { cnyRate }),
      lines: [
        {
          ...goods,
          ...{
            itemNo: 'TOY-1',
            hsCode: '9503008900',
            model: '塑料玩具|无品牌',
            country: '116',
            firstQuantity: '0.5',
            firstUnit: '035',
          },
        },
      ],
    },
  };
}

export interface SeenParcel {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly orderNo: string;
  readonly allowedActions: readonly string[];
  readonly reasons: readonly { readonly rule: string; readonly pointer: string; readonly detail: string }[];
  readonly tax: { readonly total: { readonly amount: string }; readonly regime: string } | null;
  readonly filing: {
    readonly preNo: string | null;
    readonly invtNo: string | null;
    readonly said: string | null;
    readonly departedAt: string | null;
    readonly clearedAt: string | null;
  } | null;
  readonly documents: Record<string, object>;
  readonly code: string;
}

interface SeenAmount {
  readonly amount: string;
}

export interface SeenTaxBill {
  readonly id: string;
  readonly parcelId: string | null;
  readonly orderNo: string | null;
  readonly taxNo: string;
  readonly state: string;
  readonly total: SeenAmount | null;
  readonly reckoned: SeenAmount | null;
  readonly differs: boolean;
  readonly reasons: readonly { readonly rule: string; readonly pointer: string }[];
  readonly dutyNumber: string | null;
  readonly payableBy: string | null;
}

export interface SeenBatch {
  readonly id: string;
  readonly rows: number;
  readonly resumedAfter: number;
  readonly received: boolean;
  readonly state: string;
  readonly code: string;
  readonly detail: string;
}

export interface SeenOperation {
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly refusal: { readonly code: string } | null;
}

export interface SeenRow {
  readonly row: number;
  readonly outcome: string;
  readonly orderNo: string | null;
  readonly parcelId: string | null;
  readonly state: string | null;
  readonly reasons: readonly { readonly rule: string; readonly pointer: string }[];
}

let keys = 0;

/** Brings parcels for a tenant, and looks what became of them. */
export class ParcelDesk {
  constructor(private readonly tenant: TestTenant) {}

  async profile(terms: object = IMPORTS): Promise<string> {
    const { status, body, text } = await this.tenant.client.post<{ id: string }>(
      '/v1/customs/ecommerce-profiles',
      terms,
    );
    if (status !== 201) throw new Error(text);
    return body.id;
  }

  bring(profileId: string, papers: object): Promise<ApiAnswer<SeenParcel>> {
    return this.tenant.client.post<SeenParcel>('/v1/customs/parcel-documents', { profileId, ...papers });
  }

  async parcel(orderNo: string): Promise<SeenParcel> {
    const { body } = await this.tenant.client.get<{ data: SeenParcel[] }>(`/v1/customs/parcels?orderNo=${orderNo}`);
    const [found] = body.data;
    if (found === undefined) throw new Error(`There is no parcel ${orderNo}`);
    return found;
  }

  until(orderNo: string, state: string): Promise<SeenParcel> {
    return eventually(
      () => this.parcel(orderNo),
      (parcel) => parcel.state === state,
    );
  }

  upload(
    profileId: string,
    body: string | Buffer | Readable,
    {
      key = `parcels-${(keys += 1)}`,
      headers = {},
    }: { readonly key?: string; readonly headers?: Record<string, string> } = {},
  ): Promise<ApiAnswer<SeenBatch>> {
    return this.tenant.client.send<SeenBatch>('POST', `/v1/customs/parcel-batches?profileId=${profileId}`, body, {
      'content-type': 'application/x-ndjson',
      'idempotency-key': key,
      ...headers,
    });
  }

  ended(id: string, patienceMs = 60_000): Promise<SeenOperation> {
    return eventually(
      async () => (await this.tenant.client.get<SeenOperation>(`/v1/operations/${id}`)).body,
      ({ state }) => state === 'completed' || state === 'cancelled',
      patienceMs,
    );
  }

  async rows(id: string, query = ''): Promise<SeenRow[]> {
    const { text } = await this.tenant.client.get(`/v1/customs/parcel-batches/${id}/results${query}`);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as SeenRow);
  }
}

export function ndjson(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Parcels of a profile: one by hand, one in bulk, both cleared, and one signed for. */
export async function bringParcels(tenant: TestTenant): Promise<{ batchId: string; profileId: string }> {
  const desk = new ParcelDesk(tenant);
  const profile = await desk.profile();
  await desk.bring(profile, importParcel('HOUSE-P1'));
  const { body } = await desk.upload(profile, ndjson([importParcel('HOUSE-P2')]));
  await desk.ended(body.id);
  const [first] = await Promise.all(['HOUSE-P1', 'HOUSE-P2'].map((orderNo) => desk.until(orderNo, 'cleared')));
  await deliver(tenant, first?.id ?? '');
  return { batchId: body.id, profileId: profile };
}

async function deliver({ client }: TestTenant, parcelId: string): Promise<void> {
  const delivery = { parcelIds: [parcelId], deliveredAt: '2026-11-28T08:00:00.000Z' };
  const headers = { 'idempotency-key': `delivery-${parcelId}` };
  const { body } = await client.post<{ id: string }>('/v1/customs/parcel-deliveries', delivery, headers);
  await eventually(
    () => client.get<{ state: string }>(`/v1/customs/parcel-filings/${body.id}`),
    (found) => found.body.state === 'accepted',
  );
}
