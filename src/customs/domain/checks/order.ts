import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type Said } from '../../../kernel/sentence.js';
import { type DeclarationForm, type FormItem } from '../declaration-form.js';
import { type Findings, type RuleId } from '../finding.js';
import { SAY } from '../validation.sentences.js';
import { type OrderFacts } from './facts.js';

/** The declaration beside its order: what was sold, packed and invoiced is what should be declared. */
export function checkOrder(findings: Findings, form: DeclarationForm, { form: sold }: OrderFacts): void {
  checkHead(findings, form, sold);
  const lines = new Map(sold.items.map((line) => [line.orderLineId, line]));
  for (const [index, item] of form.items.entries()) {
    const line = lines.get(item.orderLineId);
    const at = `/items/${index}`;
    if (findings.unless(line !== undefined, 'order_item_unknown', at, item.goodsName) && line !== undefined) {
      checkLine(findings, item, line, at);
    }
  }
  const declared = new Set(form.items.map(({ orderLineId }) => orderLineId));
  const missing = sold.items.filter(({ orderLineId }) => !declared.has(orderLineId));
  for (const { itemNumber, goodsName } of missing) {
    findings.unless(false, 'order_item_missing', '/items', SAY.line_of_order({ line: itemNumber, goodsName }));
  }
  checkInvoice(findings, form, sold);
}

function checkHead(findings: Findings, form: DeclarationForm, sold: DeclarationForm): void {
  const same = (rule: RuleId, pointer: string, declared: string, ordered: string): void => {
    findings.unless(declared === ordered, rule, pointer, beside(declared, ordered));
  };
  same('order_contract', '/contractNumber', form.contractNumber, sold.contractNumber);
  same('order_term', '/incoterm', form.incoterm, sold.incoterm);
  same('order_mode', '/supervisionMode', form.supervisionMode, sold.supervisionMode);
  same('order_exporter', '/exporter/uscc', form.exporter.uscc, sold.exporter.uscc);
  same('order_consignee', '/consignee/name', form.consignee.name, sold.consignee.name);
  same('order_destination', '/destinationCountry', form.destinationCountry, sold.destinationCountry);
}

function checkLine(findings: Findings, item: FormItem, line: FormItem, at: string): void {
  const check = (rule: RuleId, field: string, declared: string, ordered: string, holds: boolean): void => {
    findings.unless(holds, rule, `${at}/${field}`, beside(declared, ordered));
  };
  check('order_hs_code', 'hsCode', item.hsCode, line.hsCode, item.hsCode === line.hsCode);
  const [quantity, ordered] = [`${item.quantity} ${item.unit}`, `${line.quantity} ${line.unit}`];
  const isQuantity = item.unit === line.unit && equal(item.quantity, line.quantity);
  check('order_quantity', 'quantity', quantity, ordered, isQuantity);
  check('invoice_price', 'unitPrice', item.unitPrice, line.unitPrice, equal(item.unitPrice, line.unitPrice));
  const packed = ({ packages, packageType }: FormItem): string => `${packages} × ${packageType}`;
  check('packing_list_packages', 'packages', packed(item), packed(line), packed(item) === packed(line));
  for (const field of ['netWeightKg', 'grossWeightKg'] as const) {
    check('packing_list_weight', field, item[field], line[field], equal(item[field], line[field]));
  }
}

/** The sum that the buyer is invoiced for; in another currency it cannot be added up. */
function checkInvoice(findings: Findings, form: DeclarationForm, sold: DeclarationForm): void {
  const [declared, invoiced] = [form, sold].map(totalOf);
  if (declared === undefined || invoiced === undefined || declared === null || invoiced === null) return;
  findings.unless(declared === invoiced, 'invoice_total', '/currency', beside(declared, invoiced));
}

function totalOf({ items, currency }: DeclarationForm): string | null {
  if (items.some(({ total }) => total.currency !== currency)) return null;
  return Money.sum(
    items.map(({ total }) => Money.fromJSON(total)),
    currency,
  ).toString();
}

function equal(left: string, right: string): boolean {
  return new Decimal(left).equals(right);
}

function beside(found: string, expected: string): Said {
  return SAY.beside_order({ found, expected });
}
