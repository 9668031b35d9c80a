import { fromFifths, toFifths } from '../fifths.js';
import { given } from '../parcels/record-fields.js';
import { type FilingRecord, type ParcelFilingKind } from './filing-kind.js';
import { numbered, pick, started } from './record-parts.js';
import { transportGroup, transportOf, type TransportSaid, WAYBILLS_PER_RECORD, waybillsOf } from './transport.js';

interface MasterWaybill {
  /** The message has all of it; what is left out is as the lists have it, and must be there. */
  readonly transport?: TransportSaid;
  /** 监管场所代码 */
  readonly placeCode?: string;
  /** 境内运输工具编号 */
  readonly domesticTransport?: string;
}

/** 清单总分单: which waybills go under which master waybill. */
export const EXPORT_MASTER_WAYBILL: ParcelFilingKind<MasterWaybill> = {
  name: 'master_waybill',
  direction: 'export',
  message: 'CEB607Message',
  element: 'WayBill',
  reply: 'CEB608Message',
  acceptedBy: 'concluded',
  from: ['accepted', 'reviewing', 'inspecting', 'concluded', 'released'],
  parcelsPerRecord: WAYBILLS_PER_RECORD,
  effect: null,

  groupOf: (parcel, { transport = {} }) => transportGroup(parcel, transport),

  recordOf: (record, { transport = {}, placeCode, domesticTransport }) => {
    const [first] = record.parcels;
    return {
      WayBillHead: {
        ...started(record),
        ...pick(first?.list.head, ['customsCode']),
        copNo: record.copNo,
        ...pick(first?.list.head, ['agentCode', 'agentName']),
        ...given({ loctNo: placeCode }),
        ...transportOf(first, transport),
        ...given({ domesticTrafNo: domesticTransport }),
        grossWeight: grossOf(record),
        ...pick(first?.list.head, ['logisticsCode', 'logisticsName']),
        ...numbered(record),
      },
      WayBillList: waybillsOf(record),
    };
  },
};

/** Kilograms, the parcels of this record together; nothing is rounded. */
function grossOf({ parcels }: FilingRecord): string {
  return fromFifths(parcels.reduce((sum, { list }) => sum + toFifths(list.head['grossWeight'] ?? '0'), 0n));
}
