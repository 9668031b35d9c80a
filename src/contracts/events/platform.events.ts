import { event, instant, integer, list, nullable, text, word } from './shape.js';

/** How much work that one request ordered came out. */
const OPERATION_ENDED = {
  kind: text('batch'),
  command: nullable(text('createOrder', 'Of a batch: the command that it gave for each item')),
  total: integer(1_000),
  done: integer(1_000, 'Worked, whatever came of it'),
  failed: integer(3),
  cancelled: integer(0),
  refusal: nullable(text('MANDATES.REVOKED', 'Why all that was left was refused at once: the code of the problem')),
} as const;

/** Who lets whom act for it, and with what; in the log of either tenant. */
const MANDATE_TERMS = {
  grantorId: text('ten_01m86mfg92esn8mhffhbvgn20z'),
  integratorId: text('ten_01m86mfj5vesn8mk2jkqqm4e6t'),
  scopes: list(text('orders:read')),
  expiresAt: instant('2027-11-25T08:00:00.000Z'),
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
  'mandates.mandate.granted': event(
    ['mandate'],
    'a tenant offers another one to act for it: scopes, `expiresAt`; in the log of either',
    '租户授权另一租户代其办理：权限范围与 `expiresAt`；双方日志均有记录',
    MANDATE_TERMS,
  ),
  'mandates.mandate.accepted': event(
    ['mandate'],
    'the integrator may act from now on',
    '集成方即日起可代为办理',
    MANDATE_TERMS,
  ),
  'mandates.mandate.declined': event(['mandate'], 'the integrator will not', '集成方拒绝授权', MANDATE_TERMS),
  'mandates.mandate.revoked': event(
    ['mandate'],
    'ended before its time: `endedBy` grantor or integrator',
    '提前终止：`endedBy` 为授权方或集成方',
    { ...MANDATE_TERMS, endedBy: word(['grantor', 'integrator']) },
  ),
  'mandates.mandate.expired': event(['mandate'], 'its time is over', '授权已到期', MANDATE_TERMS),
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
