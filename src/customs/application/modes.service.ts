import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Clock } from '../../kernel/clock.js';
import { Decimal } from '../../kernel/decimal.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { OrderBook } from '../../orders/index.js';
import { presentOf } from '../../platform/database/present.js';
import { type View } from '../../platform/database/session.js';
import { type Eligibility, eligibility, type TradeFacts } from '../domain/modes/eligibility.js';
import { type Direction, type SupervisionMode } from '../domain/modes/mode.js';
import { type Preparation, preparationsOf } from '../domain/modes/preparations.js';
import { filedOrder } from '../entities/order-filings.table.js';
import { type Question, QUESTION_NAMES } from '../domain/modes/questions.js';

/** What the caller says of a trade; what they leave out is taken from the order, where one is named. */
export interface TradeQuestion {
  readonly orderId: string | undefined;
  readonly direction: Direction | undefined;
  readonly on: LocalDate | undefined;
  readonly value: Money | undefined;
  readonly singleItem: boolean;
  readonly purchasedThisYear: Money | undefined;
  readonly answers: Readonly<Partial<Record<Question, boolean | undefined>>>;
}

export interface JudgedTrade extends Eligibility {
  readonly direction: Direction;
  readonly on: LocalDate;
  /** What is to be set up, or has been; none where the mode has no trade in this direction. */
  readonly preparations: readonly Preparation[];
}

const PROFILES = `
  SELECT count(*)::int AS count FROM customs.ecommerce_profile
  WHERE tenant_id = $1 AND direction = $2 AND supervision_mode = $3`;

/** Holds a trade against the conditions of a supervision mode. */
@Injectable()
export class Modes {
  constructor(
    private readonly orders: OrderBook,
    private readonly clock: Clock,
  ) {}

  /** @throws ResourceNotFoundError when the tenant has no such order */
  async judge(view: View, mode: SupervisionMode, asked: TradeQuestion): Promise<JudgedTrade> {
    const order = asked.orderId === undefined ? null : await this.orders.snapshot(view, asked.orderId);
    const facts = factsOf(asked, order, asked.on ?? (await this.today(view)));
    const judged = eligibility(mode, facts);
    const preparations = await this.preparations(view, mode, judged, asked.orderId);
    return { ...judged, direction: facts.direction, on: facts.on, preparations };
  }

  private async preparations(
    view: View,
    mode: SupervisionMode,
    { trade }: Eligibility,
    orderId: string | undefined,
  ): Promise<Preparation[]> {
    if (trade === null) return [];
    const [found] = await view.query<{ count: number }>(PROFILES, [view.tenantId, trade.direction, mode.code]);
    const isOrderAccepted = orderId === undefined ? null : (await filedOrder(view, orderId))?.state === 'accepted';
    return preparationsOf(mode, trade, { profiles: found?.count ?? 0, isOrderAccepted });
  }

  private async today(view: View): Promise<LocalDate> {
    return dateInZone(await presentOf(view, this.clock), CHINA);
  }
}

/** An order is an export; its seller's registration and its planning rate count for what is not said. */
function factsOf(asked: TradeQuestion, order: OrderSnapshot | null, on: LocalDate): TradeFacts {
  const known: Partial<Record<Question, boolean>> =
    order === null ? {} : { registered: order.seller.customsCode !== '' };
  const answers = QUESTION_NAMES.map((name) => [name, asked.answers[name] ?? known[name] ?? null]);
  return {
    direction: asked.direction ?? 'export',
    on,
    value: asked.value ?? (order === null ? null : Money.fromJSON(order.value)),
    cnyRate: order !== null && asked.value === undefined ? new Decimal(order.fx.planRate) : null,
    singleItem: asked.singleItem,
    purchasedThisYear: asked.purchasedThisYear ?? null,
    answers: Object.fromEntries(answers) as TradeFacts['answers'],
  };
}
