import { money } from './amount.js';
import { day, decimal, event, integer, list, nullable, object, text, word } from './shape.js';

const WAREHOUSE_ID = text('wrh_01jdq3x7k2e9ta6v0m8r4c5wzb');
const LOT_ID = text('slt_01jdq3x7k2e9ta6v0m8r4c5wzb');
const DECLARATION_ID = nullable(text('dec_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Under which it left (9810)'));
const ITEM = nullable(integer(1, 'Item of the declaration'));
const NOTICE = ['inboundNotice'] as const;
const ORDER = ['outboundOrder'] as const;
const COUNT = ['stockCount'] as const;

const INBOUND = {
  reference: text('ASN-2026-1'),
  warehouseId: WAREHOUSE_ID,
  declarationId: DECLARATION_ID,
  lines: list(
    object({
      lotId: LOT_ID,
      sku: text('TOY-1'),
      lot: text('L2026-11'),
      itemNumber: ITEM,
      announced: integer(1000),
      accepted: nullable(integer(985, 'None before the inspection, as the two that follow')),
      damaged: nullable(integer(10)),
      missing: nullable(integer(5)),
    }),
  ),
} as const;
const OUTBOUND = {
  warehouseId: WAREHOUSE_ID,
  orderReference: text('112-0042'),
  carrier: nullable(text('UPS')),
  trackingNumber: nullable(text('1Z999AA10123456784')),
  lines: list(object({ lotId: LOT_ID, sku: text('TOY-1'), lot: text('L2026-11'), pieces: integer(2) })),
} as const;
const COUNTED = {
  warehouseId: WAREHOUSE_ID,
  reference: text('COUNT-2026-11'),
  reason: nullable(text('Year-end count')),
  lots: integer(12),
  differences: integer(1, 'Lots of which other than the expected was counted'),
} as const;

/** Warehouses abroad: what comes in, what is there by lot, what leaves, what it costs. */
export const WAREHOUSE_EVENTS = {
  'freight.warehouse.opened': event(['warehouse'], 'a warehouse abroad is on record', '已登记海外仓', {
    code: text('US-LAX-1'),
    country: text('US'),
    unLocode: text('USLAX'),
  }),
  'freight.warehouse.changed': event(['warehouse'], 'it has another name or reference', '仓库名称或参考号已变更', {
    code: text('US-LAX-1'),
    name: text('Los Angeles 1'),
  }),
  'freight.warehouse.priced': event(['warehouse'], 'it has other prices from a day on', '仓库自某日起采用新价目', {
    code: text('US-LAX-1'),
    validFrom: day('2026-12-01'),
    currency: text('USD'),
  }),
  'freight.inbound.announced': event(NOTICE, 'goods are announced to a warehouse', '已预约入库', INBOUND),
  'freight.inbound.departed': event(NOTICE, 'they are on their way', '货物已发运', INBOUND),
  'freight.inbound.arrived': event(NOTICE, 'they are at the warehouse', '货物已到仓', INBOUND),
  'freight.inbound.inspected': event(
    NOTICE,
    'counted and looked at: accepted, damaged and missing pieces by lot',
    '已清点检验：各批次合格、损坏与短少数量',
    INBOUND,
  ),
  'freight.inbound.stocked': event(NOTICE, 'in stock as announced, all sound', '已按预约全部上架', INBOUND),
  'freight.inbound.discrepancy': event(
    NOTICE,
    'what came is in stock; something is missing or damaged',
    '已上架但有短少或损坏',
    INBOUND,
  ),
  'freight.inbound.cancelled': event(NOTICE, 'nothing of it comes', '入库预约已取消', INBOUND),
  'freight.stock.moved': event(
    ['warehouse'],
    'pieces of lots have moved; each move has how its lot stands after all of them',
    '批次库存变动；每条变动附批次最新数量',
    {
      warehouse: text('US-LAX-1', 'Its code'),
      cause: word(['inboundNotice', 'outboundOrder', 'stockCount', 'stockLot']),
      causeId: text('asn_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      moves: list(
        object({
          lotId: LOT_ID,
          sku: text('TOY-1'),
          lot: text('L2026-11'),
          kind: text('receipt', 'As `GET /v1/freight/stock-moves` tells it'),
          pieces: integer(985),
          declarationId: DECLARATION_ID,
          itemNumber: ITEM,
          onHand: integer(985),
          allocated: integer(0),
          damaged: integer(10),
        }),
      ),
    },
  ),
  'freight.outbound.allocated': event(ORDER, 'stock is promised to an order', '已为订单分配库存', OUTBOUND),
  'freight.outbound.released': event(ORDER, 'the warehouse may pick it', '已下发拣货', OUTBOUND),
  'freight.outbound.dispatched': event(ORDER, 'it has left, with its tracking number', '已出库，附运单号', OUTBOUND),
  'freight.outbound.cancelled': event(
    ORDER,
    'it does not leave; what was promised is on offer again',
    '出库已取消，库存已释放',
    OUTBOUND,
  ),
  'freight.outbound.returned': event(ORDER, 'a buyer has sent something back', '买家退货', {
    orderReference: text('112-0042'),
    reference: text('RMA-1'),
    lines: list(object({ lotId: LOT_ID, pieces: integer(1), disposition: word(['restock', 'damaged', 'dispose']) })),
  }),
  'freight.stock_count.started': event(COUNT, 'lots are being counted', '盘点已开始', COUNTED),
  'freight.stock_count.counted': event(
    COUNT,
    'they are counted; `differences` lots differ',
    '已盘点；`differences` 为差异批次数',
    COUNTED,
  ),
  'freight.stock_count.adjusted': event(COUNT, 'the differences are booked', '盘点差异已入账', COUNTED),
  'freight.stock_count.cancelled': event(COUNT, 'nothing comes of it', '盘点已取消', COUNTED),
  'freight.warehouse_statement.issued': event(
    ['warehouseStatement'],
    'what a month of a warehouse cost',
    '仓库月度账单已出具',
    { warehouseId: WAREHOUSE_ID, period: text('2026-11'), total: money('842.15', 'USD') },
  ),
  'freight.overseas_export.accounted': event(
    ['declaration'],
    'how the items of a declaration under 9810 stand in warehouses, in pieces; the highest `revision` is the newest',
    '9810 报关单各项在海外仓的数量（件）；`revision` 最大者为最新',
    {
      entryNumber: text('310420260519137551', 'The 18 digits that customs gave it'),
      revision: integer(3, 'Counts the changes'),
      items: list(
        object({
          itemNumber: integer(1),
          quantity: decimal('1000', 'What left'),
          received: integer(995),
          sold: integer(120, 'Dispatched, less what came back'),
          returned: integer(2, 'All that ever came back'),
          disposed: integer(1),
          damaged: integer(9),
          onHand: integer(865),
          unsold: integer(874, 'Damaged and on hand'),
        }),
      ),
    },
  ),
} as const;
