import { given, type Fields } from '../parcels/record-fields.js';
import { type FiledParcel, type ParcelFilingKind } from './filing-kind.js';
import { WHY_NOT } from './parcel-filing.sentences.js';
import { pick, started } from './record-parts.js';
import { type NamedCompany, type TransportSaid, WAYBILLS_PER_RECORD, waybillsOf } from './transport.js';

interface WarehouseEntry {
  /** 监管场所经营人 */
  readonly operator: NamedCompany;
  /** 货物卸货的仓储存放位置 */
  readonly location?: string;
  /** By what they came, where the lists do not say. */
  readonly transport?: TransportSaid;
}

/** 入库明细单: goods have come into the supervised place, waybill by waybill; one message for each transport. */
export const IMPORT_WAREHOUSE_ENTRY: ParcelFilingKind<WarehouseEntry> = {
  name: 'warehouse_entry',
  direction: 'import',
  message: 'CEB711Message',
  element: 'Delivery',
  reply: 'CEB712Message',
  acceptedBy: 'concluded',
  from: ['accepted', 'reviewing', 'inspecting', 'concluded', 'released', 'cleared'],
  parcelsPerRecord: WAYBILLS_PER_RECORD,
  effect: null,
  numberField: 'rkdNo',

  whyNot: (parcel, _now, { transport = {} }) => {
    const told = transportOf(parcel, transport);
    return ['trafMode', 'trafNo', 'voyageNo', 'billNo'].every((name) => told[name] !== undefined)
      ? null
      : WHY_NOT.no_transport;
  },

  groupOf: (parcel, { transport = {} }) => {
    const { customsCode, logisticsCode } = parcel.list.head;
    return JSON.stringify([customsCode, logisticsCode, transportOf(parcel, transport)]);
  },

  recordOf: (record, { operator, location, transport = {} }) => {
    const [first] = record.parcels;
    return {
      DeliveryHead: {
        ...started(record),
        ...pick(first?.list.head, ['customsCode']),
        copNo: record.copNo,
        operatorCode: operator.code,
        operatorName: operator.name,
        ieFlag: 'I',
        ...transportOf(first, transport),
        ...pick(first?.list.head, ['logisticsCode', 'logisticsName']),
        ...given({ unloadLocation: location }),
      },
      DeliveryList: waybillsOf(record),
    };
  },
};

function transportOf(parcel: FiledParcel | undefined, { mode, name, voyage, billNo }: TransportSaid): Fields {
  const head = parcel?.list.head ?? {};
  return given({
    trafMode: mode ?? head['trafMode'],
    trafNo: name ?? head['trafNo'],
    voyageNo: voyage ?? head['voyageNo'],
    billNo: billNo ?? head['billNo'],
  });
}
