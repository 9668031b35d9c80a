import { told } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type OrderFilingCommand, type OrderFilingState } from '../domain/order-filing-status.js';
import { type OrderFiling } from '../entities/order-filing.entity.js';
import { ASK_ORDER_FILING } from '../jobs/ask-order-filing.job.js';

/** Writes down who moved the filing of an order from where to where. */
export function noteFiling(
  tx: Tx,
  command: OrderFilingCommand | 'open' | 'ask',
  { id, state, attempt, findings }: OrderFiling,
  from: OrderFilingState | null,
): void {
  const details = { attempt, findings: findings.map(({ rule, pointer }) => ({ rule, pointer })) };
  audit(tx, {
    action: `customs.order_filing.${command}`,
    resourceType: 'orderFiling',
    resourceId: id,
    from,
    to: state,
    details,
  });
}

const about = ({ id, orderId }: OrderFiling, changed: readonly string[]) => ({
  resource: { type: 'orderFiling', id } as const,
  orderId,
  changed,
});

/** It cannot be sent as it is: somebody must act. */
export function announceHeld(tx: Tx, filing: OrderFiling): void {
  const { supervisionMode, findings } = filing;
  publish(tx, {
    type: 'customs.order_filing.held',
    ...about(filing, ['state', 'findings']),
    creates: true,
    data: { supervisionMode, faults: findings.length },
  });
}

export function announceSent(tx: Tx, filing: OrderFiling, creates: boolean): void {
  const { attempt, paper } = filing;
  publish(tx, {
    type: 'customs.order_filing.sent',
    ...about(filing, ['state', 'attempt']),
    creates,
    data: { attempt, orderNo: paper.orderNo },
  });
}

export function announceAnswered(tx: Tx, filing: OrderFiling): void {
  const { attempt, state, paper, customsSaid, findings } = filing;
  if (state === 'accepted') {
    const data = { attempt, orderNo: paper.orderNo };
    publish(tx, { type: 'customs.order_filing.accepted', ...about(filing, ['state']), data });
    return;
  }
  const [why] = findings;
  const ours = customsSaid === null && typeof why?.detail === 'object' && 'code' in why.detail ? why.detail : null;
  const reason = customsSaid ?? (ours === null ? '' : told(ours, 'en'));
  const data = { attempt, orderNo: paper.orderNo, reason, ...(ours !== null && { causes: [ours] }) };
  publish(tx, { type: 'customs.order_filing.refused', ...about(filing, ['state', 'findings']), data });
}

/** Promises to look after it when nothing has come by `expectedBy`. */
export function awaitOrderAnswer(tx: Tx, { id, expectedBy }: OrderFiling): void {
  if (expectedBy === null) return;
  const wait = { orderFilingId: id, expectedBy: expectedBy.toISOString() };
  enqueue(tx, ASK_ORDER_FILING, wait, { dueAt: expectedBy });
}
