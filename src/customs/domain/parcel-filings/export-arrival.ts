import { given } from '../parcels/record-fields.js';
import { type ParcelFilingKind } from './filing-kind.js';
import { numbered, pick, started } from './record-parts.js';
import {
  type NamedCompany,
  transportGroup,
  transportOf,
  type TransportSaid,
  WAYBILLS_PER_RECORD,
  waybillsOf,
} from './transport.js';

interface Arrival {
  /** 监管场所经营人 */
  readonly operator: NamedCompany;
  /** 监管场所代码 */
  readonly placeCode?: string;
  /** 境内运输工具编号, such as the number plate. */
  readonly domesticTransport: string;
  readonly transport?: TransportSaid;
}

/** 运抵单: the goods have come to the supervised place. */
export const EXPORT_ARRIVAL: ParcelFilingKind<Arrival> = {
  name: 'arrival',
  direction: 'export',
  message: 'CEB507Message',
  element: 'Arrival',
  reply: 'CEB508Message',
  acceptedBy: 'concluded',
  from: ['accepted', 'reviewing', 'inspecting', 'concluded', 'released'],
  parcelsPerRecord: WAYBILLS_PER_RECORD,
  effect: null,

  groupOf: (parcel, { transport = {} }) => transportGroup(parcel, transport),

  recordOf: (record, { operator, placeCode, domesticTransport, transport = {} }) => {
    const [first] = record.parcels;
    const { trafMode, billNo } = transportOf(first, transport);
    return {
      ArrivalHead: {
        ...started(record),
        ...pick(first?.list.head, ['customsCode']),
        copNo: record.copNo,
        operatorCode: operator.code,
        operatorName: operator.name,
        ...given({ loctNo: placeCode }),
        ieFlag: 'E',
        ...given({ trafMode, billNo }),
        domesticTrafNo: domesticTransport,
        ...pick(first?.list.head, ['logisticsCode', 'logisticsName']),
        ...numbered(record),
      },
      ArrivalList: waybillsOf(record),
    };
  },
};
