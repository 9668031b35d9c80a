import { PARCEL } from '../parcels/parcel-status.js';
import { given } from '../parcels/record-fields.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { pick, started } from './record-parts.js';
import { WHY_NOT } from './parcel-filing.sentences.js';

interface Withdrawal {
  readonly reason: string;
}

/** 撤销申请单: lists of exports are withdrawn before their goods leave. The answer (CEB606Message) decides. */
export const EXPORT_WITHDRAWAL: ParcelFilingKind<Withdrawal> = {
  name: 'withdrawal',
  direction: 'export',
  message: 'CEB605Message',
  element: 'InvtCancel',
  reply: 'CEB606Message',
  acceptedBy: 'concluded',
  from: PARCEL.table.withdraw.from,
  parcelsPerRecord: 1,
  effect: 'withdraw',

  whyNot: ({ others }) => (others.some(({ kind }) => kind === 'departure') ? WHY_NOT.departing : null),

  recordOf: (record, { reason }) => {
    const [parcel] = record.parcels;
    return {
      ...started(record),
      ...pick(parcel?.list.head, ['customsCode']),
      copNo: record.copNo,
      ...given({ preNo: parcel?.preNo, invtNo: parcel?.invtNo }),
      reason,
      ...pick(parcel?.list.head, ['agentCode', 'agentName', 'ebcCode', 'ebcName']),
    };
  },
};
