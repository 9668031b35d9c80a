import { money } from './amount.js';
import { REASON } from './cause.js';
import { day, decimal, event, flag, integer, list, nullable, object, text, word, type ValueOf } from './shape.js';

/** Who entrusts whom, and for how long. */
const AGENCY = {
  producerId: text('pty_01m86mfg92esn8mhffhbvgn20z'),
  producerName: text('慈溪示例电器有限公司'),
  agentName: text('宁波示例外贸综合服务有限公司'),
  agreementNumber: text('DBTS-2026-0001'),
  validFrom: day('2026-12-01'),
  validTo: nullable(day('2027-11-30', 'The last day; null until somebody ends it')),
} as const;
export type AgencyNews = ValueOf<typeof AGENCY>;

/** A refund rate, the days for which it holds, and the issue of the library that states it. */
const STANDING_RATE = object({
  refundRate: decimal('0.06', 'Fraction'),
  validFrom: nullable(day('2026-04-01')),
  validTo: nullable(day('2026-12-31')),
  version: text('出口退税率文库 2026B'),
});

const END_REASON = {
  reason: text('The producer files for itself from now on', 'In the words of who said it'),
} as const;

/** Whose invoices, and of which days. */
const ISSUER = {
  name: text('宁波示例电器厂'),
  taxNumber: text('91330281MA2DEM4D02'),
  validFrom: nullable(day('2026-11-01')),
  validTo: nullable(day('2027-10-31')),
} as const;
export type IssuerNews = ValueOf<typeof ISSUER>;

const ISSUER_REASON = {
  reason: text('The machines seen cannot make these goods', 'In the words of who said it'),
} as const;

/** A clock of an export. */
const DEADLINE = {
  kind: word(
    [
      ...(['filing_window', 'collection', 'thirty_six_months', 'evidence_documents', 'agency_certificate'] as const),
      'overseas_settlement',
    ],
    'What must have happened by then',
  ),
  dueOn: day('2027-04-30', 'The last day'),
  entryNumber: text('310420260795000001'),
  sellerId: text('pty_01m86mfg92esn8mhffhbvgn20z'),
} as const;
const DAYS_LEFT = { daysLeft: integer(30, 'From the day of the alert to the last day') } as const;

export const TAX_REFUND_EVENTS = {
  'tax_refund.invoice.recorded': event(['invoice'], 'a VAT invoice was recorded', '已登记增值税发票', {
    total: money('80000.00', 'CNY'),
  }),
  'tax_refund.invoice.red_flushed': event(
    ['invoice'],
    'a red-letter invoice (红字) took it back, whole or in part; `claimIds` stand on what is no more',
    '蓝字发票被红字发票全部或部分冲销；`claimIds` 为受影响的申报',
    {
      invoiceNumber: text('26332000000012345678'),
      redInvoiceId: text('inv_01m86mfg92esn8mhffhbvgn20z'),
      takenBack: money('1200.00', 'CNY'),
      isWhole: flag(false),
      claimIds: list(text('clm_01m86mfg92esn8mhffhbvgn20z')),
    },
  ),
  'tax_refund.invoice.verified': event(
    ['invoice'],
    'the tax authority has it as it was recorded (查验)',
    '发票查验一致',
    { invoiceNumber: text('26332000000012345678') },
  ),
  'tax_refund.invoice.refused': event(
    ['invoice'],
    'it did not pass its check: `outcome` is differs, not_found, voided, red_flushed or abnormal; `claimIds` stand on it',
    '发票查验未通过：`outcome` 为 differs、not_found、voided、red_flushed 或 abnormal；`claimIds` 为受影响的申报',
    {
      invoiceNumber: text('26332000000012345678'),
      outcome: text('voided'),
      ...REASON,
      claimIds: list(text('clm_01m86mfg92esn8mhffhbvgn20z')),
    },
  ),
  'tax_refund.invoice.check_declined': event(
    ['invoice'],
    'the tax authority will not look at it (查验被拒): nothing is known of it, and it is not used',
    '税务机关不予查验该发票：真伪未知，暂不使用',
    { invoiceNumber: text('26332000000012345678'), ...REASON },
  ),
  'tax_refund.invoice.abnormal': event(
    ['invoice'],
    'the tax authority holds it, or its issuer, for abnormal (异常凭证); `claimIds` stand on it',
    '发票或其开票方被列入异常；`claimIds` 为受影响的申报',
    {
      invoiceNumber: text('26332000000012345678'),
      entryId: text('abn_01m86mfg92esn8mhffhbvgn20z'),
      ground: word(
        ['lost_device', 'non_normal', 'mismatch', 'suspected_false', 'runaway', 'from_abnormal', 'not_stated'],
        'Why',
      ),
      source: text('甬税异字〔2026〕118号', 'The notice or the list that says so'),
      listedOn: day('2026-11-27'),
      claimIds: list(text('clm_01m86mfg92esn8mhffhbvgn20z')),
    },
  ),
  'tax_refund.invoice.abnormal_lifted': event(
    ['invoice'],
    'nobody holds it for abnormal any more (解除异常); `claimIds` stood on it',
    '发票异常已全部解除；`claimIds` 为曾受影响的申报',
    {
      invoiceNumber: text('26332000000012345678'),
      entryId: text('abn_01m86mfg92esn8mhffhbvgn20z'),
      source: text('甬税异字〔2026〕131号', 'What says so'),
      liftedOn: day('2026-12-11'),
      claimIds: list(text('clm_01m86mfg92esn8mhffhbvgn20z')),
    },
  ),
  'tax_refund.claim.abnormal_invoice': event(
    ['claim'],
    'an invoice behind it is abnormal: `atStake` of the refund is `kept_back`, `suspended` by the bureau, or is `to_repay`',
    '申报所用发票被列为异常：`atStake` 部分暂不申报（`kept_back`）、暂不办理（`suspended`）或将被追回（`to_repay`）',
    {
      invoiceId: text('inv_01m86mfg92esn8mhffhbvgn20z'),
      invoiceNumber: text('26332000000012345678'),
      entryId: text('abn_01m86mfg92esn8mhffhbvgn20z'),
      atStake: money('7800.00', 'CNY'),
      meaning: word(['kept_back', 'suspended', 'to_repay'], 'What it means for the claim as it stands'),
      ...REASON,
    },
  ),
  'tax_refund.invoice_issuer.submitted': event(
    ['invoiceIssuer'],
    'an issuer of invoices waits for its review (开票人预审)',
    '开票人待预审',
    ISSUER,
  ),
  'tax_refund.invoice_issuer.capacity_passed': event(
    ['invoiceIssuer'],
    'its invoices of a year are for more of a product than it can make; told once for each',
    '开票人当年开票数量超过该产品年生产能力；每个产品每年通知一次',
    {
      ...ISSUER,
      year: integer(2026),
      hsCode: text('851660', 'As in its review: the first digits'),
      goodsName: text('电烤箱'),
      unit: text('001', 'Code of the customs unit table'),
      invoiced: decimal('50001', 'How many of the unit'),
      yearlyCapacity: decimal('50000'),
    },
  ),
  'tax_refund.invoice_issuer.approved': event(
    ['invoiceIssuer'],
    'approved for invoices of these days of issue',
    '开票人预审通过',
    ISSUER,
  ),
  'tax_refund.invoice_issuer.refused': event(['invoiceIssuer'], 'refused, with the reason', '开票人预审未通过及原因', {
    ...ISSUER,
    ...ISSUER_REASON,
  }),
  'tax_refund.invoice_issuer.revoked': event(
    ['invoiceIssuer'],
    'the approval was taken back, with the reason',
    '开票人预审已撤销及原因',
    { ...ISSUER, ...ISSUER_REASON },
  ),
  'tax_refund.invoice_issuer.expiring': event(
    ['invoiceIssuer'],
    'the review ends within thirty days',
    '开票人预审三十日内到期',
    ISSUER,
  ),
  'tax_refund.invoice_issuer.expired': event(['invoiceIssuer'], 'the review is over', '开票人预审已到期', ISSUER),
  'tax_refund.rate.changed': event(
    ['rateChange'],
    'a new issue of the refund library changed rates of an order that is not claimed yet: by line, with the impact in CNY',
    '新版退税率文库改变了尚未申报订单的退税率：逐行列明，附人民币影响',
    {
      reference: text('SO-2026-0001'),
      orderId: text('ord_01m86mfg92esn8mhffhbvgn20z'),
      version: text('出口退税率文库 2026B'),
      exportDate: day('2026-12-01', 'Of the declaration, or the day that the goods are ready'),
      impact: nullable(money('-1800.00', 'CNY')),
      lines: list(
        object({
          lineNumber: integer(1),
          hsCode: text('8507600090'),
          before: nullable(STANDING_RATE),
          after: nullable(STANDING_RATE),
          impact: nullable(money('-1800.00', 'CNY')),
        }),
      ),
    },
  ),
  'tax_refund.agency_agreement.drafted': event(
    ['agencyAgreement'],
    'an agreement by which an agent files the refunds of a producer was entered (代办退税)',
    '已登记代办退税协议',
    AGENCY,
  ),
  'tax_refund.agency_agreement.confirmed': event(
    ['agencyAgreement'],
    'both sides have filed with their tax offices: the agent may file from `validFrom` on',
    '双方均已向税务机关备案，自 `validFrom` 起可代办退税',
    AGENCY,
  ),
  'tax_refund.agency_agreement.withdrawn': event(
    ['agencyAgreement'],
    'the draft came to nothing, with the reason',
    '协议未生效即撤回，及原因',
    { ...AGENCY, ...END_REASON },
  ),
  'tax_refund.agency_agreement.ended': event(
    ['agencyAgreement'],
    'ended, with the reason; what the bureau has goes on',
    '协议已终止及原因；已申报的继续办理',
    { ...AGENCY, ...END_REASON },
  ),
  'tax_refund.agency_agreement.expired': event(
    ['agencyAgreement'],
    'its last day is over; what the bureau has goes on',
    '协议已到期；已申报的继续办理',
    AGENCY,
  ),
  'tax_refund.deadline.approaching': event(
    ['deadline'],
    'a [deadline](tax-refund-deadlines.md) comes nearer: 90, 30 and 7 days before its last day, each once',
    '期限临近：最后一日前 90、30、7 天各提醒一次',
    { ...DEADLINE, ...DAYS_LEFT, alertDays: integer(30, 'Which alert it is') },
  ),
  'tax_refund.deadline.at_risk': event(
    ['deadline'],
    'a deadline is near, and what it asks for has not been done',
    '期限将至而事项未完成',
    { ...DEADLINE, ...DAYS_LEFT },
  ),
  'tax_refund.deadline.overdue': event(['deadline'], 'the last day of a deadline has passed', '已逾期限', DEADLINE),
  'tax_refund.case.deemed_domestic': event(
    ['deadline'],
    'not filed within 36 months: the export counts as sold at home, and its output VAT is due',
    '36 个月内未申报：出口视同内销，应缴销项税额',
    { ...DEADLINE, outputVat: money('8168.14', 'CNY'), fobCny: money('71000.00', 'CNY') },
  ),
  'tax_refund.agency.verification_due': event(
    ['party'],
    'a producer has entrusted so much this year that it must be verified on the spot; once a year',
    '生产企业本年委托代办退税额达到须实地核查的标准；每年提醒一次',
    {
      producerName: text('慈溪示例电器有限公司'),
      year: integer(2026),
      entrusted: money('1200000.00', 'CNY'),
      threshold: money('1000000.00', 'CNY'),
    },
  ),
  'tax_refund.agency.rejections_high': event(
    ['tenant'],
    'too much of what was filed for producers in twelve months was rejected',
    '十二个月内代办退税被驳回的比例过高',
    {
      tenantId: text('ten_01m86mfg92esn8mhffhbvgn20z'),
      filed: money('100000.00', 'CNY'),
      rejected: money('6000.00', 'CNY'),
      share: decimal('0.06', 'Rejected ÷ filed, as a fraction'),
      shareMax: decimal('0.05'),
    },
  ),
} as const;
