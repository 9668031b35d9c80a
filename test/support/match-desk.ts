import { type MoneyJson } from '../../src/kernel/money.js';
import { type ApiAnswer } from './api-client.js';
import { eventually, type TestTenant } from './test-platform.js';

export interface SeenRows {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly reasons: readonly { readonly row: number; readonly reason: string }[];
}

export interface SeenRun {
  readonly id: string;
  readonly source: string;
  readonly state: string;
  readonly items: number;
  readonly done: number;
  readonly matched: number;
  readonly waiting: number;
  readonly blocked: number;
  readonly refund: MoneyJson;
  readonly consumptionTaxRefund: MoneyJson;
}

export interface SeenResult {
  readonly declarationLine: string;
  readonly outcome: string;
  readonly refund: MoneyJson | null;
  readonly consumptionTaxRefund: MoneyJson | null;
  readonly takes: readonly {
    readonly invoiceNumber: string;
    readonly quantity: string;
    readonly amountExVat: MoneyJson;
  }[];
  readonly vouchers: readonly {
    readonly voucherNumber: string;
    readonly quantity: string;
    readonly taxableAmount: MoneyJson;
    readonly tax: MoneyJson;
  }[];
  readonly checks: readonly { readonly check: string; readonly outcome: string; readonly fix: string }[];
  readonly missing: readonly { readonly fact: string }[];
  readonly suggestions: readonly { readonly proposal: string; readonly text: string | null }[];
}

/** What came of a case of a run over the platform. */
export interface SeenCase extends Omit<SeenResult, 'declarationLine' | 'takes' | 'vouchers'> {
  readonly orderId: string;
  readonly reference: string;
  readonly claimId: string | null;
}

let keys = 0;

/** A thousand ovens declared as item `number`, and what was paid and bought for them. */
export function declaredItem(matchKey: string, number: number, change: object = {}): object {
  return {
    ...{
      matchKey,
      declarationLine: `310420260795000${String(number).padStart(6, '0')}`,
      exporterTaxNumber: '91330200MA2AEFJN86',
    },
    ...{
      exportDate: '2026-11-20',
      supervisionMode: '0110',
      hsCode: '8516609000',
      goodsName: '电烤箱',
      quantity1: '1000',
    },
    ...{
      unit1: '001',
      quantity2: '8000',
      unit2: '035',
      fob: '10000.00',
      currency: 'USD',
      buyer: 'Hamburg Haushalt GmbH',
    },
    ...change,
  };
}

export function boughtLine(matchKey: string, number: number, change: object = {}): object {
  return {
    ...{ matchKey, invoiceNumber: String(10_000_000 + number), lineNumber: '1', issuedOn: '2026-11-10' },
    ...{ sellerTaxNumber: '91330212MA2AF1XX2U', buyerTaxNumber: '91330200MA2AEFJN86', hsCode: '8516609000' },
    ...{ goodsName: '*家用电器*电烤箱', quantity: '1000', unit: '001', amount: '60000.00', vatRate: '0.13' },
    ...change,
  };
}

export function collected(matchKey: string, number: number, change: object = {}): object {
  return {
    ...{
      matchKey,
      reference: `BANK-${number}`,
      receivedOn: '2026-11-25',
      payer: 'HAMBURG HAUSHALT GMBH',
      amount: '10000.00',
    },
    ...{ currency: 'USD', ...change },
  };
}

/** The consumption tax that was paid on a thousand ovens: 10 % of 60,000.00 and 1.5 CNY each. */
export function taxPaid(matchKey: string, number: number, change: object = {}): object {
  return {
    ...{ matchKey, voucherNumber: `3330212609${String(number).padStart(8, '0')}`, issuedOn: '2026-11-11' },
    ...{ supplierTaxNumber: '91330212MA2AF1XX2U', buyerTaxNumber: '91330200MA2AEFJN86', hsCode: '8516609000' },
    ...{ goodsName: '电烤箱', quantity: '1000', unit: '001', taxableAmount: '60000.00' },
    ...{ rate: '0.1', amountPerUnit: '1.5', tax: '7500.00', ...change },
  };
}

/** Brings rows of its own for a tenant, and matches them. */
export class MatchDesk {
  constructor(private readonly tenant: TestTenant) {}

  send(kind: string, body: string, contentType = 'application/x-ndjson'): Promise<ApiAnswer<SeenRows>> {
    return this.tenant.client.send<SeenRows>('POST', `/v1/tax-refund/match-rows?kind=${kind}`, body, {
      'content-type': contentType,
      'idempotency-key': `match-rows-${(keys += 1)}`,
    });
  }

  /** @throws Error unless all of them are kept */
  async bring(kind: string, rows: readonly object[]): Promise<SeenRows> {
    const { status, body, text } = await this.send(kind, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    if (status !== 200 || body.rejected > 0) throw new Error(text);
    return body;
  }

  start(source = 'rows'): Promise<ApiAnswer<SeenRun>> {
    return this.tenant.client.post<SeenRun>(`/v1/tax-refund/match-runs?source=${source}`);
  }

  /** @returns the run when it is over */
  async run(source = 'rows'): Promise<SeenRun> {
    const { status, body, text } = await this.start(source);
    if (status !== 202) throw new Error(text);
    return this.ended(body.id);
  }

  ended(id: string): Promise<SeenRun> {
    return eventually(
      async () => (await this.tenant.client.get<SeenRun>(`/v1/tax-refund/match-runs/${id}`)).body,
      ({ state }) => state === 'completed' || state === 'cancelled',
    );
  }

  async results<Result = SeenResult>(id: string, query = ''): Promise<Result[]> {
    const { text } = await this.tenant.client.get(`/v1/tax-refund/match-runs/${id}/results${query}`);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Result);
  }
}

/** Rows of each kind, matched, and rules to match by. @returns the run */
export async function bringMatchRows(tenant: TestTenant): Promise<string> {
  const desk = new MatchDesk(tenant);
  await tenant.client.send('PUT', '/v1/tax-refund/match-rules', { costBands: [], codeChanges: [] }, {});
  await desk.bring('items', [declaredItem('HOUSE-1', 1)]);
  await desk.bring('invoice_lines', [boughtLine('HOUSE-1', 1)]);
  await desk.bring('collections', [collected('HOUSE-1', 1)]);
  await desk.bring('consumption_tax_vouchers', [taxPaid('HOUSE-1', 1)]);
  return (await desk.run()).id;
}
