import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { Decimal } from '../../../kernel/decimal.js';
import { CHINA, dateInZone, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { expectedPaymentDay } from '../../../kernel/payment-day.js';
import { foreignBalances } from '../../../ledger/index.js';
import { OrderBook } from '../../../orders/index.js';
import { presentOf } from '../../../platform/database/present.js';
import { type View } from '../../../platform/database/session.js';
import { cursorId, cursorOf, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { type Bucketing, type ExposureTable, exposureTable } from '../../domain/exposures/exposure-buckets.js';
import {
  certain,
  coverExposures,
  type ExposureItem,
  type ExposureSource,
  type OpenForward,
} from '../../domain/exposures/exposure-item.js';
import { interestFrom } from '../../domain/exposures/hedge-interest.js';
import { type HedgeSuggestion, suggestHedges } from '../../domain/exposures/hedge-suggestion.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { type Scenario, type WhatIf, whatIf } from '../../domain/exposures/what-if.js';
import { type AmountFact, bookedFacts, heldFacts, owedFacts } from '../../entities/exposure-facts.table.js';
import { Board, type KnownBoard } from '../conversions/board.js';
import { Curves } from '../forwards/curves.js';
import { openForwards } from '../forwards/open-forwards.js';
import { withoutOrder } from './held-without-order.js';

export interface ExposureFilter {
  readonly sellerId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly currency?: string | undefined;
  /** Due on this day at the latest. */
  readonly to?: LocalDate | undefined;
}

/** What the market is taken from. */
export interface Market {
  readonly board: KnownBoard;
  /** Young enough to deal at. */
  readonly isFresh: boolean;
}

/** The answer of a question about exposures, with the day and the market that it was worked out at. */
export interface Exposed<Answer> {
  readonly answer: Answer;
  readonly asOf: LocalDate;
  readonly market: Market;
}

interface Looked extends Market {
  readonly today: LocalDate;
  readonly items: readonly ExposureItem[];
}

/** What of sellers’ and orders’ foreign currency the market still decides, and what could be done about it. Reads only. */
@Injectable()
export class Exposures {
  constructor(
    private readonly board: Board,
    private readonly orders: OrderBook,
    private readonly clock: Clock,
    private readonly curves: Curves,
  ) {}

  async table(view: View, filter: ExposureFilter, bucketing: Bucketing): Promise<Exposed<ExposureTable>> {
    const looked = await this.look(view, filter);
    const { items, today, board } = looked;
    return exposed(looked, exposureTable(items, { today, bucketing, prices: board.lines }));
  }

  /** By the day on which they are due. */
  async items(view: View, filter: ExposureFilter, query: PageQuery): Promise<Exposed<Page<ExposureItem>>> {
    const looked = await this.look(view, filter);
    const after = query.cursor === undefined ? '' : cursorId(query.cursor);
    const placed = looked.items
      .map((item) => ({ item, place: placeOf(item) }))
      .filter(({ place }) => place > after)
      .toSorted((left, right) => (left.place < right.place ? -1 : 1));
    const shown = placed.slice(0, query.limit ?? 50);
    const last = shown.at(-1);
    const nextCursor = placed.length > shown.length && last !== undefined ? cursorOf(last.place) : null;
    return exposed(looked, { data: shown.map(({ item }) => item), nextCursor });
  }

  /** What is open, and what a move of the market would do to the margins that the orders expect. */
  async whatIf(view: View, filter: ExposureFilter, scenarios: readonly Scenario[]): Promise<Exposed<WhatIf>> {
    const looked = await this.look(view, filter);
    const open = looked.items.filter((item) => !item.open.isZero());
    const orderIds = [...new Set(open.flatMap(({ orderId }) => orderId ?? []))];
    const margins = await this.orders.expectedMargins(view, orderIds);
    const byOrder = new Map(margins.map((margin) => [margin.orderId, margin]));
    return exposed(looked, whatIf(open, scenarios, { prices: looked.board.lines, margins: byOrder }));
  }

  async hedges(
    view: View,
    filter: ExposureFilter,
    { share, interest }: { readonly share: Decimal; readonly interest: ReadonlyMap<string, Decimal> },
  ): Promise<Exposed<readonly HedgeSuggestion[]>> {
    const looked = await this.look(view, filter);
    const { items, today, board } = looked;
    const currencies = [HOME, ...new Set(items.map(({ amount }) => amount.currency))];
    const interestOf = interestFrom(interest, await this.curves.known(view, currencies, today), today);
    return exposed(looked, suggestHedges(items, { today, share, prices: board.lines, interestOf }));
  }

  /** Forwards of a seller cover its earliest amounts first, so all of a seller’s are looked at before some are shown. */
  private async look(view: View, { sellerId, orderId, currency, to }: ExposureFilter): Promise<Looked> {
    const now = await presentOf(view, this.clock);
    const today = dateInZone(now, CHINA);
    const board = await this.board.read(view);
    const forwards = await openForwards(view, { sellerId });
    const items = coverExposures(await sourcesOf(view, sellerId, today), forwards.map(forwardOf));
    const shown = items.filter(
      (item) =>
        (orderId === undefined || item.orderId === orderId) &&
        (currency === undefined || item.amount.currency === currency) &&
        (to === undefined || item.due.dueOn <= to),
    );
    return { today, items: shown, board, isFresh: this.board.isFresh(board, now) };
  }
}

async function sourcesOf(view: View, sellerId: string | undefined, today: LocalDate): Promise<ExposureSource[]> {
  const owed = await owedFacts(view, sellerId);
  const held = await heldFacts(view, sellerId);
  const booked = await bookedFacts(view, sellerId);
  const funds = await foreignBalances(view, 'client_funds', { partyId: sellerId });
  const dues = await foreignBalances(view, 'client_dues', { partyId: sellerId, byOrder: true });
  const atHand = certain(today, 'on_hand');
  const as =
    (kind: 'held' | 'conversion') =>
    (fact: AmountFact): ExposureSource => ({ ...fact, kind, due: atHand });
  return [
    ...owed.map(({ orderId, sellerId: seller, owed: amount, placedAt, readyOn, departedOn }): ExposureSource => {
      const days = { placedOn: dateInZone(placedAt, CHINA), readyOn, departedOn };
      return {
        id: orderId,
        kind: 'receivable',
        sellerId: seller,
        orderId,
        amount,
        due: expectedPaymentDay(days, today),
      };
    }),
    ...held.map(as('held')),
    ...withoutOrder(funds, held).map(as('held')),
    ...booked.map(as('conversion')),
    ...dues.map(({ partyId, orderId, posted }): ExposureSource => {
      return {
        id: orderId ?? partyId,
        kind: 'dues',
        sellerId: partyId,
        orderId,
        amount: posted.negated(),
        due: atHand,
      };
    }),
  ];
}

function forwardOf(forward: Awaited<ReturnType<typeof openForwards>>[number]): OpenForward {
  return { ...forward, rate: new Decimal(forward.rate) };
}

function exposed<Answer>({ today, board, isFresh }: Looked, answer: Answer): Exposed<Answer> {
  return { answer, asOf: today, market: { board, isFresh } };
}

const EPOCH = '1970-01-01';

/** Where an item stands in the list, as an id: by day, then by what it is of, the same as long as it is there. */
function placeOf({ due, kind, id, amount }: ExposureItem): string {
  const day = Math.max(0, daysBetween(EPOCH, due.dueOn)).toString(16).padStart(8, '0');
  const rest = createHash('sha256').update(`${kind}/${id}/${amount.currency}`).digest('hex').slice(0, 24);
  return `${day}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8, 12)}-${rest.slice(12)}`;
}
