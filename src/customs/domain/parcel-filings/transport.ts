import { given, type Fields } from '../parcels/record-fields.js';
import { type FiledParcel, type FilingRecord } from './filing-kind.js';

/** A company as customs knows it. */
export interface NamedCompany {
  readonly code: string;
  readonly name: string;
}

/** By what goods leave or come back; what is left out is as the lists have it. */
export interface TransportSaid {
  /** 运输方式代码 */
  readonly mode?: string;
  /** 运输工具名称: the vessel, the flight. */
  readonly name?: string;
  /** 航班航次号 */
  readonly voyage?: string;
  /** 提运单号: the master waybill (总运单). */
  readonly billNo?: string;
}

/** Waybills in one record; the schema sets no end. */
export const WAYBILLS_PER_RECORD = 1_000;

/** 运输方式, 运输工具名称, 航班航次号, 提运单号. */
export function transportOf(parcel: FiledParcel | undefined, { mode, name, voyage, billNo }: TransportSaid): Fields {
  const head = parcel?.list.head ?? {};
  return given({
    trafMode: mode ?? head['trafMode'],
    trafName: name ?? head['trafName'],
    voyageNo: voyage ?? head['voyageNo'],
    billNo: billNo ?? head['billNo'],
  });
}

/** Parcels whose heads would say the same: one office, one logistics enterprise, one transport. */
export function transportGroup(parcel: FiledParcel, transport: TransportSaid): string {
  const { customsCode, logisticsCode, agentCode } = parcel.list.head;
  return JSON.stringify([customsCode, logisticsCode, agentCode, transportOf(parcel, transport)]);
}

/** 序号 and 物流运单编号 of each parcel. */
export function waybillsOf({ parcels }: FilingRecord): Fields[] {
  return parcels.map(({ list: { head } }, place) =>
    given({ gnum: String(place + 1), totalPackageNo: head['totalPackageNo'], logisticsNo: head['logisticsNo'] }),
  );
}
