import { Injectable } from '@nestjs/common';

import { addDays } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type View } from '../../../platform/database/session.js';
import { among, equal, type DatedPageQuery, mapPage, page, type Page } from '../../../platform/http/paging.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import {
  type CarryingMovement,
  MOVEMENT_COLUMNS,
  movementOf,
  type MovementRow,
} from '../../entities/carrying.table.js';
import {
  type OrderResult,
  realisedByOrder,
  type ResultFilter,
  type UnrealisedResult,
  unrealisedByCurrency,
  type UnvaluedExchange,
  unvaluedExchanges,
} from '../../entities/results.table.js';

/** What exchanges in one currency brought. */
export interface CurrencyResult extends Omit<OrderResult, 'orderId'> {
  readonly currency: string;
}

/** What the ledger says of the same days. */
export interface BookedResults {
  readonly realised: Money;
  readonly unrealised: Money;
  /** Of `realised`: from other than exchanges of orders, such as forwards that were closed out. */
  readonly elsewhere: Money;
}

export interface FxResultSummary {
  readonly realised: readonly CurrencyResult[];
  readonly unrealised: readonly UnrealisedResult[];
  readonly realisedTotal: Money;
  readonly unrealisedTotal: Money;
  /** Null where only a part is looked at that the books do not keep apart. */
  readonly books: BookedResults | null;
  /** The latest hundred. */
  readonly orders: readonly OrderResult[];
  readonly ordersLeftOff: number;
  readonly unvalued: readonly UnvaluedExchange[];
}

export interface MovementFilter {
  readonly orderId?: string | undefined;
  readonly sellerId?: string | undefined;
  readonly kind?: string | undefined;
}

const ORDERS_MAX = 100;

/** Gains and losses by exchange rates: those that were made, apart from those that are only reckoned. */
@Injectable()
export class FxResults {
  constructor(private readonly ledger: Ledger) {}

  async summary(view: View, filter: ResultFilter): Promise<FxResultSummary> {
    const orders = await realisedByOrder(view, filter);
    const unrealised = await unrealisedByCurrency(view, filter);
    const realisedTotal = sumOf(orders.map(({ result }) => result));
    const unrealisedTotal = sumOf(unrealised.map(({ booked, reversed }) => booked.minus(reversed)));
    return {
      realised: byCurrency(orders),
      unrealised,
      realisedTotal,
      unrealisedTotal,
      books: await this.books(view, filter, realisedTotal),
      orders: orders.slice(0, ORDERS_MAX),
      ordersLeftOff: Math.max(0, orders.length - ORDERS_MAX),
      unvalued: await unvaluedExchanges(view, filter),
    };
  }

  async movements(
    view: View,
    query: DatedPageQuery,
    { orderId, sellerId, kind }: MovementFilter,
  ): Promise<Page<CarryingMovement>> {
    const conditions = [...equal('order_id', orderId), ...equal('party_id', sellerId), ...among('kind', kind)];
    const options = { table: 'fx.carrying_movement', columns: MOVEMENT_COLUMNS, query, conditions };
    return mapPage(await page<MovementRow>(view, options), movementOf);
  }

  private async books(view: View, filter: ResultFilter, realisedTotal: Money): Promise<BookedResults | null> {
    const { from, to, orderId, sellerId, currency } = filter;
    if (orderId !== undefined || sellerId !== undefined || currency !== undefined) return null;
    const within = async (code: 'fx_result' | 'fx_unrealised'): Promise<Money> => {
      const until = (valueDate: string) => this.ledger.balance(view, { code, currency: HOME, asOf: { valueDate } });
      const [end, start] = [await until(to), await until(addDays(from, -1))];
      return end.posted.minus(start.posted);
    };
    const realised = await within('fx_result');
    return { realised, unrealised: await within('fx_unrealised'), elsewhere: realised.minus(realisedTotal) };
  }
}

function byCurrency(orders: readonly OrderResult[]): CurrencyResult[] {
  const groups = Map.groupBy(orders, ({ sold }) => sold.currency);
  return [...groups.keys()].toSorted().map((currency) => {
    const own = groups.get(currency) ?? [];
    return {
      currency,
      sold: Money.sum(
        own.map(({ sold }) => sold),
        currency,
      ),
      carried: sumOf(own.map(({ carried }) => carried)),
      brought: sumOf(own.map(({ brought }) => brought)),
      result: sumOf(own.map(({ result }) => result)),
    };
  });
}

function sumOf(amounts: readonly Money[]): Money {
  return Money.sum(amounts, HOME);
}
