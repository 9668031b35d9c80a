import { Decimal } from '../../kernel/decimal.js';
import {
  type DocumentName,
  type MatchDocuments,
  type MatchList,
  type MatchRule,
  type Mismatch,
} from './match-documents.js';

/** Rules `order_number` and `platform_code`. */
export function numberMismatches({ order, payment, waybill, list }: MatchDocuments): Mismatch[] {
  return [
    ...numbersDiffer('order_number', 'payment', 'orderNo', order, payment),
    ...numbersDiffer('order_number', 'waybill', 'orderNo', order, waybill),
    ...numbersDiffer('order_number', 'list', 'orderNo', order, list),
    ...numbersDiffer('platform_code', 'payment', 'platformCode', order, payment),
    ...numbersDiffer('platform_code', 'list', 'platformCode', order, list),
  ];
}

/** Rules `payer` to `waybill_number`. */
export function identityMismatches({ order, payment, waybill, list }: MatchDocuments): Mismatch[] {
  const path = [
    ...numbersDiffer('waybill_number', 'list', 'waybillNo', waybill, list),
    ...numbersDiffer('waybill_number', 'list', 'logisticsCode', waybill, list),
  ];
  return [
    ...personsDiffer('payer', 'payment', 'payer', order.buyer, payment?.payer),
    ...personsDiffer('consignee', 'waybill', 'consignee', order.consignee, waybill?.consignee),
    ...personsDiffer('buyer', 'list', 'buyer', order.buyer, list?.buyer),
    ...path.slice(0, 1),
  ];
}

/** Rules `packages` and `net_weight`: a parcel is one package. */
export function listFigures(list: MatchList | undefined): Mismatch[] {
  if (list === undefined) return [];
  const { packages, grossKg, netKg } = list;
  const found: Mismatch[] = [];
  if (packages !== undefined && packages !== 1)
    found.push({ ...ofList('packages', 'packages'), expected: '1', found: String(packages) });
  if (grossKg !== undefined && netKg !== undefined && new Decimal(netKg).greaterThan(grossKg))
    found.push({ ...ofList('net_weight', 'netKg'), expected: `≤ ${grossKg}`, found: netKg });
  return found;
}

function ofList(rule: MatchRule, field: string): Mismatch {
  return { rule, document: 'list', pointer: `/list/${field}` };
}

function numbersDiffer<Field extends string>(
  rule: MatchRule,
  document: DocumentName,
  field: Field,
  one: Readonly<Partial<Record<Field, string | undefined>>> | undefined,
  other: Readonly<Partial<Record<Field, string | undefined>>> | undefined,
): Mismatch[] {
  const [expected, found] = [one?.[field], other?.[field]];
  if (expected === undefined || found === undefined || expected === found) return [];
  return [{ rule, document, pointer: `/${document}/${field}`, expected, found }];
}

/** One mismatch per person, at the first field that differs. */
function personsDiffer(
  rule: MatchRule,
  document: DocumentName,
  field: string,
  one: object | undefined,
  other: object | undefined,
): Mismatch[] {
  if (one === undefined || other === undefined) return [];
  const theirs = new Map(Object.entries(other));
  const differing = Object.entries(one).find(([name, value]) => {
    const found: unknown = theirs.get(name);
    return value !== undefined && found !== undefined && value !== found;
  });
  return differing === undefined ? [] : [{ rule, document, pointer: `/${document}/${field}/${differing[0]}` }];
}
