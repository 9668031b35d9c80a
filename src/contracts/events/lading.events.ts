import { REASON } from './cause.js';
import { event, integer, nullable, text, word } from './shape.js';

const BOOKING = { bookingId: text('bkg_01jdq3x7k2e9ta6v0m8r4c5wzb') };

/** Shipping instructions: what is to stand in the transport document. */
export const LADING_EVENTS = {
  'freight.shipping_instructions.requested': event(
    ['shippingInstructions'],
    'shipping instructions go to the carrier',
    '提单补料已提交承运人',
    { ...BOOKING, transportDocumentTypeCode: word(['BOL', 'SWB'], 'Bill of lading, or sea waybill') },
  ),
  'freight.shipping_instructions.received': event(
    ['shippingInstructions'],
    'the carrier has received them, or what it wanted updated',
    '承运人已收到提单补料',
    { ...BOOKING, shippingInstructionsReference: nullable(text('e0559d83-00e2-438e-afd9-fdd610c1a008')) },
  ),
  'freight.shipping_instructions.update_wanted': event(
    ['shippingInstructions'],
    'the carrier wants them updated',
    '承运人要求修改提单补料',
    { ...BOOKING, ...REASON },
  ),
  'freight.shipping_instructions.updated': event(
    ['shippingInstructions'],
    'the carrier agreed to an update: `revision`',
    '承运人同意修改提单补料：`revision`',
    { ...BOOKING, revision: integer(2, 'Which revision of the instructions now holds') },
  ),
  'freight.shipping_instructions.update_declined': event(
    ['shippingInstructions'],
    'the carrier did not agree to an update; they stand as they were',
    '承运人不同意修改，提单补料保持不变',
    { ...BOOKING, ...REASON },
  ),
  'freight.shipping_instructions.update_withdrawn': event(
    ['shippingInstructions'],
    'an update was taken back',
    '提单补料的修改已撤回',
    BOOKING,
  ),
  'freight.shipping_instructions.completed': event(
    ['shippingInstructions'],
    'they can no longer be changed: the goods are given out',
    '提单补料已完结，不可再修改',
    BOOKING,
  ),
  'freight.shipping_instructions.cancelled': event(
    ['shippingInstructions'],
    'the carrier has forgotten them, as it was asked to',
    '提单补料已取消',
    BOOKING,
  ),
  'freight.shipping_instructions.declined': event(
    ['shippingInstructions'],
    'the carrier does not take them',
    '承运人不接受提单补料',
    { ...BOOKING, ...REASON },
  ),
} as const;
