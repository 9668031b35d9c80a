import { RECEIPT_PLEDGE } from '../../src/financing/api/stock/stock.examples.js';
import { newId, parseId } from '../../src/kernel/ids.js';
import { CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { type ApiAnswer } from './api-client.js';
import { CNY, LendingDesk } from './lending-desk.js';
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

const PATH = '/v1/financing/warehouse-receipts';
export const TODAY = dateInZone(new Date(), CHINA);
/** As if so much had been drawn on it. */
const DRAWN = `
  WITH lent AS (
    INSERT INTO financing.advance (tenant_id, id, order_id, seller_id, product, state, principal_minor, principal_currency,
                                   outstanding_minor, outstanding_currency, interest_due_minor, interest_due_currency, fees_due_minor,
                                   fees_due_currency, annual_rate, penalty_rate, day_basis, drawn_on, interest_from, maturity_on, reasons,
                                   calculation, is_recourse, asks, version, created_at, updated_at)
    SELECT tenant_id, $3, $3, seller_id, 'warehouse_receipt_pledge', 'drawn', $4, 'CNY', $4, 'CNY', 0, 'CNY', 0, 'CNY', 0.06, 0.03, 360,
           '2026-11-01', '2026-11-01', '2099-01-01', '{}', '{"rule": {"id": "t", "version": "1", "source": "t"}, "steps": []}', false, 0, 1,
           now(), now()
    FROM financing.warehouse_receipt WHERE tenant_id = $1 AND id = $2 RETURNING tenant_id, id)
  INSERT INTO financing.advance_pledge (tenant_id, advance_id, kind, issuer, number, holder, taken_at)
  SELECT lent.tenant_id, lent.id, 'warehouse_receipt', r.issuer, r.number, decode(repeat('00', 32), 'hex'), now()
  FROM lent JOIN financing.warehouse_receipt r ON r.tenant_id = lent.tenant_id AND r.id = $2`;
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

  release(id: string, quantity?: string): Promise<ApiAnswer<ReceiptBody>> {
    return this.lending.client.post<ReceiptBody>(`${PATH}/${id}/releases`, { quantity, reason: 'Sold' }, key());
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

  async lend(id: string, amountMinor: number): Promise<string> {
    const { platform, desk } = this.lending;
    const loan = newId();
    await platform.rows(DRAWN, [desk.tenant.tenantId, parseId('warehouseReceipt', id), loan, amountMinor]);
    return loan;
  }

  /** As if so much of it were owed by now. */
  async owe(loan: string, amountMinor: number): Promise<void> {
    const state = amountMinor === 0 ? 'repaid' : 'drawn';
    await this.lending.platform.rows(`UPDATE financing.advance SET outstanding_minor = $2, state = $3 WHERE id = $1`, [
      loan,
      amountMinor,
      state,
    ]);
  }
}
