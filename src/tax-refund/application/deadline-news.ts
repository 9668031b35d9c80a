import { publicId } from '../../kernel/ids.js';
import { daysBetween, type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { type DeadlineState } from '../domain/deadline-kinds.js';
import { type DeadlineNews } from '../domain/deadline-standing.js';
import { type Deadline } from '../entities/deadlines.table.js';

/** Tells of a deadline; that it was missed stands in the audit too. */
export function announceDeadline(
  tx: Tx,
  deadline: Deadline,
  news: DeadlineNews,
  today: LocalDate,
  from: DeadlineState | null,
): void {
  const { id, orderId, kind, dueOn, entryNumber, atStake } = deadline;
  const resource = { type: 'deadline' as const, id };
  const about = { kind, dueOn, entryNumber, sellerId: publicId('party', deadline.sellerId) };
  const changed = ['state'];
  switch (news) {
    case 'approaching': {
      const data = { ...about, alertDays: deadline.alerted ?? 0, daysLeft: daysBetween(today, dueOn) };
      publish(tx, { type: 'tax_refund.deadline.approaching', resource, orderId, changed: [], data });
      return;
    }
    case 'at_risk': {
      const data = { ...about, daysLeft: daysBetween(today, dueOn) };
      publish(tx, { type: 'tax_refund.deadline.at_risk', resource, orderId, changed, data });
      return;
    }
    case 'overdue':
      noteMissed(tx, deadline, from);
      publish(tx, { type: 'tax_refund.deadline.overdue', resource, orderId, changed, data: about });
      return;
    case 'deemed_domestic': {
      noteMissed(tx, deadline, from);
      if (atStake === null) throw new Error(`Nothing is at stake by deadline ${id}`);
      const { outputVat, fobCny } = atStake;
      publish(tx, {
        type: 'tax_refund.case.deemed_domestic',
        resource,
        orderId,
        changed,
        data: { ...about, outputVat, fobCny },
      });
    }
  }
}

function noteMissed(tx: Tx, { id, orderId, kind, dueOn, state }: Deadline, from: DeadlineState | null): void {
  audit(tx, {
    action: 'tax_refund.deadline.miss',
    resourceType: 'deadline',
    resourceId: id,
    from,
    to: state,
    details: { kind, dueOn, order: publicId('order', orderId) },
  });
}
