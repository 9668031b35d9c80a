import { chinaStamp } from '../parcels/record-fields.js';
import { PARCEL } from '../parcels/parcel-status.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { SAY, WHY_NOT } from './parcel-filing.sentences.js';
import { numbered, pick, started } from './record-parts.js';
import { transportGroup, transportOf, type TransportSaid, WAYBILLS_PER_RECORD, waybillsOf } from './transport.js';

interface Departure {
  /** RFC 3339. */
  readonly departedAt: string;
  readonly transport?: TransportSaid;
}

/** 离境单: the goods have left China. The lists are cleared (结关) after it. */
export const EXPORT_DEPARTURE: ParcelFilingKind<Departure> = {
  name: 'departure',
  direction: 'export',
  message: 'CEB509Message',
  element: 'Departure',
  reply: 'CEB510Message',
  acceptedBy: 'concluded',
  from: PARCEL.table.depart.from,
  parcelsPerRecord: WAYBILLS_PER_RECORD,
  effect: 'depart',

  faultsOf: ({ departedAt }, now) => {
    if (new Date(departedAt) <= now) return [];
    return [{ pointer: '/departedAt', code: 'in_future', message: SAY.in_future({ field: 'departedAt' }) }];
  },

  whyNot: ({ others }) =>
    others.some(({ kind, isAccepted }) => kind === 'withdrawal' && !isAccepted) ? WHY_NOT.withdrawing : null,

  groupOf: (parcel, { transport = {} }) => transportGroup(parcel, transport),

  recordOf: (record, { departedAt, transport = {} }) => {
    const [first] = record.parcels;
    return {
      DepartureHead: {
        ...started(record),
        ...pick(first?.list.head, ['customsCode']),
        copNo: record.copNo,
        ...pick(first?.list.head, ['logisticsCode', 'logisticsName']),
        ...transportOf(first, transport),
        leaveTime: chinaStamp(new Date(departedAt)),
        ...numbered(record),
      },
      DepartureList: waybillsOf(record),
    };
  },
};
