import { given, type Fields } from '../parcels/record-fields.js';
import { type FiledParcel, type ParcelFilingKind } from './filing-kind.js';
import { monthsOver } from './export-return-law.js';
import { SAY, WHY_NOT } from './parcel-filing.sentences.js';
import { pick, started } from './record-parts.js';
import { type TransportSaid } from './transport.js';

/** What comes back is of a supervision mode of its own: 特殊区域跨境电商出口商品退货, 跨境电商出口退货. */
const RETURN_MODES: Readonly<Record<string, string>> = { 1210: '1261' };
const RETURN_MODE = '9661';

interface Return {
  readonly reason: string;
  /** By what they come back. */
  readonly transport?: Required<TransportSaid>;
  /** 启运国（地区）: where they come from; left out: where they went. */
  readonly country?: string;
  readonly placeCode?: string;
}

/** 退货申请单: exported goods are to come back, each parcel as a whole. */
export const EXPORT_RETURN: ParcelFilingKind<Return> = {
  name: 'return',
  direction: 'export',
  message: 'CEB213Message',
  element: 'InvtRefund',
  reply: 'CEB214Message',
  acceptedBy: 'concluded',
  from: ['departed', 'cleared'],
  parcelsPerRecord: 1,
  effect: null,

  faultsOf: ({ transport }) =>
    transport === undefined ? [{ pointer: '/transport', code: 'required', message: SAY.transport_back }] : [],

  whyNot: ({ releasedAt }, now) => {
    const months = releasedAt === null ? null : monthsOver(releasedAt, now);
    return months === null ? null : WHY_NOT.too_late(months);
  },

  recordOf: (record, { reason, transport, country, placeCode }) => {
    const [parcel] = record.parcels;
    const head = parcel?.list.head ?? {};
    return {
      InvtRefundHead: {
        ...started(record),
        ...pick(head, ['customsCode']),
        ...given({ loctNo: placeCode }),
        ...pick(head, ['ebpCode', 'ebpName', 'ebcCode', 'ebcName', 'logisticsNo', 'logisticsCode', 'logisticsName']),
        coElNo: record.copNo,
        ...given({ invtNo: parcel?.invtNo }),
        tradeMode: RETURN_MODES[head['tradeMode'] ?? ''] ?? RETURN_MODE,
        ...pick(head, ['agentCode', 'agentName']),
        ...given({ billNo: transport?.billNo }),
        ieFlag: 'I',
        ...given({ trafMode: transport?.mode, trafName: transport?.name }),
        ...pick(head, ['portCode']),
        reason,
        country: country ?? head['country'] ?? '',
        ...given({ voyageNo: transport?.voyage }),
      },
      InvtRefundList: linesOf(parcel),
    };
  },
};

const OF_LINES = ['gnum', 'gcode', 'gname', 'gmodel', 'qty', 'qty1', 'unit', 'unit1', 'qty2', 'unit2'];

function linesOf(parcel: FiledParcel | undefined): Fields[] {
  return (parcel?.list.lines ?? []).map((line) => pick(line, OF_LINES));
}
