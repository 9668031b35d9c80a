import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { importReturnDays } from '../parcels/import-return-law.js';
import { given } from '../parcels/record-fields.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { importParties } from './import-parties.js';
import { SAY, WHY_NOT } from './parcel-filing.sentences.js';
import { pick, started } from './record-parts.js';

interface Return {
  readonly reason: string;
  readonly transport?: object;
}

const OF_LINES = ['gnum', 'gcode', 'gname', 'qty', 'unit'];

/**
 * 退货申请单: released imports come back, each list as a whole, within the days of the law. When customs has taken it
 * (CEB626Message) their taxes are not levied, and what they took of their buyer's year is given back.
 */
export const IMPORT_RETURN: ParcelFilingKind<Return> = {
  name: 'return',
  direction: 'import',
  message: 'CEB625Message',
  element: 'InvtRefund',
  reply: 'CEB626Message',
  acceptedBy: 'concluded',
  from: ['released', 'cleared'],
  parcelsPerRecord: 1,
  effect: 'return',

  faultsOf: ({ transport }) =>
    transport === undefined ? [] : [{ pointer: '/transport', code: 'not_allowed', message: SAY.no_transport_back }],

  whyNot: ({ releasedAt }, now) => {
    const applyBy = releasedAt === null ? null : importReturnDays(releasedAt).applyBy;
    return applyBy === null || dateInZone(now, CHINA) <= applyBy ? null : WHY_NOT.return_over(applyBy);
  },

  recordOf: (record, { reason }) => {
    const [parcel] = record.parcels;
    return {
      InvtRefundHead: {
        ...started(record),
        ...importParties(parcel?.list.head),
        copNo: record.copNo,
        ...given({ preNo: parcel?.preNo, invtNo: parcel?.invtNo }),
        reason,
      },
      InvtRefundList: (parcel?.list.lines ?? []).map((line) => pick(line, OF_LINES)),
    };
  },
};
