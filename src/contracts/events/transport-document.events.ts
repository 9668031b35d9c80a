import { REASON } from './cause.js';
import { event, text, word } from './shape.js';

const BOOKING = { bookingId: text('bkg_01jdq3x7k2e9ta6v0m8r4c5wzb') };

const DOCUMENT = {
  ...BOOKING,
  transportDocumentReference: text('SNBX0000795000001'),
  level: word(['house', 'master'], 'Of the forwarder, or of the carrier'),
};
const PURPOSE = word(['amendment', 'delivery'], 'What it is given back for');

/** Bills of lading and sea waybills. */
export const DOCUMENT_EVENTS = {
  'freight.transport_document.drafted': event(
    ['transportDocument'],
    'a draft to look at: approve it, or ask for a change',
    '提单确认件已出，请确认或要求修改',
    { ...DOCUMENT, transportDocumentTypeCode: word(['BOL', 'SWB'], 'Bill of lading, or sea waybill') },
  ),
  'freight.transport_document.approved': event(
    ['transportDocument'],
    'the carrier has noted that the draft was approved',
    '提单确认件已确认',
    DOCUMENT,
  ),
  'freight.transport_document.approval_declined': event(
    ['transportDocument'],
    'the carrier does not take the approval',
    '承运人未接受确认',
    { ...DOCUMENT, ...REASON },
  ),
  'freight.transport_document.issued': event(['transportDocument'], 'issued', '已签发', {
    ...DOCUMENT,
    transportDocumentTypeCode: word(['BOL', 'SWB'], 'Bill of lading, or sea waybill'),
  }),
  'freight.transport_document.surrender_pending': event(
    ['transportDocument'],
    'the carrier is taking it back: `purpose`',
    '承运人正在收回单证：`purpose`',
    { ...DOCUMENT, purpose: PURPOSE },
  ),
  'freight.transport_document.surrendered': event(
    ['transportDocument'],
    'the carrier has it back: `purpose`; for delivery the goods can be given out',
    '单证已交回：`purpose`；用于提货时即可放货',
    { ...DOCUMENT, purpose: PURPOSE },
  ),
  'freight.transport_document.surrender_declined': event(
    ['transportDocument'],
    'the carrier did not take it back; it stands as issued',
    '承运人未接受交回，单证仍为已签发',
    { ...DOCUMENT, ...REASON },
  ),
  'freight.transport_document.voided': event(
    ['transportDocument'],
    'no longer good; after a surrender for amendment another one takes its place',
    '已作废；因修改而交回的，将以新单证代替',
    DOCUMENT,
  ),
} as const;
