import { type Fault } from '../../../kernel/domain-error.js';
import { chinaStamp } from '../parcels/record-fields.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { SAY } from './parcel-filing.sentences.js';
import { pick, started } from './record-parts.js';

interface Delivery {
  readonly deliveredAt: string;
}

/** The one status that there is: the consignee has signed for it (签收). */
const SIGNED_FOR = 'S';

/** 物流运单状态: parcels have come to their consignees. */
export const IMPORT_DELIVERY: ParcelFilingKind<Delivery> = {
  name: 'delivery',
  direction: 'import',
  message: 'CEB513Message',
  element: 'LogisticsStatus',
  reply: 'CEB514Message',
  acceptedBy: 'stored',
  from: ['released', 'cleared'],
  parcelsPerRecord: 1,
  effect: null,

  faultsOf: ({ deliveredAt }, now): Fault[] =>
    new Date(deliveredAt) <= now
      ? []
      : [{ pointer: '/deliveredAt', code: 'in_future', message: SAY.in_future({ field: 'deliveredAt' }) }],

  recordOf: (record, { deliveredAt }) => ({
    ...started(record),
    ...pick(record.parcels[0]?.list.head, ['logisticsCode', 'logisticsName', 'logisticsNo']),
    logisticsStatus: SIGNED_FOR,
    logisticsTime: chinaStamp(new Date(deliveredAt)),
  }),
};
