import { Injectable } from '@nestjs/common';

import { type Track } from '../../contracts/events/orders.events.js';
import { type Tx } from '../../platform/database/session.js';
import { EventLog } from '../../platform/outbox/event-log.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { marginOf } from '../domain/margin.js';
import { overallState, TRADE_ORDER } from '../domain/order-state.js';
import { type ServiceEvent } from '../domain/service-event.js';
import { type OrderState, type TradeOrder } from '../domain/trade-order.js';
import { TRACKS, type TrackStates } from '../domain/track-lives.js';
import { type Standing, standingOf, tracksAtStart } from '../domain/tracks.js';
import { type HeadRow, HEAD_COLUMNS, headOf, type OrderHead, readOrder } from './order-rows.js';
import { moveOrder } from './order-writes.js';
import { toServiceEvents, TRACKED_EVENTS } from './service-events.js';

/** In the order of their ids, so that two who hold several never wait for each other. */
const HOLD_HEADS = `
  SELECT ${HEAD_COLUMNS} FROM orders.trade_order
  WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR NO KEY UPDATE`;

const COMMAND = {
  placed: null,
  in_progress: 'proceed',
  attention: 'stop',
  closed: 'close',
  draft: null,
  cancelled: null,
} as const;

/** Keeps the tracks and the overall state of an order in step with what the services have published. */
@Injectable()
export class OrderTracks {
  /**
   * Reads the logs of these orders anew and writes what has changed. It does not matter which event called for it, nor
   * how often: the log is the truth, and its order is that of publication.
   * @param calls what each order is written with, by its id; all of one transaction
   */
  async refresh(calls: ReadonlyMap<string, Tx>): Promise<void> {
    const [reader] = calls.values();
    if (reader === undefined) return;
    const ids = [...calls.keys()];
    // One round trip; the logs are read when the rows are held, so nothing that was published before is missed.
    const [rows, logs] = await Promise.all([
      reader.query<HeadRow>(HOLD_HEADS, [reader.tenantId, ids]),
      EventLog.ofOrders(reader, ids, TRACKED_EVENTS),
    ]);
    if (rows.length !== ids.length) throw new Error(`There are no such orders among ${ids.join(', ')}`);
    await Promise.all(
      rows.map(async (row) => {
        const tx = calls.get(row.id);
        if (tx !== undefined) await this.follow(tx, headOf(row), toServiceEvents(logs.get(row.id) ?? []));
      }),
    );
  }

  private async follow(tx: Tx, order: OrderHead, log: readonly ServiceEvent[]): Promise<void> {
    if (order.state === 'closed') {
      await this.followClosed(tx, order, log);
      return;
    }
    if (!TRADE_ORDER.allows(order.state, 'proceed')) return;
    const standing = standingOf(tracksAtStart(order), order.value.currency, log);
    const state = moved(order.state, standing);
    if (state === order.state && !hasMoved(order, standing)) return;
    await this.write(tx, order, state, standing, log);
  }

  /** A closed order stays closed; but a payout that comes back late is told where its money is looked for. */
  private async followClosed(tx: Tx, order: OrderHead, log: readonly ServiceEvent[]): Promise<void> {
    const { fx } = standingOf(tracksAtStart(order), order.value.currency, log).tracks;
    if (fx === order.tracks.fx) return;
    const tracks = { ...order.tracks, fx };
    await moveOrder(tx, order.id, { ...order, tracks });
    announce(tx, order, 'fx', tracks);
  }

  private async write(
    tx: Tx,
    order: OrderHead,
    state: OrderState,
    { tracks, customsBinds }: Standing,
    log: readonly ServiceEvent[],
  ): Promise<void> {
    const closes = state === 'closed';
    const move = moveOrder(tx, order.id, { ...order, state, tracks, customsBinds, closedAt: closes ? tx.now : null });
    const [full] = await Promise.all([closes ? readOrder(tx, order.id) : null, move]);
    for (const track of TRACKS) announce(tx, order, track, tracks);
    if (state !== order.state) {
      audit(tx, {
        action: `orders.${state}`,
        resourceType: 'order',
        resourceId: order.id,
        from: order.state,
        to: state,
      });
    }
    if (full !== null) announceClosing(tx, { ...full, tracks }, log);
  }
}

function moved(from: OrderState, standing: Standing): OrderState {
  const state = overallState(standing);
  const command = COMMAND[state];
  return command === null ? state : TRADE_ORDER.next(from, command);
}

type Stands = Pick<Standing, 'tracks' | 'customsBinds'>;

function hasMoved(before: Stands, after: Stands): boolean {
  return (
    before.customsBinds !== after.customsBinds || TRACKS.some((track) => before.tracks[track] !== after.tracks[track])
  );
}

function announce(tx: Tx, { id, tracks: before }: OrderHead, track: Track, after: TrackStates): void {
  if (before[track] === after[track]) return;
  publish(tx, {
    type: 'orders.order.track_changed',
    resource: { type: 'order', id },
    orderId: id,
    changed: [`tracks.${track}`],
    data: { track, from: before[track], to: after[track] },
  });
}

function announceClosing(tx: Tx, order: TradeOrder, log: readonly ServiceEvent[]): void {
  const { actual } = marginOf(order, log);
  publish(tx, {
    type: 'orders.order.closed',
    resource: { type: 'order', id: order.id },
    orderId: order.id,
    changed: ['state'],
    data: { margin: actual.margin.toJSON() },
  });
}
