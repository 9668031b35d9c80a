import { money } from './amount.js';
import { REASON } from './cause.js';
import { day, event, instant, integer, list, nullable, object, open, text, word } from './shape.js';

const OF_LIMIT = {
  policyId: text('isp_01jdq3x7k2e9ta6v0m8r4c5wzb'),
  sellerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb'),
  buyerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wza'),
};
const OF_SHIPMENT = {
  policyId: text('isp_01jdq3x7k2e9ta6v0m8r4c5wzb'),
  limitId: text('bul_01jdq3x7k2e9ta6v0m8r4c5wzb'),
  amount: money('71000.00', 'CNY', 'What the order is worth'),
  covered: money('71000.00', 'CNY', 'What of it the limit covers'),
  premium: money('298.20', 'CNY'),
};
const LOSS_DAYS = {
  dueOn: day('2027-02-18'),
  noticeBy: day('2027-04-19', 'The last day on which a loss is told of'),
  amount: money('71000.00', 'CNY'),
};

/** Export credit insurance, and assignments of receivables. */
export const INSURANCE_EVENTS = {
  'financing.insurance_policy.entered': event(['insurancePolicy'], 'a policy was entered', '保单已登记', {
    sellerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb'),
    policyNumber: text('SCH043211-263000'),
    insurer: text('Sinosure'),
    validFrom: day('2026-01-01'),
    validTo: day('2026-12-31'),
  }),
  'financing.insurance_policy.lapsed': event(
    ['insurancePolicy'],
    'a policy is over: what is shipped from now on is not insured by it',
    '保单已到期，其后出运不再受保',
    {
      sellerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      policyNumber: text('SCH043211-263000'),
      validTo: day('2026-12-31', 'Its last day'),
    },
  ),
  'financing.buyer_limit.requested': event(
    ['buyerLimit'],
    'a limit on a buyer is asked for',
    '已向保险机构申请买方限额',
    { ...OF_LIMIT, requested: money('500000.00', 'CNY') },
  ),
  'financing.buyer_limit.granted': event(
    ['buyerLimit'],
    'the insurer has granted a limit, perhaps less than was asked for',
    '保险机构已批复买方限额（可能低于申请额）',
    {
      ...OF_LIMIT,
      requested: money('500000.00', 'CNY'),
      granted: money('250000.00', 'CNY'),
      validUntil: nullable(day('2027-11-30')),
    },
  ),
  'financing.buyer_limit.refused': event(['buyerLimit'], 'the insurer has refused a limit', '保险机构未批准买方限额', {
    ...OF_LIMIT,
    ...REASON,
  }),
  'financing.buyer_limit.reduced': event(
    ['buyerLimit'],
    'the insurer has cut a limit; what is used beyond it stays insured, and nothing new is lent on the buyer',
    '保险机构已调减买方限额；超出部分仍受保，不再新增融资',
    { ...OF_LIMIT, granted: money('125000.00', 'CNY'), used: money('71000.00', 'CNY'), ...REASON },
  ),
  'financing.buyer_limit.revoked': event(
    ['buyerLimit'],
    'the insurer has revoked a limit: nothing new is insured, or lent, on the buyer',
    '保险机构已撤销买方限额，不再新增承保和融资',
    { ...OF_LIMIT, used: money('71000.00', 'CNY'), ...REASON },
  ),
  'financing.buyer_limit.overdue': event(
    ['buyerLimit'],
    'no word of the insurer on a limit by `expectedBy`; it is being asked',
    '保险机构逾 `expectedBy` 未批复限额，正在查询',
    { ...OF_LIMIT, expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'financing.shipment_declaration.declared': event(
    ['shipmentDeclaration'],
    'a shipment goes to the insurer, by itself or by the API',
    '出运已向保险机构申报（自动或经 API）',
    { ...OF_SHIPMENT, origin: word(['automatic', 'api']), shippedOn: day('2026-11-20'), dueOn: day('2027-02-18') },
  ),
  'financing.shipment_declaration.accepted': event(
    ['shipmentDeclaration'],
    'the insurer has taken a shipment: its premium is due',
    '保险机构已接受出运申报，保费产生',
    { ...OF_SHIPMENT, declarationNumber: text('SD20261124000001') },
  ),
  'financing.shipment_declaration.refused': event(
    ['shipmentDeclaration'],
    'the insurer does not insure a shipment',
    '保险机构未接受出运申报',
    { ...OF_SHIPMENT, ...REASON },
  ),
  'financing.shipment_declaration.missed': event(
    ['insurancePolicy'],
    'goods have left that could not be declared by themselves: every cause',
    '货物已出运但无法自动申报：列出全部原因',
    {
      shippedOn: day('2026-11-20'),
      causes: list(object({ code: text('FINANCING_INSURANCE.no_limit'), values: open({}) })),
    },
  ),
  'financing.shipment_declaration.premium_paid': event(
    ['shipmentDeclaration'],
    'the premium of a shipment is paid to the insurer',
    '该出运保费已支付给保险机构',
    OF_SHIPMENT,
  ),
  'financing.shipment_declaration.settled': event(
    ['shipmentDeclaration'],
    'the buyer has paid for a shipment: the limit is free again',
    '买方已付款，限额恢复',
    OF_SHIPMENT,
  ),
  'financing.shipment_declaration.notice_due': event(
    ['shipmentDeclaration'],
    'the buyer is late: a loss is told of by `noticeBy`',
    '买方逾期：须于 `noticeBy` 前提交可损通知',
    LOSS_DAYS,
  ),
  'financing.shipment_declaration.notice_missed': event(
    ['shipmentDeclaration'],
    'the buyer has not paid, and no loss was told of by `noticeBy`',
    '买方未付款且逾 `noticeBy` 未提交可损通知',
    LOSS_DAYS,
  ),
  'financing.insurance_claim.notified': event(
    ['insuranceClaim'],
    'the insurer is told of a probable loss; the waiting time runs until `claimableFrom`',
    '已提交可损通知；等待期至 `claimableFrom`',
    {
      declarationId: text('shd_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      cause: word(['commercial', 'political']),
      loss: money('71000.00', 'CNY'),
      indemnity: money('63900.00', 'CNY', 'What the insurer owes by our working'),
      claimableFrom: day('2027-07-01'),
    },
  ),
  'financing.insurance_claim.filed': event(['insuranceClaim'], 'the indemnity is claimed', '已提交索赔', {
    indemnity: money('63900.00', 'CNY'),
    documents: integer(3),
  }),
  'financing.insurance_claim.assessed': event(
    ['insuranceClaim'],
    'the insurer has accepted a claim, in full or in part',
    '保险机构已核定索赔（全额或部分）',
    {
      outcome: word(['accepted', 'reduced']),
      claimed: money('63900.00', 'CNY'),
      assessed: money('63900.00', 'CNY'),
      reason: nullable(text('Half of the goods were resold')),
    },
  ),
  'financing.insurance_claim.refused': event(['insuranceClaim'], 'the insurer has refused a claim', '保险机构已拒赔', {
    claimed: money('63900.00', 'CNY'),
    ...REASON,
  }),
  'financing.insurance_claim.paid': event(
    ['insuranceClaim'],
    'the indemnity has come; it runs through the waterfall of the order',
    '赔款已到账，按瀑布顺序分配',
    { indemnity: money('63900.00', 'CNY'), paidOn: day('2027-07-20') },
  ),
  'financing.insurance_claim.recovered': event(
    ['insuranceClaim'],
    'something was recovered of the buyer, and shared as the loss was borne',
    '已向买方追回部分款项，并按损失承担比例分配',
    {
      recoveryId: text('isr_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      amount: money('31950.00', 'CNY'),
      insurer: money('28755.00', 'CNY'),
      insured: money('3195.00', 'CNY'),
    },
  ),
  'financing.insurance_claim.overdue': event(
    ['insuranceClaim'],
    'no word of the insurer on a claim by `expectedBy`; it is being asked',
    '保险机构逾 `expectedBy` 未答复索赔，正在查询',
    { state: text('filed'), expectedBy: instant('2027-07-20T08:00:00.000Z') },
  ),
  'financing.assignment.drafted': event(
    ['receivableAssignment'],
    'the receivable of an order is assigned; the notice is ready for the buyer',
    '订单应收账款已转让，转让通知书待送达买方',
    {
      assignee: text('Bank of Ningbo'),
      amount: money('10000.00', 'USD'),
      buyerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wza'),
    },
  ),
  'financing.assignment.sent': event(
    ['receivableAssignment'],
    'the notice of assignment went to the buyer, and ranks from now on',
    '转让通知已送达买方，顺位自此起算',
    {
      manner: word(['courier', 'email', 'by_hand', 'platform']),
      sentOn: day('2026-11-24'),
      rankedAt: instant('2026-11-24T08:00:00.000Z'),
    },
  ),
  'financing.assignment.acknowledged': event(
    ['receivableAssignment'],
    'the buyer has acknowledged the assignment',
    '买方已确认转让',
    { acknowledgedOn: day('2026-11-26'), signatory: text('J. Smith') },
  ),
  'financing.assignment.released': event(
    ['receivableAssignment'],
    'the assignment is over: the receivable is free again',
    '转让已解除，应收账款恢复自由',
    { reason: text('The loan is repaid') },
  ),
} as const;
