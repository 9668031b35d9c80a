import { given, type Fields } from '../parcels/record-fields.js';
import { type FilingRecord } from './filing-kind.js';

/** What every record begins with. */
export function started({ guid, stamp }: FilingRecord): Fields {
  return { guid, appType: '1', appTime: stamp, appStatus: '2' };
}

/** 报文总数, 报文序号 of a document in several messages. */
export function numbered({ count, number }: FilingRecord): Fields {
  return { msgCount: String(count), msgSeqNo: String(number) };
}

/** Fields of the list as they were filed; what it does not have is left out. */
export function pick(head: Readonly<Record<string, string>> | undefined, names: readonly string[]): Fields {
  return given(Object.fromEntries(names.map((name) => [name, head?.[name]])));
}
