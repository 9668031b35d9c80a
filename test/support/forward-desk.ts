import { type MoneyJson } from '../../src/kernel/money.js';
import { type ApiAnswer } from './api-client.js';
import { type Problem } from './fx-answers.js';
import { FxDesk, key } from './fx-desk.js';
import { eventually, type TestPlatform } from './test-platform.js';

const OVER = ['delivered', 'closed_out'];

interface ForwardQuoteBody {
  readonly id: string;
  readonly state: string;
  readonly side: string;
  readonly rate: string | null;
  readonly closeRate: string | null;
  readonly result: MoneyJson | null;
  readonly deposit: MoneyJson | null;
}
export interface ForwardBody {
  readonly id: string;
  readonly side: string;
  readonly state: string;
  readonly rate: string;
  readonly orderId: string | null;
  readonly delivered: MoneyJson;
  readonly moving: MoneyJson;
  readonly open: MoneyJson;
  readonly held: MoneyJson;
  readonly setAside: MoneyJson;
  readonly reason: string | null;
  readonly excess: MoneyJson;
  readonly rolledFrom: string | null;
  readonly moves: readonly {
    kind: string;
    state: string;
    nextId: string | null;
    conversionId: string | null;
    reason: string | null;
    result: MoneyJson;
  }[];
}

const USUAL = { unit: '100', spotBuy: '708.12', cashBuy: '702.36', spotSell: '711.10', cashSell: '711.10' };
const EUR = { ...USUAL, currency: 'EUR', spotBuy: '818.40', spotSell: '824.42' };

export const usd = (amount: string): MoneyJson => ({ amount, currency: 'USD' });

/** Who deals forward at a desk. */
export class ForwardDesk {
  constructor(
    private readonly platform: TestPlatform,
    readonly fx: FxDesk,
  ) {}

  static async open(platform: TestPlatform): Promise<ForwardDesk> {
    return new ForwardDesk(platform, await FxDesk.open(platform));
  }

  /** With deposits of such a share. */
  async arrange(depositShare: string): Promise<void> {
    const terms = {
      ...{ validFrom: '2026-01-01', spread: '0.001', depositShare, lockSeconds: 600, source: 'Test' },
      ...{ curveMaxAgeDays: 1, daysMax: 366, noticeDays: ['3'] },
    };
    const answer = await this.fx.tenant.client.post('/v1/fx/forward-terms', terms, key());
    if (answer.status !== 201) throw new Error(answer.text);
  }

  async setClock(now: string): Promise<void> {
    const answer = await this.fx.tenant.client.post('/v1/sandbox/clock', { now }, key());
    if (answer.status !== 200) throw new Error(answer.text);
  }

  /** The bank's board, and ours once it has come: one that was on its way may be told before it. */
  async moveBoard(change: object = {}): Promise<void> {
    const dollar = { ...USUAL, currency: 'USD', ...change };
    await this.fx.control('PUT', '/control/fx/board', { quotes: [dollar, EUR] });
    const probe = async (): Promise<string | undefined> => {
      await this.platform.rows(
        `UPDATE fx.board SET fetched_at = NULL, requested_at = now() - interval '1 hour' WHERE tenant_id = $1`,
        [this.fx.tenant.tenantId],
      );
      await this.fx.quote({ sell: usd('1.00'), sellerId: this.fx.sellerId });
      const { quotes } = await this.fx.get<{ quotes: { currency: string; spotBuy: string }[] }>('/v1/fx/board');
      return quotes.find(({ currency }) => currency === 'USD')?.spotBuy;
    };
    await eventually(probe, (spotBuy) => spotBuy === dollar.spotBuy);
  }

  /** The seller owes it on an order, or on none, as the freight service books it. */
  owe(orderId: string | null, amount: string, currency = 'USD'): Promise<void> {
    const legs = [
      ['client_dues', amount],
      ['clearing_carrier', `-${amount}`],
    ] as const;
    return this.fx.book(orderId, legs, currency);
  }

  /** So much of it is owed no more. */
  forgive(orderId: string | null, amount: string, currency = 'USD'): Promise<void> {
    const legs = [
      ['clearing_carrier', amount],
      ['client_dues', `-${amount}`],
    ] as const;
    return this.fx.book(orderId, legs, currency);
  }

  /** The seller has CNY besides. */
  fund(orderId: string, amount: string): Promise<void> {
    const legs = [
      ['clearing_lender', amount],
      ['client_funds', `-${amount}`],
    ] as const;
    return this.fx.book(orderId, legs, 'CNY');
  }

  /** Asks until board and curves are there. */
  ask<Body = ForwardQuoteBody>(body: object): Promise<ApiAnswer<Body>> {
    return eventually(
      () => this.fx.tenant.client.post<Body>('/v1/fx/forward-quotes', body, key()),
      ({ status }) => status !== 503,
    );
  }

  async quoted(body: object): Promise<ForwardQuoteBody> {
    const answer = await this.ask(body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  contract(quoteId: string, query = ''): Promise<ApiAnswer<ForwardBody & Problem>> {
    return this.fx.tenant.client.post(`/v1/fx/forwards${query}`, { quoteId }, key());
  }

  command(id: string, name: string, body: object = {}): Promise<ApiAnswer<ForwardBody & Problem>> {
    return this.fx.tenant.client.post(`/v1/fx/forwards/${id}/${name}`, body, key());
  }

  forward(id: string, holds: (found: ForwardBody) => boolean = () => true): Promise<ForwardBody> {
    return eventually(
      () => this.fx.get<ForwardBody>(`/v1/fx/forwards/${id}`),
      (found) => holds(found) && isOfOneMoment(found),
    );
  }

  /** A new contract that the bank has booked. */
  async booked(wish: object): Promise<ForwardBody> {
    const made = await this.contract((await this.quoted({ purpose: 'new', ...wish })).id);
    if (made.status !== 201) throw new Error(made.text);
    return this.forward(made.body.id, ({ state }) => state === 'booked');
  }
}

/** A forward's moves are read before it: of one that is over they may be of a moment ago. */
function isOfOneMoment({ state, moves }: ForwardBody): boolean {
  return !OVER.includes(state) || moves.every((move) => move.state !== 'pending');
}
