import { money } from './amount.js';
import { REASON } from './cause.js';
import { event, instant, list, nullable, text, word } from './shape.js';

const CONSIGNMENT = ['consignment'] as const;
const WAY = word(['air', 'dedicated_line', 'express', 'postal', 'rail'], 'Way of carriage');
const CARRIED = {
  way: WAY,
  waybillNumber: nullable(text('EE123456785CN', 'Air waybill, postal item, parcel, rail consignment note')),
} as const;

/** Goods that go by express, post, dedicated line, air or rail. */
export const CONSIGNMENT_EVENTS = {
  'freight.consignment.requested': event(CONSIGNMENT, 'sent to the courier', '已向承运人下单', {
    way: WAY,
    reference: nullable(text('EXP-2026-17', 'Your own')),
    comparisonId: text('frc_01jdq3x7k2e9ta6v0m8r4c5wzb'),
    charges: list(money('352.00', 'CNY'), 'Prepaid, by currency, as offered'),
  }),
  'freight.consignment.accepted': event(CONSIGNMENT, 'the courier takes it: its numbers', '承运人已接单：单号', {
    ...CARRIED,
    trackingNumbers: list(text('EE123456785CN'), 'One for each piece, where pieces have their own'),
  }),
  'freight.consignment.collected': event(CONSIGNMENT, 'the courier has it', '承运人已揽收', CARRIED),
  'freight.consignment.in_transit': event(CONSIGNMENT, 'it has left', '已启运', CARRIED),
  'freight.consignment.delivered': event(CONSIGNMENT, 'the recipient has it', '已签收', CARRIED),
  'freight.consignment.rejected': event(CONSIGNMENT, 'the courier will not take it', '承运人拒绝承运', REASON),
  'freight.consignment.cancelled': event(CONSIGNMENT, 'cancelled, with the reason', '已取消，附原因', REASON),
  'freight.consignment.cancellation_declined': event(
    CONSIGNMENT,
    'the courier has collected it: it goes its way',
    '承运人不同意取消，运输继续',
    REASON,
  ),
  'freight.consignment.returned': event(CONSIGNMENT, 'sent back to the sender', '已退回寄件人', {
    ...CARRIED,
    ...REASON,
  }),
  'freight.consignment.lost': event(CONSIGNMENT, 'the courier cannot find it', '承运人确认丢失', {
    ...CARRIED,
    ...REASON,
  }),
  'freight.consignment.overdue': event(
    CONSIGNMENT,
    'no word by `expectedBy`; the courier is being asked',
    '承运人逾 `expectedBy` 未更新，正在查询',
    { state: text('requested'), expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'freight.consignment.milestone': event(
    CONSIGNMENT,
    'one track-and-trace event: DCSA classifier and code, place, time, piece',
    '一条运输跟踪事件：DCSA 分类与代码、地点、时间、包裹',
    {
      classifier: word(['ACT', 'EST', 'PLN'], 'Actual, estimated, planned'),
      code: text('DEPA', 'DCSA event code'),
      at: text('2026-12-07T18:12:00+08:00'),
      location: nullable(text('CNPVG', 'UN/LOCODE')),
      trackingNumber: nullable(text('EE123456785CN', 'None where it is of all pieces')),
    },
  ),
} as const;
