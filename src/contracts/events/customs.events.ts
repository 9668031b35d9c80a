import { money } from './amount.js';
import { CAUSES } from './cause.js';
import { day, decimal, event, instant, integer, list, object, text, type ValueOf } from './shape.js';

const ENTRY_NUMBER = text('310420260519137551', 'The 18 digits that customs gave it');
const ATTEMPT = integer(1, 'Counts the submissions from 1');
const REASON = text('The gross weight differs from the manifest');
const EXPORT_DATE = day('2026-11-26', 'The day that starts the tax clocks');

/** What is asked of customs. */
const REQUEST = {
  requestId: text('dcr_01m86mfg92esn8mhffhbvgn20z'),
  kind: text('withdrawal', 'withdrawal, exit_cancellation, amendment or supplement'),
} as const;

/** One item of a declaration as customs accepted it. */
const DECLARED_ITEM = object({
  itemNumber: integer(1),
  orderLineId: text('0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11'),
  hsCode: text('8518220000'),
  quantities: list(
    object({ quantity: decimal('1000'), unit: text('001', 'Code of the customs unit table') }),
    'Up to three: transaction unit, first and second legal unit',
  ),
  total: money('10000.00', 'USD'),
  fob: money('9600.00', 'USD', "FOB share of the total, in the transaction's currency"),
});

/** Who entrusts whom, and for how long. */
const BROKER_MANDATE = {
  sellerId: text('pty_01m86mfg92esn8mhffhbvgn20z'),
  sellerName: text('宁波示例进出口有限公司'),
  brokerName: text('宁波示例报关有限公司'),
  agreementNumber: text('310120260000000001', 'Number of the mandate (委托书编号)'),
  validFrom: day('2026-12-01'),
  validTo: day('2027-11-30', 'The last day'),
} as const;
export type BrokerMandateNews = ValueOf<typeof BROKER_MANDATE>;

const MANDATE_REASON = { reason: text('We change to another broker', 'In the words of who said it') } as const;

/** An order on its way to customs. */
const ORDER_FILED = { attempt: ATTEMPT, orderNo: text('SO-2026-0001', 'The number that customs knows it by') } as const;

export const CUSTOMS_EVENTS = {
  'customs.declaration.drafted': event(
    ['declaration'],
    'drawn up from the order; `attempt`',
    '已根据订单生成报关单；`attempt`',
    {
      attempt: ATTEMPT,
    },
  ),
  'customs.declaration.blocked': event(
    ['declaration'],
    'findings stop it from leaving; `faults` counts them',
    '校验发现问题，暂不能申报；`faults` 为问题数量',
    { faults: integer(2, 'How many; the resource lists them') },
  ),
  'customs.declaration.submitted': event(['declaration'], 'sent to customs', '已向海关申报', { attempt: ATTEMPT }),
  'customs.declaration.accepted': event(
    ['declaration'],
    'customs gave its 18-digit number',
    '海关已接受申报并给出 18 位编号',
    {
      entryNumber: ENTRY_NUMBER,
    },
  ),
  'customs.declaration.inspection_ordered': event(['declaration'], 'the goods are inspected', '海关布控查验', {
    entryNumber: ENTRY_NUMBER,
  }),
  'customs.declaration.rejected': event(
    ['declaration'],
    'sent back (退单), with the reason; mend it and resubmit',
    '退单，附原因；修改后可重新申报',
    { attempt: ATTEMPT, reason: REASON },
  ),
  'customs.declaration.released': event(['declaration'], 'the goods may leave (放行)', '放行', {
    entryNumber: ENTRY_NUMBER,
  }),
  'customs.declaration.departed': event(
    ['declaration'],
    'the goods have left; `exportDate` starts the tax clocks',
    '货物已离境；`exportDate` 起算退税期限',
    { entryNumber: ENTRY_NUMBER, exportDate: EXPORT_DATE },
  ),
  'customs.declaration.cleared': event(
    ['declaration'],
    'closed (结关); number, date, FOB value and items',
    '结关；含编号、日期、FOB 金额与商品项',
    {
      entryNumber: ENTRY_NUMBER,
      exportDate: EXPORT_DATE,
      supervisionMode: text('0110', 'Code of the customs table of supervision modes'),
      fob: money('9600.00', 'USD'),
      items: list(DECLARED_ITEM),
    },
  ),
  'customs.declaration.cancelled': event(['declaration'], 'given up', '已撤销', { reason: REASON }),
  'customs.declaration.change_requested': event(
    ['declaration'],
    'customs is asked to withdraw it, to let the goods stay, or to amend it, or is answered',
    '已向海关申请撤单、退关、改单或提交补充申报',
    { ...REQUEST, reason: REASON },
  ),
  'customs.declaration.change_refused': event(
    ['declaration'],
    'customs refused what was asked of it, with the reason; the declaration goes on',
    '海关未同意申请及原因；报关单继续办理',
    { ...REQUEST, reason: REASON },
  ),
  'customs.declaration.withdrawn': event(
    ['declaration'],
    'withdrawn (撤单) on request; nothing is to be built on its number, and it may be declared anew',
    '已撤单；原编号作废，可重新申报',
    { entryNumber: ENTRY_NUMBER, reason: REASON },
  ),
  'customs.declaration.exit_cancelled': event(
    ['declaration'],
    'released, but the goods do not leave (退关); nothing is to be built on its number',
    '已退关，货物不再出口；原编号作废',
    { entryNumber: ENTRY_NUMBER, reason: REASON },
  ),
  'customs.declaration.amended': event(
    ['declaration'],
    'customs amended it (改单) on request; `fields` names the elements of the message',
    '海关已改单；`fields` 为报文字段名',
    {
      requestId: REQUEST.requestId,
      entryNumber: ENTRY_NUMBER,
      fields: list(text('GrossWet', 'Name of the element')),
    },
  ),
  'customs.declaration.supplement_asked': event(
    ['declaration'],
    'customs asks for a supplementary declaration (补充申报), with its question',
    '海关要求补充申报',
    { entryNumber: ENTRY_NUMBER, question: text('请补充申报：价格') },
  ),
  'customs.declaration.supplement_answered': event(
    ['declaration'],
    'the supplementary declaration was taken',
    '补充申报已提交',
    { requestId: REQUEST.requestId, entryNumber: ENTRY_NUMBER },
  ),
  'customs.declaration.inspection_appointed': event(
    ['declaration'],
    'when and where the goods are inspected',
    '已约定查验时间和地点',
    { at: instant('2026-12-03T01:30:00.000Z'), place: text('宁波北仑海关查验场站') },
  ),
  'customs.declaration.inspection_reported': event(
    ['declaration'],
    'what the inspection found; `evidence` counts what proves it',
    '查验结果；`evidence` 为凭据数量',
    { outcome: text('conforms', 'conforms, differs or sampled'), evidence: integer(1) },
  ),
  'customs.declaration.overdue': event(
    ['declaration'],
    'no answer by `expectedBy`; customs is being asked',
    '海关逾 `expectedBy` 未答复，正在查询',
    { state: text('submitted'), expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'customs.broker_mandate.offered': event(
    ['brokerMandate'],
    'an exporter offers a customs broker its mandate ([代理报关委托](customs.md#brokers-mandates))',
    '出口方向报关企业发起代理报关委托',
    BROKER_MANDATE,
  ),
  'customs.broker_mandate.accepted': event(
    ['brokerMandate'],
    'the broker may declare for the exporter, from `validFrom` to `validTo`',
    '报关企业已确认，自 `validFrom` 至 `validTo` 可代理申报',
    BROKER_MANDATE,
  ),
  'customs.broker_mandate.refused': event(
    ['brokerMandate'],
    'the broker will not, with the reason',
    '报关企业拒绝委托及原因',
    {
      ...BROKER_MANDATE,
      ...MANDATE_REASON,
    },
  ),
  'customs.broker_mandate.revoked': event(
    ['brokerMandate'],
    'ended before its time, with the reason; what is with customs goes on',
    '委托提前撤销及原因；已向海关申报的继续办理',
    { ...BROKER_MANDATE, ...MANDATE_REASON },
  ),
  'customs.broker_mandate.expired': event(
    ['brokerMandate'],
    'its last day is over; what is with customs goes on',
    '委托已到期；已向海关申报的继续办理',
    BROKER_MANDATE,
  ),
  'customs.order_filing.held': event(
    ['orderFiling'],
    'customs must have the order before its declaration, and it cannot be sent as it is; `faults` counts why',
    '报关前须先向海关传输订单信息，但暂无法传输；`faults` 为原因数量',
    {
      supervisionMode: text('9710', 'Code of the customs table of supervision modes'),
      faults: integer(1, 'How many; the resource lists them'),
    },
  ),
  'customs.order_filing.sent': event(
    ['orderFiling'],
    'the order was sent to customs (303), before its declaration',
    '报关前已向海关传输订单信息（303）',
    ORDER_FILED,
  ),
  'customs.order_filing.accepted': event(
    ['orderFiling'],
    'customs has the order; its declaration may leave',
    '海关已接受订单信息，报关单可以申报',
    ORDER_FILED,
  ),
  'customs.order_filing.refused': event(
    ['orderFiling'],
    'customs refused the order, with the reason; correct it and send it again',
    '海关未接受订单信息，附原因；更正后可重新传输',
    { ...ORDER_FILED, reason: text('已存在相同编号的订单', 'In the words of who said it'), causes: CAUSES },
  ),
  'customs.parcels.moved': event(
    ['cebMessage', 'cebReceipt'],
    'parcels of e-commerce have gone on, up to a hundred at once; find yours by `id` or `orderNo`',
    '跨境电商包裹状态变化，每次最多一百件；按 `id` 或 `orderNo` 查找',
    {
      parcels: list(
        object({
          id: text('pcl_01m86mfg92esn8mhffhbvgn20z'),
          platformCode: text('3302986YQ8'),
          orderNo: text('SO-2026-0001'),
          state: text('released', 'As `GET /v1/customs/parcels/{id}` tells it'),
        }),
      ),
    },
  ),
} as const;
