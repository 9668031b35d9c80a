import { money } from './amount.js';
import { REASON } from './cause.js';
import { day, event, flag, instant, integer, list, object, optional, text, word } from './shape.js';

const REFUND = money('9203.54', 'CNY');

/** The life of a refund claim. */
export const REFUND_CLAIM_EVENTS = {
  'tax_refund.claim.matched': event(
    ['claim'],
    'declaration, invoice and collection agree; the claim can be filed, and financed',
    '报关单、发票与收汇一致；可申报退税，也可融资',
    {
      ...{ refund: REFUND, nonRefundableVat: money('0.00', 'CNY'), exportDate: day('2026-11-26') },
      invoices: optional(
        list(
          text('26332000000012345679'),
          'Numbers of the VAT invoices that it stands on, of old ones behind their codes',
        ),
      ),
    },
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
  'tax_refund.claim.doubted': event(
    ['claim'],
    'the self-check found doubts (自检疑点): it is filed once they are answered, or mended',
    '自检发现疑点：答复或处理后方可申报',
    {
      doubts: list(
        object({ number: integer(1), code: text('PRICE_UNUSUAL'), text: text('The unit price is far from the usual') }),
        'Those that are not answered',
      ),
      isBlocked: flag(false, 'True where one cannot be answered, and has to be mended'),
    },
  ),
  'tax_refund.claim.answer_due': event(
    ['claim'],
    'an inquiry waits for its answer: 7, 3 and 1 days before its last day',
    '函调待复：距截止日 7、3、1 天提醒',
    { number: integer(1), dueOn: day('2026-12-31'), daysLeft: integer(7) },
  ),
  'tax_refund.claim.answer_overdue': event(
    ['claim'],
    'the last day for the answer to an inquiry is over',
    '函调已逾期未复',
    { number: integer(1), dueOn: day('2026-12-31') },
  ),
  'tax_refund.claim.withheld': event(['claim'], 'the bureau does not go on for now (暂不办理)', '税务机关暂不办理', {
    reason: text('The supplier is being checked'),
  }),
  'tax_refund.claim.resumed': event(['claim'], 'the bureau goes on', '税务机关恢复办理', {}),
  'tax_refund.claim.clawback_payment_ordered': event(
    ['claim'],
    'what the bureau wants back is to be paid out of what the seller has with the platform',
    '已指示从卖方资金中缴回退税款',
    {
      amount: money('3900.00', 'CNY'),
      number: integer(1, 'Which recovery of the claim'),
      letter: text('ZH-2026-0001', "Number of the bureau's notice"),
      payerId: text('pty_01m86mfg92esn8mhffhbvgn20z'),
      payerName: text('宁波示例电器有限公司'),
      payee: object({
        name: text('国家金库宁波市中心支库'),
        accountNumber: text('270000000002267001'),
        cnaps: text('011332000013', '12 digits'),
      }),
      remittance: text('ZH-2026-0001'),
    },
  ),
  'tax_refund.claim.clawback_payment_refused': event(
    ['claim'],
    'it could not be paid back, with the reason; it is owed still, and may be tried again',
    '退税款未能缴回，附原因；仍应缴回，可重试',
    {
      amount: money('3900.00', 'CNY'),
      number: integer(1, 'Which recovery of the claim'),
      letter: text('ZH-2026-0001', "Number of the bureau's notice"),
      reason: text('AM04: Insufficient funds'),
    },
  ),
  'tax_refund.claim.clawed_back': event(
    ['claim'],
    'the bureau wants back what it paid, in part or in full (追回已退税款)',
    '税务机关追回已退税款',
    {
      amount: money('3900.00', 'CNY'),
      reason: text('Part of the input VAT turned out to be false'),
      dueOn: day('2026-12-15'),
      letter: text('ZH202612010001', "Number of the bureau's notice"),
    },
  ),
  'tax_refund.claim.settled': event(
    ['claim'],
    'what the bureau wanted back was paid back, or kept from another payment',
    '追回税款已缴回或抵减',
    {
      amount: money('3900.00', 'CNY'),
      letter: text('ZH202612010001', "Number of the bureau's notice"),
      how: word(['repaid', 'set_off']),
    },
  ),
  'tax_refund.claim.abandoned': event(
    ['claim'],
    'given up before it was paid, with the reason: nothing comes of it, and the export may be matched anew',
    '退付前已放弃申报及原因：不再退付，可重新匹配',
    { refund: REFUND, reason: text('Another supplier invoice comes', 'In the words of who gave it up') },
  ),
  'tax_refund.claim.closed': event(['claim'], 'closed: nothing is open any more', '已结案', {}),
  'tax_refund.claim.corrected': event(
    ['claim'],
    'a claim below zero was opened, which corrects another one (更正、冲减申报)',
    '已发起更正（冲减）申报',
    {
      corrects: text('clm_01m86mfg92esn8mhffhbvgn20z'),
      kind: word(['red_letter', 'code_change', 'returned_goods', 'other', 'overseas_settlement']),
      refund: money('-1300.00', 'CNY'),
    },
  ),
  'tax_refund.claim.correction_moved': event(
    ['claim'],
    'a correction was filed, accepted, approved, done, or refused',
    '更正申报有进展',
    {
      corrects: text('clm_01m86mfg92esn8mhffhbvgn20z'),
      state: text('accepted', 'As the claim has it; `paid`: done'),
      refund: money('-1300.00', 'CNY'),
    },
  ),
  'tax_refund.claim.held': event(
    ['claim'],
    'it may not be filed: no [agency agreement](tax-refund.md#agency-agreements), an invoice in doubt, or its collection owed again',
    '不可申报：代办退税协议缺失或已终止，所用发票存疑，或货款又成应收',
    REASON,
  ),
  'tax_refund.claim.collection_undone': event(
    ['claim'],
    'what was collected for it is owed again: by `meaning` it waits for that, the bureau has it, or has paid',
    '所收货款又成应收：`meaning` 表示申报等待收汇、税务机关已受理或已退付',
    {
      outstanding: money('10000.00', 'USD', 'What the buyer owes again'),
      by: word(
        ['person', 'refund', 'reversal'],
        'A person matched it otherwise, it was paid back, or the bank took it back',
      ),
      collectBy: day('2027-04-30', 'Not collected by then, what was refunded must be given back'),
      meaning: word(['waits', 'at_bureau', 'paid']),
    },
  ),
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
