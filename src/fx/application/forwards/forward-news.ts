import { publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import { type Reason } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type Forward } from '../../entities/forward.entity.js';
import { type ForwardMove } from '../../entities/forward-move.entity.js';

/** What is told of forwards: to whoever hears events, and to the audit. */
export function noteForward(tx: Tx, { id, state }: Forward, action: string, from: string | null): void {
  audit(tx, { action: `forward.${action}`, resourceType: 'forward', resourceId: id, from, to: state });
}

const about = ({ id, orderId }: Forward) => ({ resource: { type: 'forward', id }, orderId }) as const;

export function announceBooked(tx: Tx, forward: Forward): void {
  const { side, amount, ratePerOne, startsOn, dueOn, deposit } = forward;
  publish(tx, {
    ...about(forward),
    type: 'fx.forward.booked',
    changed: ['state', 'contractNumber'],
    data: { side, amount: amount.toJSON(), rate: ratePerOne.toFixed(), startsOn, dueOn, deposit: deposit.toJSON() },
  });
}

export function announceRefused(tx: Tx, forward: Forward, reason: string): void {
  publish(tx, { ...about(forward), type: 'fx.forward.refused', changed: ['state', 'reason'], data: { reason } });
}

export function announceLapsed(tx: Tx, forward: Forward, { reason, causes }: Reason): void {
  const data = { reason, ...(causes === undefined ? {} : { causes }) };
  publish(tx, { ...about(forward), type: 'fx.forward.lapsed', changed: ['state', 'reason'], data });
}

export function announceMove(tx: Tx, forward: Forward, move: ForwardMove, next: Forward | null): void {
  const { amount, kind, result } = move;
  const [part, open] = [amount.toJSON(), forward.open.toJSON()];
  const news = { ...about(forward), changed: ['state', 'open'] };
  if (kind === 'delivery') {
    const data = { amount: part, rate: forward.ratePerOne.toFixed(), open };
    publish(tx, { ...news, type: 'fx.forward.delivered', data });
  } else if (kind === 'close_out') {
    publish(tx, { ...news, type: 'fx.forward.closed_out', data: { amount: part, result: result.toJSON(), open } });
  } else if (next !== null) {
    const terms = { rate: next.ratePerOne.toFixed(), startsOn: next.startsOn, dueOn: next.dueOn };
    const data = { amount: part, result: result.toJSON(), open, nextId: publicId('forward', next.id), ...terms };
    publish(tx, { ...news, type: 'fx.forward.rolled', data });
  }
}

export function announceMoveRefused(tx: Tx, forward: Forward, { kind, amount, reason }: ForwardMove): void {
  const data = { kind, amount: amount.toJSON(), reason: reason ?? '' };
  publish(tx, { ...about(forward), type: 'fx.forward.move_refused', changed: ['open'], data });
}

export function announceFallingDue(tx: Tx, forward: Forward, daysLeft: number): void {
  const { open, startsOn, dueOn } = forward;
  const data = { open: open.toJSON(), startsOn, dueOn, daysLeft };
  publish(tx, { ...about(forward), type: 'fx.forward.falling_due', changed: [], data });
}

export function announcePastDue(tx: Tx, forward: Forward): void {
  const { open, dueOn } = forward;
  publish(tx, {
    ...about(forward),
    type: 'fx.forward.past_due',
    changed: ['state'],
    data: { open: open.toJSON(), dueOn },
  });
}

/** The bank has not spoken in time. */
export function announceOverdue(tx: Tx, forward: Forward, state: string, expectedBy: Date): void {
  const data = { state, expectedBy: expectedBy.toISOString() };
  publish(tx, { ...about(forward), type: 'fx.forward.overdue', changed: ['expectedBy'], data });
}

/** Contracts of one order, in words for who decides. */
export function inWords(money: Money): string {
  return `${money.toAmountString()} ${money.currency}`;
}
