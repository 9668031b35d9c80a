import { money } from './amount.js';
import { REASON } from './cause.js';
import { event, instant, integer, nullable, object, text, type ValueOf } from './shape.js';

/** What is asked for, and about what. */
const ASKED = {
  command: text('fx.payout', 'What is to be done'),
  subject: object({ type: text('payout'), id: text('pay_01m86mfg92esn8mhffhbvgn20z') }, 'What it is to be done to'),
  amount: nullable(money('71000.00', 'CNY', 'Null where nobody can say how much it is about')),
} as const;
export type ApprovalAsked = ValueOf<typeof ASKED>;

export const APPROVALS_EVENTS = {
  'approvals.request.created': event(
    ['approval'],
    'a step waits for a [second person](approvals.md) until `expiresAt`',
    '某一步骤须在 `expiresAt` 前由第二人审批',
    { ...ASKED, expiresAt: instant('2026-11-26T08:00:00.000Z'), approversNeeded: integer(1) },
  ),
  'approvals.request.approved': event(
    ['approval'],
    'approved by as many as were needed; the step is taken next',
    '已由足够人数审批通过，随即执行',
    ASKED,
  ),
  'approvals.request.refused': event(['approval'], 'somebody said no, with the reason', '审批被拒及原因', {
    ...ASKED,
    ...REASON,
  }),
  'approvals.request.expired': event(['approval'], 'nobody decided in time', '逾期无人审批', ASKED),
  'approvals.request.withdrawn': event(
    ['approval'],
    'taken back, or what was asked for has changed, with the reason',
    '已撤回，或所申请的内容已变更，及原因',
    { ...ASKED, ...REASON },
  ),
} as const;
