import { event, integer, nullable, word } from './shape.js';

/** What the machine room says about itself. */
export const PLATFORM_EVENTS = {
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
