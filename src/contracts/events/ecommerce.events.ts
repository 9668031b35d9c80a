import { CAUSES } from './cause.js';
import { DECLARED_EXPORT, ENTRY_NUMBER } from './declared-export.js';
import { day, decimal, event, instant, integer, list, nullable, object, text } from './shape.js';

/** A tax bill of a parcel; amounts in yuan. */
const TAX_BILL = object({
  id: text('ptb_01m86mfg92esn8mhffhbvgn20z'),
  parcelId: nullable(text('pcl_01m86mfg92esn8mhffhbvgn20z', 'None: customs bills a list that is not known yet')),
  orderNo: nullable(text('SO-2026-0001')),
  state: text('issued', 'issued, summarised or void'),
  levied: nullable(decimal('18.20', 'All taxes of the bill; none until the bill itself has come')),
  reckoned: nullable(decimal('18.20', 'What was reckoned for the parcel')),
});
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

/** An order on its way to customs. */
const ORDER_FILED = {
  attempt: integer(1, 'Counts the submissions from 1'),
  orderNo: text('SO-2026-0001', 'The number that customs knows it by'),
} as const;

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

/** What is filed about parcels after their lists. */
const PARCEL_FILING = {
  kind: text('withdrawal', 'As `GET /v1/customs/parcel-filings/{id}` tells it'),
  direction: text('export', 'export or import'),
  parcels: integer(100, 'How many it is about'),
} as const;

/** Orders and parcels of e-commerce, what customs levies of them, and what stands in warehouses abroad. */
export const ECOMMERCE_EVENTS = {
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
} as const;
