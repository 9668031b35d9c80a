import { Element } from '../world/xml.js';
import { type CebKind, KINDS } from './kinds.js';

/** One record of a message, as far as customs looks at it. */
export interface CebRecord {
  readonly guid: string;
  /** 1 new, 2 changed, 3 deleted. */
  readonly appType: string;
  readonly appTime: string;
  readonly head: Element;
  /** Its goods or waybills, where it has a list. */
  readonly items: readonly Element[];
}

export interface CebMessage {
  readonly name: string;
  readonly kind: CebKind;
  readonly records: readonly CebRecord[];
}

const RECORDS_MAX = 100;
const TIME = /^\d{14}$/;

/** What is wrong with the form of the whole message, in customs' words. */
export class FormatFault extends Error {}

/** @throws FormatFault where it is not as the specification has it: answered by CEB900Message */
export function readCeb(xml: string, msgType: string): CebMessage {
  const name = /<(?:\w+:)?(CEB\d{3}Message)[\s>]/.exec(xml)?.[1] ?? msgType;
  const kind = KINDS[name];
  if (kind === undefined) throw new FormatFault(`报文类型${name}不是企业申报报文`);
  const root = Element.parse(xml, name);
  if (root === null) throw new FormatFault('报文不是格式正确的XML');
  if (root.attribute('guid').length !== 36) throw new FormatFault('报文guid应为36位');
  if (root.all('BaseTransfer').length !== 1) throw new FormatFault('BaseTransfer节点应有且仅有一个');
  const records = root.all(kind.record).map((record) => recordOf(record, kind));
  if (records.length === 0) throw new FormatFault(`缺少${kind.record}节点`);
  if (records.length > RECORDS_MAX) throw new FormatFault(`${kind.record}节点超过${String(RECORDS_MAX)}个`);
  for (const [index, record] of records.entries()) check(record, kind, index + 1);
  return { name, kind, records };
}

function recordOf(record: Element, { record: name, head: headName }: CebKind): CebRecord {
  const head = headName === null ? record : record.child(headName);
  return {
    guid: head.text('guid'),
    appType: head.text('appType'),
    appTime: head.text('appTime'),
    head,
    items: record.all(`${name}List`),
  };
}

function check({ guid, appTime, head }: CebRecord, { key }: CebKind, number: number): void {
  const where = `第${String(number)}条记录`;
  if (guid.length !== 36) throw new FormatFault(`${where}guid应为36位`);
  if (!TIME.test(appTime)) throw new FormatFault(`${where}appTime应为14位时间`);
  const missing = key.find((name) => head.text(name) === '');
  if (missing !== undefined) throw new FormatFault(`${where}${missing}不能为空`);
}
