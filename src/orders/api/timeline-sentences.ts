import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type ApprovalAsked } from '../../contracts/events/approvals.events.js';
import { type Cause } from '../../contracts/events/cause.js';
import { type Language, reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type LogEntry } from '../../platform/outbox/event-log.js';
import { OF_REQUESTS } from './declaration-request-sentences.js';
import { DEADLINE_NEWS } from './deadline-sentences.js';
import { REFUND_NEWS } from './refund-rate-sentences.js';
import { type Words } from './entrusting-sentences.js';
import { ECOMMERCE_NEWS } from './ecommerce-sentences.js';
import { PARCEL_NEWS } from './parcel-sentences.js';
import { OF_MONEY } from './money-sentences.js';
import { OF_COLLECTION_REFUNDS } from './collection-refund-sentences.js';
import { OF_CONSIGNMENTS } from './consignment-sentences.js';
import { OF_CARRIAGE } from './freight-sentences.js';
import { OF_DISPUTES } from './dispute-sentences.js';
import { OF_INSURANCE } from './insurance-sentences.js';
import { OF_LADING } from './lading-sentences.js';
import { OF_FORWARDS } from './forward-sentences.js';
import { OF_IMPORTS } from './import-sentences.js';
import { OF_GUARANTEES } from './guarantee-sentences.js';
import { OF_LENDING } from './lending-sentences.js';
import { OF_STOCK } from './stock-sentences.js';
import { OF_WAREHOUSES } from './warehouse-sentences.js';
import { OF_SAFE } from './safe-sentences.js';
import { FILING_BATCH_NEWS } from './filing-batch-sentences.js';
import { INVOICE_NEWS } from './invoice-sentences.js';
import { OF_FILINGS } from './order-filing-sentences.js';
import { CLAIM_LIFE } from './claim-life-sentences.js';
import { PRODUCT_NEWS } from './product-sentences.js';

/** What each event says to a person. An event without a sentence does not compile. */
const SENTENCES: { readonly [Type in EventType]: Words<Type> } = {
  'orders.order.placed': ({ value, incoterm }) => [
    `Order placed: ${money(value)} ${incoterm}`,
    `订单已生效：${money(value)} ${incoterm}`,
  ],
  'orders.order.track_changed': ({ track, from, to }) => [
    `${TRACK[track][0]}: ${from} → ${to}`,
    `${TRACK[track][1]}：${from} → ${to}`,
  ],
  'orders.order.cancelled': ({ reason }) => [`Order cancelled: ${reason}`, `订单已取消：${reason}`],
  'orders.order.closed': ({ margin }) => [
    `Order closed with a margin of ${money(margin)}`,
    `订单已完结，利润 ${money(margin)}`,
  ],

  ...PARCEL_NEWS,
  ...DEADLINE_NEWS,
  'customs.declaration.drafted': ({ attempt }) => [
    `Declaration drawn up (attempt ${attempt})`,
    `报关单已生成（第 ${attempt} 次）`,
  ],
  'customs.declaration.blocked': ({ faults }) => [
    `Declaration held back: ${faults} ${faults === 1 ? 'finding' : 'findings'} to mend`,
    `报关单被拦截：有 ${faults} 处需修改`,
  ],
  'customs.declaration.submitted': ({ attempt }) => [
    `Declaration sent to customs (attempt ${attempt})`,
    `报关单已申报（第 ${attempt} 次）`,
  ],
  'customs.declaration.accepted': ({ entryNumber }) => [
    `Customs accepted the declaration: ${entryNumber}`,
    `海关已受理，报关单号 ${entryNumber}`,
  ],
  'customs.declaration.inspection_ordered': () => ['Customs will inspect the goods', '海关布控查验'],
  'customs.declaration.rejected': ({ reason }) => [
    `Customs returned the declaration: ${reason}`,
    `海关退单：${reason}`,
  ],
  'customs.declaration.released': ({ entryNumber }) => [
    `Customs released the goods (${entryNumber})`,
    `海关已放行（${entryNumber}）`,
  ],
  'customs.declaration.departed': ({ exportDate }) => [
    `The goods left China on ${exportDate}`,
    `货物已于 ${exportDate} 离境`,
  ],
  'customs.declaration.cleared': ({ entryNumber }) => [
    `Customs closed the declaration (${entryNumber})`,
    `报关单已结关（${entryNumber}）`,
  ],
  'customs.declaration.cancelled': ({ reason }) => [`Declaration cancelled: ${reason}`, `报关单已撤销：${reason}`],
  ...OF_IMPORTS,
  ...OF_COLLECTION_REFUNDS,
  ...OF_FORWARDS,
  'customs.declaration.overdue': ({ state }) => [
    `No word from customs in time (${state}); asking`,
    `海关逾期未答复（${state}），正在查询`,
  ],

  'freight.quote.given': ({ totals }) => {
    const sum = totals.map(money).join(' + ');
    return [`Freight quoted at ${sum}`, `运费报价 ${sum}`];
  },
  'freight.booking.requested': () => ['Booking sent to the carrier', '已向承运人订舱'],
  'freight.booking.confirmed': ({ carrierBookingReference, vesselName, voyageNumber }) => [
    `Booking confirmed: ${carrierBookingReference}, ${vesselName} ${voyageNumber}`,
    `订舱已确认：${carrierBookingReference}，${vesselName} ${voyageNumber}`,
  ],
  'freight.booking.rejected': (data) => [
    `The carrier refused the booking: ${data.reason}`,
    `承运人拒绝订舱：${inChinese(data)}`,
  ],
  'freight.booking.cancelled': (data) => [`Booking cancelled: ${data.reason}`, `订舱已取消：${inChinese(data)}`],
  'freight.booking.cancellation_declined': (data) => [
    `The carrier does not cancel: ${data.reason}`,
    `承运人拒绝取消订舱：${inChinese(data)}`,
  ],
  'freight.shipment.milestone': ({ classifier, code, at, location, retracted }) => {
    const [en, zh] = MILESTONE[code] ?? [code, code];
    const [when, whenZh] = CLASSIFIER[classifier];
    const time = at.slice(0, 16).replace('T', ' ');
    const [back, backZh] = retracted ? [' (taken back)', '（已撤回）'] : ['', ''];
    return [
      `${en}${location === null ? '' : ` at ${location}`}${when} ${time}${back}`,
      `${zh}${location === null ? '' : `（${location}）`}，${whenZh} ${time}${backZh}`,
    ];
  },
  'freight.shipment.departed': ({ portOfLoading }) => [`The ship left ${portOfLoading}`, `船舶已离开 ${portOfLoading}`],
  'freight.shipment.arrived': ({ portOfDischarge }) => [
    `The ship reached ${portOfDischarge}`,
    `船舶已抵达 ${portOfDischarge}`,
  ],
  'freight.booking.completed': () => ['Carriage completed', '运输已完成'],
  'freight.booking.overdue': ({ state }) => [
    `No word from the carrier in time (${state}); asking`,
    `承运人逾期未答复（${state}），正在查询`,
  ],

  ...OF_CARRIAGE,
  ...OF_LADING,
  ...OF_CONSIGNMENTS,
  ...OF_SAFE,
  ...OF_MONEY,

  ...INVOICE_NEWS,
  ...FILING_BATCH_NEWS,
  'tax_refund.claim.matched': ({ refund }) => [
    `Declaration, invoice and collection agree: ${money(refund)} can be claimed`,
    `单证匹配一致，可申报退税 ${money(refund)}`,
  ],
  'tax_refund.claim.filed': ({ refund }) => [`Refund of ${money(refund)} claimed`, `已申报退税 ${money(refund)}`],
  'tax_refund.claim.accepted': ({ acceptanceNumber }) => [
    `The tax bureau took the claim: ${acceptanceNumber}`,
    `税务机关已受理：${acceptanceNumber}`,
  ],
  'tax_refund.claim.approved': ({ refund }) => [`Refund of ${money(refund)} approved`, `退税 ${money(refund)} 已核准`],
  'tax_refund.claim.paid': ({ refund }) => [
    `Refund of ${money(refund)} paid by the treasury`,
    `国库已退税 ${money(refund)}`,
  ],
  ...CLAIM_LIFE,
  'tax_refund.claim.held': (data) => [`The refund cannot be filed: ${data.reason}`, `无法申报退税：${inChinese(data)}`],

  ...OF_GUARANTEES,
  ...OF_LENDING,
  ...OF_INSURANCE,
  ...OF_STOCK,
  ...OF_DISPUTES,
  ...OF_WAREHOUSES,
  'financing.advance.requested': ({ amount }) => [
    `Advance of ${money(amount)} asked for`,
    `已申请融资 ${money(amount)}`,
  ],
  'financing.advance.ineligible': ({ reasons, causes }) => [
    `No advance possible: ${reasons.join('; ')}`,
    `不符合融资条件：${inChinese({ reason: reasons.join('；'), causes })}`,
  ],
  'financing.advance.drawn': ({ principal }) => [
    `Advance of ${money(principal)} paid out by the lender`,
    `融资 ${money(principal)} 已放款`,
  ],
  'financing.advance.declined': (data) => [
    `The lender declined the advance: ${data.reason}`,
    `贷款机构拒绝放款：${inChinese(data)}`,
  ],
  'financing.advance.repaid': ({ principal, interest }) => [
    `Advance repaid: ${money(principal)} and ${money(interest)} interest`,
    `融资已归还：本金 ${money(principal)}，利息 ${money(interest)}`,
  ],
  'financing.advance.overdue': ({ state, daysOverdue }) =>
    daysOverdue === undefined
      ? [`No word from the lender in time (${state}); asking`, `贷款机构逾期未答复（${state}），正在查询`]
      : [`The advance is ${daysOverdue} days overdue`, `融资已逾期 ${daysOverdue} 天`],
  'financing.proceeds.released': ({ amount }) => [
    `${money(amount)} released for payout`,
    `${money(amount)} 已释放待付`,
  ],

  'operations.operation.completed': () => ['Bulk work was completed', '批量操作已完成'],
  'operations.operation.cancelled': () => ['Bulk work was cancelled', '批量操作已取消'],
  'approvals.request.created': (data) => [
    `A second person is asked: ${stepOf(data)[0]}`,
    `已提交第二人审批：${stepOf(data)[1]}`,
  ],
  'approvals.request.approved': (data) => [`Approved: ${stepOf(data)[0]}`, `审批通过：${stepOf(data)[1]}`],
  'approvals.request.refused': (data) => [
    `Refused: ${stepOf(data)[0]}: ${data.reason}`,
    `审批被拒：${stepOf(data)[1]}：${inChinese(data)}`,
  ],
  'approvals.request.expired': (data) => [
    `Nobody decided in time: ${stepOf(data)[0]}`,
    `逾期无人审批：${stepOf(data)[1]}`,
  ],
  'approvals.request.withdrawn': (data) => [
    `Request for approval withdrawn: ${stepOf(data)[0]}: ${data.reason}`,
    `审批请求已撤回：${stepOf(data)[1]}：${inChinese(data)}`,
  ],

  ...REFUND_NEWS,
  ...PRODUCT_NEWS,
  ...ECOMMERCE_NEWS,
  ...OF_REQUESTS,
  ...OF_FILINGS,

  'webhooks.endpoint.disabled': () => ['A webhook endpoint was switched off', 'Webhook 端点已停用'],
};

const TRACK = {
  customs: ['Customs', '报关'],
  freight: ['Freight', '运输'],
  fx: ['Foreign exchange', '收结汇'],
  taxRefund: ['Tax refund', '退税'],
  financing: ['Financing', '融资'],
} as const;

/** What a second person is asked for. */
const STEP: Readonly<Record<string, readonly [string, string]>> = {
  'customs.declaration.submission': ['declaring to customs', '向海关申报'],
  'customs.declaration.change': ['a change of the declaration', '修改或撤销报关单'],
  'fx.conversion': ['converting currency', '兑换货币'],
  'fx.payout': ['paying the seller', '向卖方付款'],
  'financing.advance.draw': ['drawing the advance', '提取融资'],
  'financing.advance.write_off': ['proposing to write off the advance', '提议核销融资'],
  'financing.limit.change': ['setting a credit limit', '设定额度'],
  'tax_refund.claim.filing': ['filing the refund', '申报退税'],
};

const CLASSIFIER = { PLN: [', planned for', '计划'], EST: [', expected', '预计'], ACT: [':', '实际'] } as const;

/** Event codes of DCSA Track & Trace 2.2; the time is local to the place. */
const MILESTONE: Readonly<Record<string, readonly [string, string]>> = {
  GTIN: ['Gate in', '进闸'],
  GTOT: ['Gate out', '出闸'],
  LOAD: ['Loaded', '装船'],
  DEPA: ['Departure', '离港'],
  ARRI: ['Arrival', '到港'],
  DISC: ['Discharged', '卸船'],
  STUF: ['Stuffed', '装箱'],
  STRP: ['Stripped', '拆箱'],
  PICK: ['Picked up', '提箱'],
  DROP: ['Dropped off', '还箱'],
};

function stepOf({ command, amount }: ApprovalAsked): readonly [en: string, zh: string] {
  const [en, zh] = STEP[command] ?? [command, command];
  return amount === null ? [en, zh] : [`${en}, ${money(amount)}`, `${zh} ${money(amount)}`];
}

function money({ amount, currency }: Amount): string {
  return `${amount} ${currency}`;
}

/** The platform's own reasons; the words of a partner stay as they are. */
function inChinese({ reason, causes = [] }: { reason: string; causes?: readonly Cause[] | undefined }): string {
  return causes.length === 0 ? reason : reasonIn(causes as readonly Sentence[], 'zh');
}

/** One sentence; of a type that this version does not know, its name. */
export function sentenceOf({ type, data }: Pick<LogEntry, 'type' | 'data'>, language: Language): string {
  const words = (
    SENTENCES as unknown as Readonly<Record<string, ((data: unknown) => readonly [string, string]) | undefined>>
  )[type];
  if (words === undefined) return type;
  const [en, zh] = words(data);
  return language === 'zh' ? zh : en;
}
