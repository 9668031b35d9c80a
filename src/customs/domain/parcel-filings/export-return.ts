import { given, type Fields } from '../parcels/record-fields.js';
import { type FiledParcel, type ParcelFilingKind } from './filing-kind.js';
import { monthsOver } from './export-return-law.js';
import { SAY, WHY_NOT } from './parcel-filing.sentences.js';
import { linesBack, type LineSaid, saidOf } from './returned-lines.js';
import { pick, started } from './record-parts.js';
import { type TransportSaid } from './transport.js';

/** What comes back is of a supervision mode of its own: 特殊区域跨境电商出口商品退货, 跨境电商出口退货. */
const RETURN_MODES: Readonly<Record<string, string>> = { 1210: '1261' };
const RETURN_MODE = '9661';

interface Return {
  readonly reason: string;
  readonly lines?: readonly LineSaid[];
  /** By what they come back. */
  readonly transport?: Required<TransportSaid>;
  /** 启运国（地区）: where they come from; left out: where they went. */
  readonly country?: string;
  readonly placeCode?: string;
}

/** 退货申请单: exported goods are to come back, whole parcels or parts of them. */
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

  isOfPart: ({ lines }) => lines !== undefined,

  whyNot: (parcel, now, { lines }) => {
    const months = parcel.releasedAt === null ? null : monthsOver(parcel.releasedAt, now);
    if (months !== null) return WHY_NOT.too_late(months);
    return linesOf(parcel, lines).length === 0 ? WHY_NOT.less_left : null;
  },

  recordOf: (record, { reason, transport, country, placeCode, lines }) => {
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
      InvtRefundList: parcel === undefined ? [] : linesOf(parcel, lines),
    };
  },
};

const OF_LINES = ['gnum', 'gcode', 'gname', 'gmodel', 'qty', 'qty1', 'unit', 'unit1', 'qty2', 'unit2'];

function linesOf({ id, list, returned }: FiledParcel, lines: readonly LineSaid[] | undefined): Fields[] {
  const back = linesBack(list, returned?.lines ?? [], saidOf(lines, id));
  return (back?.lines ?? []).map((line) => pick(line, OF_LINES));
}
