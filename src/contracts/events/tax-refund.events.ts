import { money } from './amount.js';
import { day, event, instant, text } from './shape.js';

const REFUND = money('9203.54', 'CNY');

export const TAX_REFUND_EVENTS = {
  'tax_refund.invoice.recorded': event(['invoice'], 'a VAT invoice was recorded', '已登记增值税发票', {
    total: money('80000.00', 'CNY'),
  }),
  'tax_refund.claim.matched': event(
    ['claim'],
    'declaration, invoice and collection agree; the claim can be filed, and financed',
    '报关单、发票与收汇一致；可申报退税，也可融资',
    { refund: REFUND, nonRefundableVat: money('0.00', 'CNY'), exportDate: day('2026-11-26') },
  ),
  'tax_refund.claim.filed': event(['claim'], 'sent to the tax bureau', '已向税务机关申报', { refund: REFUND }),
  'tax_refund.claim.accepted': event(['claim'], 'the bureau took it, with its number', '税务机关已受理，附受理号', {
    acceptanceNumber: text('SL202611260001'),
  }),
  'tax_refund.claim.queried': event(['claim'], 'the bureau asks (函调)', '税务机关函调', {
    reason: text('The supplier is being asked'),
  }),
  'tax_refund.claim.approved': event(['claim'], 'approved', '审核通过', { refund: REFUND }),
  'tax_refund.claim.rejected': event(['claim'], 'refused, with the reason', '不予退税，附原因', {
    reason: text('The invoice was voided'),
  }),
  'tax_refund.claim.paid': event(['claim'], 'the treasury paid', '国库已退付', {
    refund: REFUND,
    treasuryReference: text('GK202612010007'),
  }),
  'tax_refund.claim.overdue': event(
    ['claim'],
    'no answer of the bureau by `expectedBy`',
    '税务机关逾 `expectedBy` 未答复',
    {
      state: text('filed'),
      expectedBy: instant('2026-11-25T08:00:00.000Z'),
    },
  ),
} as const;
