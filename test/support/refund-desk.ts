import { randomUUID } from 'node:crypto';

import { EVENT_CATALOGUE, type EventType, type OutgoingEvent } from '../../src/contracts/events.js';
import { newId, parseId } from '../../src/kernel/ids.js';
import { Money, type MoneyJson } from '../../src/kernel/money.js';
import { type AccountCode, Ledger } from '../../src/ledger/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { type ApiAnswer } from './api-client.js';
import { BUYER, LINE, orderBody, SELLER } from './order-samples.js';
import { callBack } from './partner-callback.js';
import type { TestPlatform } from './test-platform.js';
import { eventually, type TestTenant } from './test-platform.js';

export interface Check {
  readonly check: string;
  readonly outcome: string;
  readonly detail: string;
  readonly fix: string | null;
  readonly lineNumber: number | null;
}

export interface CaseBody {
  readonly state: string;
  readonly missing: readonly { readonly fact: string; readonly lineNumber: number | null; readonly detail: string }[];
  readonly checks: readonly Check[];
  readonly claimId: string | null;
  readonly claimState: string | null;
  readonly declarations: readonly {
    readonly entryNumber: string;
    readonly items: readonly { readonly fob: MoneyJson }[];
  }[];
  readonly deadlines: Readonly<Record<string, string>> | null;
}

export interface ClaimBody {
  readonly id: string;
  readonly orderId: string;
  readonly state: string;
  readonly attempt: number;
  readonly allowedActions: readonly string[];
  readonly expectedBy: string | null;
  readonly period: string;
  readonly taxable: MoneyJson;
  readonly refund: MoneyJson;
  readonly nonRefundableVat: MoneyJson;
  readonly exemptCredit: MoneyJson;
  readonly awarded: MoneyJson;
  readonly acceptanceNumber: string | null;
  readonly treasuryReference: string | null;
  readonly reason: string | null;
  readonly answers: readonly { readonly text: string }[];
  readonly lines: readonly {
    readonly declarationLine: string;
    readonly taxable: MoneyJson;
    readonly refund: MoneyJson;
    readonly refundRate: string;
    readonly invoices: readonly { readonly invoiceNumber: string; readonly amountExVat: MoneyJson }[];
  }[];
  readonly checks: readonly Check[];
  readonly filings: readonly {
    readonly attempt: number;
    readonly reference: string;
    readonly state: string;
    readonly message: string;
  }[];
  readonly version: number;
}

export interface InvoiceBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly lines: readonly { readonly claimedQuantity: string; readonly claimedAmount: MoneyJson }[];
}

export interface ProblemBody {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface EventRow {
  readonly type: string;
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A fresh key for a command. */
export const key = () => ({ 'idempotency-key': randomUUID() });

export const FACTORY = { name: '宁波示例电器有限公司', taxNumber: '91330212MA2AF1XX2U' };
const EXPORT_DATE = '2026-11-20';

/** Who looks after the refunds of one exporter, and plays the other services where a test needs them to be quick. */
export class RefundDesk {
  private orders = 0;
  private static invoices = 0;
  private static entries = 0;

  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    readonly sellerId: string,
    readonly buyerId: string,
    readonly seller: typeof SELLER,
  ) {}

  static async open(
    platform: TestPlatform,
    change: Partial<typeof SELLER> = {},
    { livemode = false } = {},
  ): Promise<RefundDesk> {
    const tenant = await platform.tenant('Exporter', { livemode });
    const enter = async (body: object): Promise<string> => {
      const answer = await tenant.client.post<{ id: string }>('/v1/parties', body, key());
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.body.id;
    };
    const seller = { ...SELLER, ...change };
    return new RefundDesk(platform, tenant, await enter(seller), await enter(BUYER), seller);
  }

  /** Places an order whose freight somebody else books, so that nothing but its refund goes on. @returns its id */
  async place(change: object = {}): Promise<string> {
    this.orders += 1;
    const freight = { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' };
    const body = { ...orderBody(this.sellerId, this.buyerId, `SO-${this.orders}`), freight, ...change };
    const placed = await this.tenant.client.post<{ id: string }>('/v1/orders', body, key());
    if (placed.status !== 201) throw new Error(placed.text);
    return placed.body.id;
  }

  /** The invoice that the factory issues for the sample order. */
  invoice(orderId: string | null, change: object = {}, line: object = {}): object {
    RefundDesk.invoices += 1;
    return {
      ...(orderId === null ? {} : { orderId }),
      kind: 'special',
      invoiceNumber: String(26_332_000_000_000_000_000n + BigInt(RefundDesk.invoices)),
      issuedOn: '2026-11-10',
      seller: FACTORY,
      buyer: { name: this.seller.name, taxNumber: this.seller.uscc },
      lines: [
        {
          orderLineNumber: 1,
          hsCode: LINE.hsCode,
          goodsName: '*家用电器*电烤箱',
          quantity: '1000',
          unit: '001',
          amountExVat: { amount: '60000.00', currency: 'CNY' },
          vatRate: '0.13',
          vat: { amount: '7800.00', currency: 'CNY' },
          ...line,
        },
      ],
      ...change,
    };
  }

  record<Body = InvoiceBody>(body: object): Promise<ApiAnswer<Body>> {
    return this.tenant.client.post<Body>('/v1/tax-refund/invoices', body, key());
  }

  /** As the other services would say it. */
  async hear<Type extends EventType>(
    orderId: string,
    type: Type,
    data: Extract<OutgoingEvent, { type: Type }>['data'],
    resourceId = newId(),
  ): Promise<void> {
    const order = parseId('order', orderId);
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    await this.platform.api.get(UnitOfWork).run(caller, (tx) => {
      const resource = { type: EVENT_CATALOGUE[type].about[0], id: resourceId };
      publish(tx, { type, resource, orderId: order, data } as unknown as OutgoingEvent);
      return Promise.resolve();
    });
  }

  /** Customs clears the whole order. @returns the declaration number */
  async clear(orderId: string, change: object = {}, item: object = {}): Promise<string> {
    RefundDesk.entries += 1;
    const entryNumber = `310420260${String(RefundDesk.entries).padStart(9, '0')}`;
    const { body } = await this.tenant.client.get<{ lines: { id: string; total: MoneyJson; hsCode: string }[] }>(
      `/v1/orders/${orderId}`,
    );
    const items = body.lines.map((line, index) => ({
      itemNumber: index + 1,
      orderLineId: parseId('orderLine', line.id),
      hsCode: line.hsCode,
      quantities: [
        { quantity: '1000', unit: '001' },
        { quantity: '1000', unit: '001' },
        { quantity: '8000', unit: '035' },
      ],
      total: line.total,
      fob: line.total,
      ...item,
    }));
    await this.hear(orderId, 'customs.declaration.cleared', {
      entryNumber,
      exportDate: EXPORT_DATE,
      supervisionMode: '0110',
      fob: { amount: `${10_000 * items.length}.00`, currency: 'USD' },
      items,
      ...change,
    });
    return entryNumber;
  }

  async collect(orderId: string, shortfall = '0.00', receipts: object = {}): Promise<void> {
    const expected = { amount: '10000.00', currency: 'USD' };
    const received = { amount: (10_000 - Number(shortfall)).toFixed(2), currency: 'USD' };
    await this.hear(orderId, 'fx.order.collected', {
      expected,
      received,
      shortfall: { amount: shortfall, currency: 'USD' },
      ...receipts,
    });
  }

  /** An order with all that its claim needs. @returns the claim as soon as it is in one of the states */
  async claimed(...states: readonly string[]): Promise<ClaimBody> {
    const orderId = await this.place();
    await this.record(this.invoice(orderId));
    await this.clear(orderId);
    await this.collect(orderId);
    return this.untilClaim(orderId, ...states);
  }

  case(orderId: string): Promise<ApiAnswer<CaseBody>> {
    return this.tenant.client.get<CaseBody>(`/v1/tax-refund/cases/${orderId}`);
  }

  async untilCase(orderId: string, holds: (body: CaseBody) => boolean): Promise<CaseBody> {
    const open = await eventually(
      async () =>
        (await this.platform.rows(`SELECT 1 FROM tax_refund.refund_case WHERE id = $1`, [parseId('order', orderId)]))
          .length,
      (count) => count === 1,
    );
    if (open === 0) throw new Error('No case');
    const answer = await eventually(
      () => this.case(orderId),
      ({ body }) => holds(body),
    );
    return answer.body;
  }

  async untilClaim(orderId: string, ...states: readonly string[]): Promise<ClaimBody> {
    const { claimId } = await this.untilCase(orderId, (body) => body.claimId !== null);
    return this.until(claimId ?? '', ...states);
  }

  async until(claimId: string, ...states: readonly string[]): Promise<ClaimBody> {
    const answer = await eventually(
      () => this.claim(claimId),
      ({ body }) => states.includes(body.state),
    );
    return answer.body;
  }

  claim(id: string): Promise<ApiAnswer<ClaimBody>> {
    return this.tenant.client.get<ClaimBody>(`/v1/tax-refund/claims/${id}`);
  }

  command<Body = ClaimBody>(id: string, name: string, body: object = {}, query = ''): Promise<ApiAnswer<Body>> {
    return this.tenant.client.post<Body>(`/v1/tax-refund/claims/${id}/${name}${query}`, body, key());
  }

  /** What was told of a claim, in short. */
  async story(claimId: string): Promise<string[]> {
    return (await this.events(claimId)).map(({ type }) => type.replace('tax_refund.claim.', ''));
  }

  events(id: string, kind: 'claim' | 'invoice' | 'invoiceIssuer' = 'claim'): Promise<EventRow[]> {
    const sql = `SELECT type, sequence, data FROM platform.event WHERE resource_id = $1 ORDER BY sequence`;
    return this.platform.rows<EventRow>(sql, [parseId(kind, id)]);
  }

  /** What the books hold, on the account's own side. */
  async posted(code: AccountCode, partyId: string | null = null): Promise<string> {
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    const account = { code, partyId: partyId === null ? null : parseId('party', partyId), currency: 'CNY' };
    const balance = await this.platform.api.get(UnitOfWork).read(caller, (view) => new Ledger().balance(view, account));
    return balance.posted.toAmountString();
  }

  /** What the refunds brought the seller; paid out by others, and soon. */
  async credited(): Promise<string> {
    const [row] = await this.platform.rows<{ fen: string }>(
      `SELECT coalesce(-sum(p.amount_minor), 0)::text AS fen
       FROM ledger.transfer t
       JOIN ledger.posting p ON p.tenant_id = t.tenant_id AND p.transfer_id = t.id
       JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
       WHERE t.tenant_id = $1 AND t.kind = 'tax-refund.paid' AND a.code = 'client_funds' AND a.party_id = $2`,
      [this.tenant.tenantId, parseId('party', this.sellerId)],
    );
    return Money.ofMinor(BigInt(row?.fen ?? 0), 'CNY').toAmountString();
  }

  /** Lets the waits of this claim end now. */
  async letTimePass(claimId: string): Promise<void> {
    await this.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'tax-refund.ask-bureau' AND payload ->> 'claimId' = $1`,
      [parseId('claim', claimId)],
    );
  }

  /** Switches of the bureau: how it behaves from now on. */
  async bureau(switches: object): Promise<void> {
    await this.control('PUT', '/control/partners/tax-bureau', switches);
  }

  async control(method: string, path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(this.platform.sandbox.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** A callback as the bureau, or another partner, signs it. @returns the status */
  callback(message: object, secret = 'sandbox-tax-bureau-secret', partner = 'tax-bureau'): Promise<number> {
    return callBack(this.platform, this.tenant, { partner, secret, message });
  }
}
