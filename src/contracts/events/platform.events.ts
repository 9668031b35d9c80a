import { event, integer, nullable, text, word } from './shape.js';

/** How much work that one request ordered came out. */
const OPERATION_ENDED = {
  kind: text('batch'),
  command: nullable(text('createOrder', 'Of a batch: the command that it gave for each item')),
  total: integer(1_000),
  done: integer(1_000, 'Worked, whatever came of it'),
  failed: integer(3),
  cancelled: integer(0),
} as const;

/** What the machine room says about itself. */
export const PLATFORM_EVENTS = {
  'operations.operation.completed': event(
    ['operation'],
    'every item of a [batch](batches.md) is done: how many, and how many failed',
    '批量操作的每一项均已处理：总数与失败数',
    OPERATION_ENDED,
  ),
  'operations.operation.cancelled': event(
    ['operation'],
    'a batch was cancelled, and nothing of it is under way any more',
    '批量操作已取消，且不再有任何一项在处理中',
    OPERATION_ENDED,
  ),
  'webhooks.endpoint.disabled': event(
    ['webhookEndpoint'],
    'nothing is sent to this endpoint any more: `gone` or `failing`',
    '不再向该端点发送：`gone` 或 `failing`',
    {
      reason: word(['gone', 'failing'], '`gone`: it said 410; `failing`: nothing got through for five days'),
      lastStatus: nullable(integer(410, 'Status of its last answer; null when there was none')),
    },
  ),
} as const;
