import { given } from '../parcels/record-fields.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { importParties } from './import-parties.js';
import { started } from './record-parts.js';

interface Withdrawal {
  readonly reason: string;
}

/**
 * 撤销申请单: lists of imports are withdrawn before they are released; afterwards the goods come back by a return. The answer
 * (CEB624Message) decides; with the list what it took of its buyer's year is given back.
 */
export const IMPORT_WITHDRAWAL: ParcelFilingKind<Withdrawal> = {
  name: 'withdrawal',
  direction: 'import',
  message: 'CEB623Message',
  element: 'InvtCancel',
  reply: 'CEB624Message',
  acceptedBy: 'concluded',
  from: ['accepted', 'reviewing', 'inspecting', 'concluded'],
  parcelsPerRecord: 1,
  effect: 'withdraw',

  recordOf: (record, { reason }) => {
    const [parcel] = record.parcels;
    return {
      ...started(record),
      ...importParties(parcel?.list.head),
      copNo: record.copNo,
      ...given({ preNo: parcel?.preNo, invtNo: parcel?.invtNo }),
      reason,
    };
  },
};
