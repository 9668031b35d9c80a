import { money } from './amount.js';
import { day, decimal, event, instant, integer, list, nullable, object, text, type ValueOf } from './shape.js';

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

/** An export as customs has it, for those who refund its taxes. */
const DECLARED_EXPORT = {
  entryNumber: ENTRY_NUMBER,
  exportDate: EXPORT_DATE,
  supervisionMode: text('0110', 'Code of the customs table of supervision modes'),
  fob: money('9600.00', 'USD'),
  items: list(DECLARED_ITEM),
} as const;

/** How a declared line stands in a warehouse abroad. */
const OVERSEAS_QUANTITIES = {
  declared: decimal('1000', 'In the declared unit: sold, lost and on hand together'),
  sold: decimal('120'),
  lost: decimal('0'),
} as const;
const OVERSEAS_LOT = object({
  id: text('owl_01m86mfg92esn8mhffhbvgn20z'),
  sku: text('TOY-1'),
  lineNo: integer(1, 'Line of the declaration or list'),
  documentNo: nullable(text('310420260519137551', 'Number of the declaration or list')),
  ...OVERSEAS_QUANTITIES,
  onHand: decimal('880'),
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

/** A month of exported lists. */
const SUMMARY = {
  profileId: text('ecp_01m86mfg92esn8mhffhbvgn20z'),
  month: text('2026-11', 'In which customs cleared them'),
  dueOn: day('2026-12-15', 'The last day'),
} as const;
const SUMMARY_LISTS = {
  ...SUMMARY,
  lists: integer(120, 'How many are in no summary'),
  undecided: integer(0, 'How many are in one that customs has not decided'),
} as const;

/** A tax bill of a parcel; amounts in yuan. */
const TAX_BILL = object({
  id: text('ptb_01m86mfg92esn8mhffhbvgn20z'),
  parcelId: nullable(text('pcl_01m86mfg92esn8mhffhbvgn20z', 'None: customs bills a list that is not known yet')),
  orderNo: nullable(text('SO-2026-0001')),
  state: text('issued', 'issued, summarised or void'),
  levied: nullable(decimal('18.20', 'All taxes of the bill; none until the bill itself has come')),
  reckoned: nullable(decimal('18.20', 'What was reckoned for the parcel')),
});
/** What is filed about parcels after their lists. */
const PARCEL_FILING = {
  kind: text('withdrawal', 'As `GET /v1/customs/parcel-filings/{id}` tells it'),
  direction: text('export', 'export or import'),
  parcels: integer(100, 'How many it is about'),
} as const;

const MANDATE_REASON = { reason: text('We change to another broker', 'In the words of who said it') } as const;

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
    DECLARED_EXPORT,
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
  'customs.parcels.moved': event(
    ['cebMessage', 'cebReceipt', 'parcelFiling'],
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
  'customs.parcel_tax_bills.changed': event(
    ['cebReceipt'],
    'tax bills (电子税单) of retail imports have come, or were summarised in a payment certificate (缴款书), or are void',
    '零售进口电子税单已生成、已汇总或已作废',
    { bills: list(TAX_BILL) },
  ),
  'customs.parcel_tax_bills.differ': event(
    ['cebReceipt'],
    'customs levies another tax than was reckoned for these parcels; the reasons stand at the bill',
    '电子税单税额与测算不符；原因见税单',
    { bills: list(TAX_BILL) },
  ),
  'customs.overseas_export.departed': event(
    ['declaration'],
    'goods for a warehouse abroad (9810) have left: their taxes may be refunded in advance, before they are sold (离境即退税)',
    '出口海外仓（9810）货物已离境，可在销售前申报预退税（离境即退税）',
    DECLARED_EXPORT,
  ),
  'customs.overseas_export.accounted': event(
    ['declaration'],
    'how the lines of a declaration under 9810 stand abroad: what a refund in advance is settled by (销售再核算)',
    '9810 报关单各项在海外仓的销售与库存情况，供预退税核算（销售再核算）',
    {
      entryNumber: ENTRY_NUMBER,
      asOf: instant('2026-12-24T02:00:00.000Z'),
      items: list(
        object({
          itemNumber: integer(1),
          revision: integer(3, 'Counts the changes of the line: the greatest is the newest'),
          ...OVERSEAS_QUANTITIES,
          unsold: decimal('880'),
        }),
      ),
    },
  ),
  'customs.overseas_stock.received': event(
    ['declaration', 'parcel'],
    'what was declared under 9810 came to a warehouse abroad',
    '9810 申报货物已入海外仓',
    { warehouse: text('US-LAX-1'), arrivedOn: day('2026-12-20'), lots: list(OVERSEAS_LOT) },
  ),
  'customs.overseas_stock.moved': event(
    ['overseasMovement'],
    'goods in a warehouse abroad were sold, came back, were lost or found; `lots` has how the declared lines stand now',
    '海外仓货物销售、退回、损失或找回；`lots` 为各申报项的最新数量',
    {
      warehouse: text('US-LAX-1'),
      movements: list(
        object({
          reference: text('WMS-10001', "The warehouse's own"),
          kind: text('sale', 'sale, return, loss or found'),
          sku: text('TOY-1'),
          quantity: decimal('2'),
        }),
      ),
      lots: list(OVERSEAS_LOT),
    },
  ),
  'customs.parcel_filing.requested': event(
    ['parcelFiling'],
    'something was filed about parcels after their lists: `kind` says what, `parcels` how many',
    '已就包裹提出申请或申报；`kind` 为类别，`parcels` 为包裹数',
    { ...PARCEL_FILING, profileId: text('ecp_01m86mfg92esn8mhffhbvgn20z') },
  ),
  'customs.parcel_filing.decided': event(
    ['parcelFiling'],
    'customs has decided all of it: `accepted`, `rejected`, or `partly` with how many parcels each',
    '海关已全部答复：`accepted` 接受、`rejected` 退回，或 `partly` 部分接受',
    {
      ...PARCEL_FILING,
      state: text('partly', 'accepted, partly or rejected'),
      accepted: integer(98, 'Parcels that customs took it for'),
      rejected: integer(2),
    },
  ),
  'customs.parcel_summary.due': event(
    ['parcelSummary'],
    'lists of `month` are to be summarised until `dueOn`, and `lists` of them are in no summary yet',
    '`month` 的清单须在 `dueOn` 前汇总申报，尚有 `lists` 份未汇总',
    SUMMARY_LISTS,
  ),
  'customs.parcel_summary.overdue': event(
    ['parcelSummary'],
    '`dueOn` is over, and `lists` of `month` are in no summary',
    '已过 `dueOn`，`month` 尚有 `lists` 份清单未汇总',
    SUMMARY_LISTS,
  ),
  'customs.parcel_summary.completed': event(
    ['parcelSummary'],
    'customs has taken summaries of all lists of `month`',
    '`month` 的清单已全部汇总申报',
    SUMMARY,
  ),
  'customs.parcel_summary.declared': event(
    ['cebReceipt'],
    'a summary became an export declaration, with its 18-digit number',
    '汇总申请已生成出口报关单，含 18 位编号',
    {
      entryNumber: ENTRY_NUMBER,
      summaryNumber: text('S20261201000000001', 'Number of the application (汇总申请编号)'),
    },
  ),
  'customs.parcel_filing.overdue': event(
    ['parcelFiling'],
    'not decided by `expectedBy`; customs is being asked',
    '海关逾 `expectedBy` 未答复，正在查询',
    {
      kind: PARCEL_FILING.kind,
      direction: PARCEL_FILING.direction,
      state: text('sent'),
      expectedBy: instant('2026-11-25T08:00:00.000Z'),
    },
  ),
} as const;
