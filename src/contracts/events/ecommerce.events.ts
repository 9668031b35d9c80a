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

/** What customs levies of parcels, and what stands in warehouses abroad. */
export const ECOMMERCE_EVENTS = {
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
