import { money } from './amount.js';
import { day, event, flag, instant, integer, list, nullable, text, word } from './shape.js';

const USD = money('10000.00', 'USD');
const DECLARATION = {
  number: text('3302000001012611240001', 'Declaration number, 22 digits'),
  amount: USD,
} as const;
const FINDINGS = { findings: list(text('NO_DECLARATION', 'What is not shown; empty where nothing is')) } as const;
const CREDIT = {
  kind: word(['advance_receipt', 'deferred_receipt']),
  amount: USD,
  reportBy: day('2026-12-24', 'The last day of the report'),
} as const;

const CONTRACT = {
  contractNumber: text('NB-2026-118', 'The number on the contract itself'),
  amount: money('50000.00', 'USD'),
  registrationNumber: nullable(text('SBX2026000000118', 'The bank’s own number; null until it has registered it')),
  orderIds: list(text('ord_01m86mfg92esn8mhffhbvgn20z', 'The orders under it; the event is of the first')),
} as const;
const ENDS = { ...CONTRACT, endsOn: day('2027-06-30') } as const;
const REFUSAL = { ...CONTRACT, reason: text('NARR: The contract is sent back') } as const;
const ANSWER = {
  ...CONTRACT,
  requestId: text('ccr_01m86mfg92esn8mhffhbvgn20z'),
  differences: list(text('amount', 'In which terms the bank has it otherwise; empty where in none')),
} as const;
const LETTER = { subject: text('Customs declarations are wanted') } as const;
const WANTED = { ...LETTER, responseRequired: flag(true), dueOn: nullable(day('2026-12-15')) } as const;

/** What SAFE is told, and what it wants to see. */
export const SAFE_EVENTS = {
  'fx.bop_declaration.drafted': event(
    ['bopDeclaration'],
    'money came from abroad and is to be declared by `dueOn` (涉外收入申报)',
    '收到涉外款项，须在 `dueOn` 前申报',
    {
      ...DECLARATION,
      collectionId: text('col_01m86mfg92esn8mhffhbvgn20z'),
      dueOn: day('2026-12-01', 'Five working days after the credit'),
    },
  ),
  'fx.bop_declaration.due_soon': event(
    ['bopDeclaration'],
    'not declared yet, one working day before the last',
    '尚未申报，距截止日还有一个工作日',
    { ...DECLARATION, dueOn: day('2026-12-01') },
  ),
  'fx.bop_declaration.late': event(['bopDeclaration'], 'not declared by `dueOn`', '逾 `dueOn` 未申报', {
    ...DECLARATION,
    dueOn: day('2026-12-01'),
  }),
  'fx.bop_declaration.submitted': event(
    ['bopDeclaration'],
    'sent to the bank; `revision` counts what was said',
    '已报送银行；`revision` 为版次',
    { ...DECLARATION, revision: integer(1) },
  ),
  'fx.bop_declaration.accepted': event(['bopDeclaration'], 'the bank has accepted it', '银行已审核通过', DECLARATION),
  'fx.bop_declaration.rejected': event(
    ['bopDeclaration'],
    'the bank sent it back, or did not agree to its deletion, with the reason',
    '银行退回或未同意删除，附原因',
    { ...DECLARATION, reason: text('BE08: Country of the payer is missing') },
  ),
  'fx.bop_declaration.corrected': event(
    ['bopDeclaration'],
    'opened again to be corrected, with the reason',
    '已打开修改，附原因',
    { ...DECLARATION, revision: integer(2), reason: text('Part of it is freight') },
  ),
  'fx.bop_declaration.deleted': event(['bopDeclaration'], 'taken back', '已删除', DECLARATION),
  'fx.bop_declaration.overdue': event(
    ['bopDeclaration'],
    'no answer of the bank by `expectedBy`',
    '银行逾 `expectedBy` 未答复',
    { state: text('submitted'), expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'fx.enterprise_class.recorded': event(
    ['enterpriseClass'],
    'somebody recorded how SAFE classes a seller, and for how long',
    '已登记卖方的外汇分类及有效期',
    {
      enterpriseClass: word(['A', 'B', 'C']),
      validFrom: day('2026-11-01'),
      validTo: nullable(day('2027-10-31', 'The last day; null where it is open')),
    },
  ),
  'fx.trade_check.passed': event(
    ['tradeCheck'],
    "what was not shown of the trade behind an order's money is shown now",
    '订单款项的贸易背景现已核实',
    FINDINGS,
  ),
  'fx.trade_check.doubted': event(
    ['tradeCheck'],
    'something of the trade is not shown: `findings`; the money waits',
    '贸易背景存疑：`findings`，款项暂不结汇',
    FINDINGS,
  ),
  'fx.trade_check.blocked': event(
    ['tradeCheck'],
    'the class of the seller forbids to use the money as things are: `findings`',
    '按卖方分类款项暂不得使用：`findings`',
    FINDINGS,
  ),
  'fx.trade_check.accepted': event(
    ['tradeCheck'],
    'a second person took the evidence for enough',
    '第二人已认可所提交凭证',
    FINDINGS,
  ),
  'fx.funds_review.held': event(
    ['fundsReview'],
    'money was credited to the account under review (待核查账户)',
    '款项已入待核查账户',
    {
      amount: USD,
      enterpriseClass: word(['A', 'B', 'C']),
      collectionId: text('col_01m86mfg92esn8mhffhbvgn20z'),
    },
  ),
  'fx.funds_review.released': event(
    ['fundsReview'],
    'the share of an order left the account under review',
    '订单对应款项已从待核查账户转出',
    { amount: USD },
  ),
  'fx.trade_credit_report.due': event(
    ['tradeCreditReport'],
    'an advance or a deferral is to be reported to SAFE by `reportBy`, or said to be short',
    '预收或延期收款须在 `reportBy` 前向外汇局报告',
    CREDIT,
  ),
  'fx.trade_credit_report.late': event(
    ['tradeCreditReport'],
    'not reported by `reportBy`',
    '逾 `reportBy` 未报告',
    CREDIT,
  ),
  'fx.trade_credit_report.reported': event(['tradeCreditReport'], 'reported', '已报告', CREDIT),
  'fx.trade_credit_report.corrected': event(['tradeCreditReport'], 'the report was corrected', '报告已更正', CREDIT),
  'fx.trade_credit_report.not_needed': event(
    ['tradeCreditReport'],
    'no report is needed: goods or money came in time, or will',
    '无需报告：货物或款项已按期或将按期到达',
    CREDIT,
  ),
  'fx.small_seller.status_changed': event(
    ['party'],
    'what a small seller received this year has passed USD 180,000 or 200,000',
    '小额卖方当年收款已超过 18 万或 20 万美元',
    {
      year: integer(2026),
      total: money('180000.00', 'USD'),
      status: word(['exempt', 'warning', 'registration_required']),
    },
  ),
  'fx.registered_contract.requested': event(
    ['registeredContract'],
    'the bank is asked to register the contract of one order or several',
    '已向银行申请合同登记',
    ENDS,
  ),
  'fx.registered_contract.registered': event(
    ['registeredContract'],
    'the bank has registered it under its own number',
    '银行已登记合同并编号',
    ENDS,
  ),
  'fx.registered_contract.refused': event(
    ['registeredContract'],
    'the bank did not register it, with the reason',
    '银行未予登记，附原因',
    REFUSAL,
  ),
  'fx.registered_contract.amendment_requested': event(
    ['registeredContract'],
    'the bank is asked to register other terms',
    '已向银行申请变更登记',
    ENDS,
  ),
  'fx.registered_contract.amended': event(
    ['registeredContract'],
    'the bank has registered other terms',
    '银行已变更登记',
    ENDS,
  ),
  'fx.registered_contract.amendment_refused': event(
    ['registeredContract'],
    'the bank did not register other terms, with the reason',
    '银行未予变更登记，附原因',
    REFUSAL,
  ),
  'fx.registered_contract.orders_changed': event(
    ['registeredContract'],
    'it covers other orders; the bank is asked nothing',
    '合同项下订单已变更（无需银行处理）',
    CONTRACT,
  ),
  'fx.registered_contract.closure_requested': event(
    ['registeredContract'],
    'the bank is asked to close it',
    '已向银行申请注销登记',
    REFUSAL,
  ),
  'fx.registered_contract.closed': event(
    ['registeredContract'],
    'the bank has closed it, asked to or not',
    '银行已注销登记（无论是否申请）',
    ENDS,
  ),
  'fx.registered_contract.closure_refused': event(
    ['registeredContract'],
    'the bank did not close it, with the reason',
    '银行未予注销，附原因',
    REFUSAL,
  ),
  'fx.registered_contract.statement_received': event(
    ['registeredContract'],
    'the bank has said what it has of it; `differences` names terms that it has otherwise',
    '银行已提供登记对账单；`differences` 为不一致的条款',
    ANSWER,
  ),
  'fx.registered_contract.documents_accepted': event(
    ['registeredContract'],
    'the bank has taken supporting documents',
    '银行已收妥证明单证',
    ANSWER,
  ),
  'fx.registered_contract.request_refused': event(
    ['registeredContract'],
    'the bank gives no statement, or did not take documents, with the reason',
    '银行未提供对账单或未收单证，附原因',
    { ...CONTRACT, kind: text('documents'), reason: text('NOOR: No such contract') },
  ),
  'fx.registered_contract.overdue': event(
    ['registeredContract'],
    'no answer of the bank by `expectedBy`; `kind` says to what',
    '银行逾 `expectedBy` 未答复；`kind` 为事项',
    { kind: text('registration'), expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'fx.currency_control_letter.received': event(
    ['currencyControlLetter'],
    'the bank writes, or asks for documents',
    '银行来函或要求提供单证',
    WANTED,
  ),
  'fx.currency_control_letter.sent': event(
    ['currencyControlLetter'],
    'a letter goes to the bank',
    '已向银行发函',
    WANTED,
  ),
  'fx.currency_control_letter.delivered': event(
    ['currencyControlLetter'],
    'the bank has our letter',
    '银行已收到函件',
    LETTER,
  ),
  'fx.currency_control_letter.answer_sent': event(
    ['currencyControlLetter'],
    'an answer to a letter of the bank is on its way',
    '已发出对银行来函的答复',
    LETTER,
  ),
  'fx.currency_control_letter.answered': event(
    ['currencyControlLetter'],
    'the bank has our answer, or has answered our letter',
    '银行已收到答复，或已答复来函',
    LETTER,
  ),
  'fx.currency_control_letter.refused': event(
    ['currencyControlLetter'],
    'the bank did not take our letter or answer, with the reason',
    '银行未收函件或答复，附原因',
    { ...LETTER, reason: text('NARR: It is about another contract') },
  ),
  'fx.currency_control_letter.late': event(
    ['currencyControlLetter'],
    'not answered by `dueOn`, as the bank wanted',
    '逾 `dueOn` 未答复银行来函',
    { ...LETTER, dueOn: day('2026-12-15') },
  ),
} as const;
