import { given } from '../parcels/record-fields.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { WHY_NOT } from './parcel-filing.sentences.js';
import { pick, started } from './record-parts.js';
import { type NamedCompany, type TransportSaid } from './transport.js';

interface ReturnTally {
  /** 监管场所经营人 */
  readonly operator: NamedCompany;
  readonly transport: Required<TransportSaid>;
  /** 卸货堆货的仓储位置 */
  readonly location?: string;
}

/** 退货理货明细单: returned goods have come in and been counted. The parcel is returned when customs has taken it, and nothing is left. */
export const EXPORT_RETURN_TALLY: ParcelFilingKind<ReturnTally> = {
  name: 'return_tally',
  direction: 'export',
  message: 'CEB215Message',
  element: 'InvtRefundDetail',
  reply: 'CEB216Message',
  acceptedBy: 'concluded',
  from: ['departed', 'cleared'],
  parcelsPerRecord: 1,
  effect: 'return',

  isOfPart: () => true,

  // As many as there were returns: each is counted when it is in.
  whyNot: ({ others }) => {
    const returns = others.filter(({ kind, isAccepted }) => kind === 'return' && isAccepted).length;
    const counted = others.filter(({ kind }) => kind === 'return_tally').length;
    return returns > counted ? null : WHY_NOT.not_applied_for;
  },

  recordOf: (record, { operator, transport, location }) => {
    const [parcel] = record.parcels;
    const head = parcel?.list.head;
    return {
      ...started(record),
      ...pick(head, ['customsCode']),
      operatorCode: operator.code,
      operatorName: operator.name,
      ...pick(head, ['logisticsCode', 'logisticsName', 'logisticsNo']),
      ...given({ invtNo: parcel?.invtNo }),
      coElNo: record.copNo,
      billNo: transport.billNo,
      ieFlag: 'I',
      trafMode: transport.mode,
      trafName: transport.name,
      voyageNo: transport.voyage,
      ...given({ location }),
    };
  },
};
