import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type TradeCreditReport } from '../../entities/trade-credit-report.entity.js';

export type CreditNews = 'due' | 'late' | 'reported' | 'corrected' | 'not_needed';

/** What has become of a report of trade credit. */
export function announceCredit(tx: Tx, report: TradeCreditReport, news: CreditNews): void {
  const { id, orderId, type, amount, reportBy, state } = report;
  publish(tx, {
    type: `fx.trade_credit_report.${news}`,
    resource: { type: 'tradeCreditReport', id },
    orderId,
    changed: news === 'late' ? [] : ['state'],
    data: { kind: type, amount: amount.toJSON(), reportBy },
  });
  if (news === 'late') return;
  audit(tx, { action: `trade_credit_report.${news}`, resourceType: 'tradeCreditReport', resourceId: id, to: state });
}
