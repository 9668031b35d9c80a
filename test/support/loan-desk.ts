import { randomUUID } from 'node:crypto';

import { NEXT_VERSION } from '../../src/financing/api/financing.examples.js';
import { neededFor, type Base } from '../../src/financing/domain/products/vocabulary.js';
import { newId, parseId } from '../../src/kernel/ids.js';
import { addDays, type LocalDate } from '../../src/kernel/local-date.js';
import { Money } from '../../src/kernel/money.js';
import { type ApiAnswer } from './api-client.js';
import { CNY, LendingDesk } from './lending-desk.js';
import { key } from './refund-desk.js';
import { eventually, type TestPlatform } from './test-platform.js';

interface Amount {
  readonly amount: string;
  readonly currency: string;
}

export interface LoanBody {
  readonly id: string;
  readonly orderId: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly product: string;
  readonly state: string;
  readonly principal: Amount;
  readonly outstanding: Amount;
  readonly accruedInterest: Amount;
  readonly drawnOn: string | null;
  readonly maturityOn: string;
  readonly nextDueOn: string | null;
  readonly daysOverdue: number;
  readonly overdueBucket: string;
  readonly code: string;
  readonly details: { readonly reasons?: readonly string[] };
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export interface SplitBody {
  readonly source: string;
  readonly orderId: string;
  readonly released: Amount;
  readonly lines: readonly {
    readonly payee: string;
    readonly advanceId: string | null;
    readonly part: string;
    readonly amount: Amount;
  }[];
}

const WAIT_MS = 60_000;
const TODAY: LocalDate = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Money that came in for the seller on a day, as of an order of before. */
const CAME_IN = `
  INSERT INTO financing.waterfall (tenant_id, id, order_id, seller_id, source, source_id, state, currency, amount_minor, released_minor,
                                   value_date, created_at)
  VALUES ($1, $2, $3, $4, 'collection', $5, 'split', 'CNY', $6, $6, $7, now())`;

/** A seller that borrows by any product, and a lender that pays out. */
export class LoanDesk {
  private constructor(readonly lending: LendingDesk) {}

  /** @param word magic, in the names of the seller: how its lender answers */
  static async open(platform: TestPlatform, word = '进出口'): Promise<LoanDesk> {
    return new LoanDesk(await LendingDesk.open(platform, word));
  }

  get client(): LendingDesk['client'] {
    return this.lending.client;
  }

  get sellerId(): string {
    return this.lending.desk.sellerId;
  }

  entryNumber(): string {
    return LendingDesk.entryNumber();
  }

  /** An order under a contract of its own. */
  place(change: object = {}): Promise<string> {
    return this.lending.desk.place({ contractNumber: randomUUID().replaceAll('-', ''), ...change });
  }

  post<Body>(path: string, body: object): Promise<ApiAnswer<Body>> {
    return this.client.post<Body>(path, body, key());
  }

  request(body: object, query = ''): Promise<ApiAnswer<LoanBody>> {
    return this.post<LoanBody>(`/v1/financing/advances${query}`, body);
  }

  async advance(id: string): Promise<LoanBody> {
    return (await this.client.get<LoanBody>(`/v1/financing/advances/${id}`)).body;
  }

  until(id: string, state: string): Promise<LoanBody> {
    return eventually(
      () => this.advance(id),
      (loan) => loan.state === state,
      WAIT_MS,
    );
  }

  /** The lender's money has gone on to the seller. */
  async paidOut(id: string): Promise<void> {
    await eventually(
      () =>
        this.lending.platform.rows<{ state: string }>(
          `SELECT state, reason_code, reason FROM fx.payout WHERE source_id = $1`,
          [parseId('advance', id)],
        ),
      ([payout]) => payout?.state === 'confirmed',
      WAIT_MS,
    );
  }

  /** The buyer has paid, and it was exchanged. */
  async collected(orderId: string, amount: string): Promise<void> {
    await this.lending.fund(amount);
    const bought = CNY(amount);
    await this.lending.desk.hear(orderId, 'fx.conversion.settled', {
      ...{ sold: { amount: '1.00', currency: 'USD' }, bought, planned: null },
      rate: '7.10',
    });
  }

  /** So much came in within the last twelve months, and a little before. */
  async traded(amount: string): Promise<void> {
    const { tenantId } = this.lending.desk.tenant;
    for (const [money, daysAgo] of [
      ['1.00', 400],
      [amount, 60],
    ] as const) {
      const { minor } = Money.parse(money, 'CNY');
      await this.lending.platform.rows(CAME_IN, [
        ...[tenantId, newId(), newId(), parseId('party', this.sellerId), newId()],
        ...[minor.toString(), addDays(TODAY, -daysAgo)],
      ]);
    }
  }

  async splits(orderId: string): Promise<readonly SplitBody[]> {
    const { body } = await this.client.get<{ data: SplitBody[] }>(`/v1/financing/waterfalls?orderId=${orderId}`);
    return body.data;
  }

  /** A product of the tenant's own, from today on. */
  async offer(
    terms: { readonly base: Base; readonly code: string } & Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const opensWhen = neededFor(terms.base).map((name) => ({ name }));
    const body = { ...NEXT_VERSION, validFrom: TODAY, minimum: CNY('100.00'), opensWhen, ...terms };
    const { status, text } = await this.post('/v1/financing/products', body);
    if (status !== 201) throw new Error(text);
  }

  /** Principal, interest and fees that the seller owes by the books. */
  async owedInTheBooks(): Promise<string[]> {
    const { desk } = this.lending;
    const codes = ['loan_principal', 'interest', 'fees'] as const;
    return Promise.all(codes.map((code) => desk.posted(code, desk.sellerId)));
  }

  /** Moves the tenant's clock. */
  async clock(day: LocalDate): Promise<void> {
    const { status, text } = await this.client.post('/v1/sandbox/clock', { now: `${day}T01:00:00.000Z` });
    if (status >= 300) throw new Error(text);
  }
}
