import { money } from './amount.js';
import { REASON } from './cause.js';
import { event, flag, instant, list, nullable, text, word } from './shape.js';

const CHARGES = list(money('1850.00', 'USD'), 'Freight and surcharges by currency');

const CHANGE = {
  changeId: text('bch_01jdq3x7k2e9ta6v0m8r4c5wzb'),
  kind: word(['amendment', 'update'], 'After the confirmation, or before'),
};

const CUT_OFF = {
  code: text('VCO', 'DCSA cut-off code'),
  at: text('2026-12-04T18:00:00+08:00'),
};

export const FREIGHT_EVENTS = {
  'freight.quote.given': event(
    ['freightQuote'],
    'priced: `total`, and `totals` per currency',
    '已报价：`total`，以及按币种的 `totals`',
    {
      total: money('1850.00', 'USD', 'The part in the currency of the ocean freight'),
      totals: list(money('1850.00', 'USD'), 'All of it, one sum per currency'),
    },
  ),
  'freight.booking.requested': event(['booking'], 'sent to the carrier', '已向承运人订舱', {
    quoteId: nullable(text('0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11')),
  }),
  'freight.booking.confirmed': event(
    ['booking'],
    'ship, voyage, transport document, planned departure, charges',
    '已确认：船名、航次、提单号、计划开航日与费用',
    {
      carrierBookingReference: text('ENT26110001'),
      transportDocumentReference: text('ENTU26110001'),
      vesselName: text('EVER GIVEN'),
      voyageNumber: text('048W'),
      plannedDeparture: nullable(text('2026-11-26')),
      charges: CHARGES,
    },
  ),
  'freight.booking.rejected': event(
    ['booking'],
    'the carrier will not carry it; `afterConfirmation` where it had said yes before',
    '承运人拒绝承运；`afterConfirmation` 表示此前曾确认',
    { ...REASON, afterConfirmation: flag(false, 'It had said yes before (DCSA DECLINED)') },
  ),
  'freight.booking.cancelled': event(['booking'], 'cancelled, with the reason', '已取消，附原因', REASON),
  'freight.booking.cancellation_declined': event(
    ['booking'],
    'the carrier keeps to the booking',
    '承运人不同意取消',
    REASON,
  ),
  'freight.booking.completed': event(['booking'], 'carried; the final charges', '运输完成；最终费用', {
    charges: CHARGES,
  }),
  'freight.booking.overdue': event(
    ['booking'],
    'no answer by `expectedBy`; the carrier is being asked',
    '承运人逾 `expectedBy` 未答复，正在查询',
    { state: text('requested'), expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'freight.booking.change_wanted': event(
    ['booking'],
    'the carrier wants it updated, or amended `afterConfirmation`',
    '承运人要求更新订舱；`afterConfirmation` 表示确认后要求变更',
    { ...REASON, afterConfirmation: flag(false, 'It had confirmed before (DCSA PENDING_AMENDMENT)') },
  ),
  'freight.booking.change_requested': event(
    ['booking'],
    'an update or amendment goes to the carrier: `fields`',
    '已向承运人申请变更：`fields`',
    { ...CHANGE, fields: list(text('expectedDepartureDate'), 'What is to be changed') },
  ),
  'freight.booking.changed': event(
    ['booking'],
    'the carrier agreed to a change: `fields`',
    '承运人同意变更：`fields`',
    {
      ...CHANGE,
      fields: list(text('expectedDepartureDate'), 'What was changed'),
    },
  ),
  'freight.booking.change_declined': event(
    ['booking'],
    'the carrier did not agree to a change; the booking stands as it was',
    '承运人不同意变更，订舱保持不变',
    { ...CHANGE, ...REASON },
  ),
  'freight.booking.change_withdrawn': event(['booking'], 'an amendment was taken back', '变更申请已撤回', CHANGE),
  'freight.cut_off.moved': event(['booking'], 'the carrier moved a cut-off', '承运人调整了截止时间', {
    ...CUT_OFF,
    was: instant('2026-12-04T04:00:00.000Z'),
  }),
  'freight.cut_off.due_soon': event(
    ['booking'],
    'a cut-off is near: DCSA `code`, `at` by the clock of the port',
    '截止时间将至：DCSA `code`，`at` 为港口当地时间',
    CUT_OFF,
  ),
  'freight.cut_off.overdue': event(
    ['booking'],
    'a cut-off has passed, and what was due by it is not known to be done',
    '截止时间已过，相关事项未见完成',
    CUT_OFF,
  ),
  'freight.shipment.milestone': event(
    ['booking'],
    'one track-and-trace event: DCSA classifier and code, place, time; `retracted` when taken back',
    '一条运输跟踪事件：DCSA 分类与代码、地点、时间；`retracted` 表示已撤回',
    {
      classifier: word(['ACT', 'EST', 'PLN'], 'Actual, estimated, planned'),
      code: text('DEPA', 'DCSA event code'),
      at: text('2026-11-26T02:00:00.000Z'),
      location: nullable(text('CNNGB', 'UN/LOCODE')),
      retracted: flag(false, 'The carrier takes back what it said'),
    },
  ),
  'freight.shipment.departed': event(['booking'], 'the ship left the port of loading', '船已离开装货港', {
    departedAt: text('2026-11-26T02:00:00.000Z'),
    portOfLoading: text('CNNGB'),
  }),
  'freight.shipment.arrived': event(['booking'], 'the ship reached the port of discharge', '船已抵达卸货港', {
    arrivedAt: text('2026-12-18T06:00:00.000Z'),
    portOfDischarge: text('DEHAM'),
  }),
} as const;
