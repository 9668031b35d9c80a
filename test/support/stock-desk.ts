import { RECEIPT_PLEDGE } from '../../src/financing/api/stock/stock.examples.js';
import { CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { type ApiAnswer } from './api-client.js';
import { type AdvanceBody, CNY, LendingDesk } from './lending-desk.js';
import { key } from './refund-desk.js';
import { eventually, type TestPlatform } from './test-platform.js';

interface Amount {
  readonly amount: string;
}

export interface ReceiptBody {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly leftQuantity: string;
  readonly value: Amount;
  readonly cover: Amount;
  readonly owed: Amount;
  readonly shortfall: Amount;
  readonly reason: string | null;
  readonly allowedActions: readonly string[];
  readonly registration: { readonly state: string; readonly registrationNumber: string | null } | null;
  readonly valuations: readonly { readonly value: Amount; readonly valuedOn: string; readonly quantity: string }[];
  readonly releases: readonly { readonly quantity: string; readonly leftQuantity: string }[];
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export interface EligibilityBody {
  readonly amount: Amount;
  readonly isEligible: boolean;
  readonly conditions: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly reasons: readonly string[];
  }[];
  readonly reasons: readonly string[];
  readonly code: string;
}

export const PRODUCT = 'warehouse_receipt_pledge';
const PATH = '/v1/financing/warehouse-receipts';
export const TODAY = dateInZone(new Date(), CHINA);
let receipts = 0;

/** A seller whose goods lie in a warehouse. */
export class StockDesk {
  private constructor(readonly lending: LendingDesk) {}

  static async open(platform: TestPlatform): Promise<StockDesk> {
    return new StockDesk(await LendingDesk.open(platform));
  }

  static number(word = 'WR'): string {
    receipts += 1;
    return `${word}-${receipts}`;
  }

  pledge(change: object = {}, headers = key()): Promise<ApiAnswer<ReceiptBody>> {
    const { sellerId } = this.lending.desk;
    const body = { ...RECEIPT_PLEDGE, sellerId, number: StockDesk.number(), storedUntil: '2098-11-30', ...change };
    return this.lending.client.post<ReceiptBody>(
      PATH,
      { ...body, valuation: { ...body.valuation, valuedOn: '2026-11-20' } },
      headers,
    );
  }

  /** A receipt that stands in the movables register. */
  async registered(change: object = {}): Promise<ReceiptBody> {
    const { status, body, text } = await this.pledge(change);
    if (status !== 201) throw new Error(text);
    return this.receiptThat(body.id, ({ registration }) => registration?.state === 'registered');
  }

  value(id: string, amount: string, valuedOn = TODAY): Promise<ApiAnswer<ReceiptBody>> {
    const body = { value: CNY(amount), valuedOn, source: 'Exchange' };
    return this.lending.client.post<ReceiptBody>(`${PATH}/${id}/valuations`, body, key());
  }

  release(id: string, quantity?: string, repay = false): Promise<ApiAnswer<ReceiptBody>> {
    const body = { quantity, repay, reason: 'Sold' };
    return this.lending.client.post<ReceiptBody>(`${PATH}/${id}/releases`, body, key());
  }

  withdraw(id: string): Promise<ApiAnswer<ReceiptBody>> {
    return this.lending.client.post<ReceiptBody>(`${PATH}/${id}/withdrawal`, { reason: 'Unused' }, key());
  }

  async receipt(id: string): Promise<ReceiptBody> {
    return (await this.lending.client.get<ReceiptBody>(`${PATH}/${id}`)).body;
  }

  receiptThat(id: string, holds: (receipt: ReceiptBody) => boolean): Promise<ReceiptBody> {
    return eventually(() => this.receipt(id), holds);
  }

  /** Asked for on it. */
  ask(warehouseReceiptId: string, amount?: string): Promise<ApiAnswer<AdvanceBody>> {
    const body = { product: PRODUCT, warehouseReceiptId, ...(amount === undefined ? {} : { amount: CNY(amount) }) };
    return this.lending.client.post<AdvanceBody>('/v1/financing/advances', body, key());
  }

  /** Drawn on it. @returns the loan */
  async lend(id: string, amount: string): Promise<string> {
    const { status, body, text } = await this.ask(id, amount);
    if (status !== 202) throw new Error(text);
    await this.lending.paysOut(body.id, CNY(amount));
    await eventually(
      () => this.lending.advance(body.id),
      ({ state }) => state === 'drawn',
    );
    return body.id;
  }

  /** Why it cannot be lent on, by condition; and how much could be drawn. */
  async judged(query: string): Promise<ApiAnswer<EligibilityBody>> {
    return this.lending.client.get<EligibilityBody>(`/v1/financing/eligibility?${query}`);
  }
}
