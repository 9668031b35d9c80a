import { money } from './amount.js';
import { event, flag, text, word } from './shape.js';

/** The five tracks of an order. `not_applicable` is final. */
const TRACK = word(['customs', 'freight', 'fx', 'taxRefund', 'financing']);
export type Track = (typeof TRACK)['example'];

export const ORDERS_EVENTS = {
  'orders.order.placed': event(
    ['order'],
    'the order is complete and binding; every service starts its track',
    '订单已完整并生效；各项服务开始各自的进程',
    {
      reference: text('SO-2026-0117', "The caller's own"),
      incoterm: text('FOB', 'Incoterms 2020'),
      value: money('10000.00', 'USD'),
      refundMode: word(['trading', 'manufacturer', 'agency', 'agency_export', 'none']),
      freightBy: word(['platform', 'other']),
      refundAdvance: flag(true),
    },
  ),
  'orders.order.track_changed': event(
    ['order'],
    'one of the five tracks moved: `track`, `from`, `to`',
    '五个进程之一有变化：`track`、`from`、`to`',
    { track: TRACK, from: text('submitted'), to: text('released') },
  ),
  'orders.order.cancelled': event(
    ['order'],
    'given up before anything was binding: `reason`, and the state it left, `from`',
    '在产生约束力之前取消：`reason` 与原状态 `from`',
    {
      reason: text('The buyer withdrew'),
      from: text('placed', 'The state it left. No service has heard of an order that was cancelled as a draft'),
    },
  ),
  'orders.order.closed': event(['order'], 'every track is final; `margin`', '所有进程均已终结；`margin` 为毛利', {
    margin: money('1234.50', 'CNY'),
  }),
} as const;
