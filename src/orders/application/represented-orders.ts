import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { type Caller } from '../../platform/database/caller.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { listMandates, type Mandate } from '../../platform/auth/mandates/mandate-rows.js';
import { scopesUnder } from '../../platform/auth/mandates/mandate-rules.js';
import { type Page, type PageQuery } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { ORDER_STATES, type OrderState } from '../domain/trade-order.js';

/** What can be counted of one tenant without anybody waiting for it; more than that is told as this. */
export const COUNTED_MAX = 1_000;

/** Off the index on the state, and of each state no more than is told. */
const COUNT = `
  SELECT s.state, (SELECT count(*) FROM (
           SELECT 1 FROM orders.trade_order o WHERE o.tenant_id = $1 AND o.state = s.state LIMIT ${COUNTED_MAX}) AS found)::int AS count
  FROM unnest($2::text[]) AS s (state)`;

export interface StateCount {
  readonly state: OrderState;
  readonly count: number;
}

/** A tenant that the caller may act for, and how its orders stand: none where the caller may not read them. */
export interface Represented {
  readonly mandate: Mandate;
  readonly orders: readonly StateCount[];
}

/** An integrator's view of the tenants it acts for: its mandates by its own right, their orders by each mandate. */
@Injectable()
export class RepresentedOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(caller: Principal, query: PageQuery): Promise<Page<Represented>> {
    const { data, nextCursor } = await this.unitOfWork.read(caller, (view) =>
      listMandates(view, query, { role: 'received', state: 'active' }),
    );
    const represented: Represented[] = [];
    const now = this.clock.now();
    // One after the other: a page of them shall not take every connection.
    for (const mandate of data.filter(({ expiresAt }) => expiresAt > now))
      represented.push({ mandate, orders: await this.ordersOf(caller, mandate) });
    return { data: represented, nextCursor };
  }

  private async ordersOf(own: Principal, { grantorId, scopes }: Mandate): Promise<readonly StateCount[]> {
    if (!scopesUnder(own.scopes, scopes).has('orders:read')) return [];
    const caller: Caller = { tenantId: grantorId, actor: own.actor, traceparent: own.traceparent };
    return this.unitOfWork.read(caller, (view) => view.query<StateCount>(COUNT, [grantorId, ORDER_STATES]));
  }
}
