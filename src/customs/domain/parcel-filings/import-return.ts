import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { importReturnDays } from '../parcels/import-return-law.js';
import { given } from '../parcels/record-fields.js';
import { type FiledParcel, type ParcelFilingKind } from './filing-kind.js';
import { importParties } from './import-parties.js';
import { SAY, WHY_NOT } from './parcel-filing.sentences.js';
import { linesBack, type LineSaid, saidOf } from './returned-lines.js';
import { pick, started } from './record-parts.js';

interface Return {
  readonly reason: string;
  readonly lines?: readonly LineSaid[];
  readonly transport?: object;
}

const OF_LINES = ['gnum', 'gcode', 'gname', 'qty', 'unit'];

/**
 * 退货申请单: released imports come back, whole lists or parts of them, within the days of the law. When customs has taken it
 * (CEB626Message) their taxes are not levied, and what they took of their buyer's year is given back, of parts in proportion.
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

  isOfPart: ({ lines }) => lines !== undefined,

  whyNot: (parcel, now, { lines }) => {
    const applyBy = parcel.releasedAt === null ? null : importReturnDays(parcel.releasedAt).applyBy;
    if (applyBy !== null && dateInZone(now, CHINA) > applyBy) return WHY_NOT.return_over(applyBy);
    return backOf(parcel, lines) === null ? WHY_NOT.less_left : null;
  },

  recordOf: (record, { reason, lines }) => {
    const [parcel] = record.parcels;
    return {
      InvtRefundHead: {
        ...started(record),
        ...importParties(parcel?.list.head),
        copNo: record.copNo,
        ...given({ preNo: parcel?.preNo, invtNo: parcel?.invtNo }),
        reason,
      },
      InvtRefundList: (parcel === undefined ? [] : (backOf(parcel, lines)?.lines ?? [])).map((line) =>
        pick(line, OF_LINES),
      ),
    };
  },
};

function backOf({ id, list, returned }: FiledParcel, lines: readonly LineSaid[] | undefined) {
  return linesBack(list, returned?.lines ?? [], saidOf(lines, id));
}
