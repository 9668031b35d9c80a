import { Decimal, isPositive } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { consumptionTaxOf, type TaxRates } from './consumption-tax-voucher.js';
import { SAY } from './consumption-tax.sentences.js';
import { type Free, type FreeVoucher, type TaxedItem, type VoucherTake } from './free-voucher.js';
import { type Finding, type Missing } from './finding.js';
import { type ExportLine, type ExportToMatch } from './match-facts.js';
import { isRenamed } from './match-rules.js';

export interface TaxMatch {
  /** By the line's place among those that were given; null where no consumption tax is claimed. */
  readonly items: ReadonlyMap<ExportLine, TaxedItem>;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
}

const ZERO = new Decimal(0);
const NONE: readonly Finding[] = [];
const NOTHING: TaxMatch = { items: new Map(), findings: NONE, missing: [] };

/** Whether consumption tax of this item is claimed: the refund library knows some, or a paper is there; and it was not waived. */
export function claimsTax(given: ExportToMatch, line: ExportLine): boolean {
  if (given.regime !== 'trading' || given.consumptionTaxWaiver || line.consumptionTaxWaiver) return false;
  return isTaxed(line) || (given.vouchers ?? []).some((voucher) => isFor(given, line, voucher));
}

/**
 * Holds declared items against the papers of the consumption tax that was paid on them.
 *
 * - Only who bought the goods gets it back (`trading`). What a producer exports is exempt, so none was paid: decided by line, with the
 *   reason; the same where an agent files for the producer.
 * - A paper belongs to the order line that it names, or else to the items of its HS code; it counts in a declared unit, and is made
 *   out to the exporter. The unit of the invoices is looked at first.
 * - The papers must cover what was declared; of a larger one the exported share is taken: value × taken ÷ quantity, and by its rates
 *   the tax, each half up to the fen. Whoever takes the rest of a paper gets the rest of its tax: nothing is claimed twice, or lost.
 *
 * Sources: 财政部 税务总局公告2026年第11号; 消费税暂行条例 第十一条.
 * @param invoiceUnits the unit in which the invoices cover an item
 */
export function matchConsumptionTax(given: ExportToMatch, invoiceUnits: ReadonlyMap<ExportLine, string>): TaxMatch {
  if (given.regime !== 'trading') return exempt(given);
  const waived = waivedFindings(given);
  if (given.consumptionTaxWaiver) return { ...NOTHING, findings: waived };
  const vouchers = (given.vouchers ?? []).toSorted(
    (left, right) =>
      Number(left.orderLineNumber === null) - Number(right.orderLineNumber === null) ||
      compared(left.issuedOn, right.issuedOn) ||
      compared(left.voucherNumber.padStart(32), right.voucherNumber.padStart(32)),
  );
  const lines = given.lines.filter((line) => claimsTax(given, line));
  if (lines.length === 0 && vouchers.length === 0) return waived === NONE ? NOTHING : { ...NOTHING, findings: waived };
  const pool = new Map(vouchers.map((voucher) => [voucher.id, voucher.free]));
  const items = new Map<ExportLine, TaxedItem>();
  const findings: Finding[] = [...waived];
  const missing: Missing[] = [];
  for (const line of lines.toSorted((left, right) => compared(left.declarationLine, right.declarationLine))) {
    const found = coverLine({ given, line, vouchers, pool, invoiceUnit: invoiceUnits.get(line) ?? null });
    findings.push(...found.findings);
    if (found.item === null) missing.push(found.missing);
    else items.set(line, found.item);
  }
  const stray = vouchers.filter((voucher) => given.lines.every((line) => !isFor(given, line, voucher)));
  findings.push(...stray.map(({ voucherNumber: number }) => finding('warn', null, SAY.paper_stray({ number }))));
  return { items, findings, missing };
}

function exempt({ regime, lines }: ExportToMatch): TaxMatch {
  const say = regime === 'agency' ? SAY.exempt_agency : SAY.exempt_producer;
  const findings = lines.filter(isTaxed).map(({ lineNumber: line }) => finding('pass', line, say({ line })));
  return { ...NOTHING, findings };
}

/** Of goods that bear consumption tax, and whose is not claimed: of the export as a whole, or of the item alone. */
function waivedFindings({ lines, consumptionTaxWaiver }: ExportToMatch): readonly Finding[] {
  if (!consumptionTaxWaiver && lines.every((line) => !line.consumptionTaxWaiver)) return NONE;
  return lines.filter(isTaxed).flatMap(({ lineNumber: line, ...item }) => {
    const reason = consumptionTaxWaiver ?? item.consumptionTaxWaiver ?? null;
    return reason === null ? [] : [finding('warn', line, SAY.waived({ line, reason }))];
  });
}

interface Covering {
  readonly given: ExportToMatch;
  readonly line: ExportLine;
  readonly vouchers: readonly FreeVoucher[];
  readonly pool: Map<string, Free>;
  readonly invoiceUnit: string | null;
}

type Covered = { readonly findings: Finding[] } & (
  { readonly item: TaxedItem; readonly missing: null } | { readonly item: null; readonly missing: Missing }
);

function coverLine({ given, line, vouchers, pool, invoiceUnit }: Covering): Covered {
  const faults: Finding[] = [];
  const usable = vouchers.filter((voucher) => {
    if (!isFor(given, line, voucher)) return false;
    const found = faultsOf(given, line, voucher);
    faults.push(...found);
    return found.length === 0;
  });
  const declared = line.quantities.toSorted(
    (left, right) => Number(right.unit === invoiceUnit) - Number(left.unit === invoiceUnit),
  );
  const leftOf = (unit: string): Decimal =>
    usable.filter((each) => each.unit === unit).reduce((sum, { id }) => sum.plus(pool.get(id)?.quantity ?? ZERO), ZERO);
  const covered = declared.find(
    ({ quantity, unit }) => isPositive(quantity) && leftOf(unit).greaterThanOrEqualTo(quantity),
  );
  if (covered === undefined) {
    const [wanted] = declared;
    if (wanted === undefined) throw new Error('A declared item has a unit');
    const { lineNumber, goodsName: goods } = line;
    const found = leftOf(wanted.unit).toFixed();
    const { unit } = wanted;
    const detail = SAY.papers_for_line({ line: lineNumber, goods, found, quantity: wanted.quantity.toFixed(), unit });
    return { item: null, findings: faults, missing: { fact: 'consumption_tax_voucher', lineNumber, detail } };
  }
  const { unit, quantity } = covered;
  const takes = takeOf(
    usable.filter((each) => each.unit === unit),
    quantity,
    pool,
  );
  const warnings = faults.map((fault) => ({ ...fault, outcome: 'warn' as const }));
  return {
    item: { unit, quantity, takes },
    missing: null,
    findings: [...warnings, ...rateFindings(line, takes), ...unitFindings(line, unit, invoiceUnit), told(line, takes)],
  };
}

function takeOf(vouchers: readonly FreeVoucher[], quantity: Decimal, pool: Map<string, Free>): VoucherTake[] {
  const takes: VoucherTake[] = [];
  let need = quantity;
  for (const voucher of vouchers) {
    const left = pool.get(voucher.id);
    if (left === undefined || !isPositive(left.quantity)) continue;
    const isPart = left.quantity.greaterThan(need);
    const share = isPart ? shareOf(voucher, left, need) : left;
    takes.push({ voucher, ...share });
    pool.set(voucher.id, {
      quantity: left.quantity.minus(share.quantity),
      taxable: left.taxable.minus(share.taxable),
      tax: left.tax.minus(share.tax),
    });
    need = need.minus(share.quantity);
    if (need.isZero()) break;
  }
  return takes;
}

/** Never more than is left. */
function shareOf(voucher: FreeVoucher, left: Free, quantity: Decimal): Free {
  const part = voucher.taxable.toDecimal().times(quantity).div(voucher.quantity);
  const taxable = Money.min(left.taxable, Money.ofMajor(part, 'CNY', 'half-up'));
  return { quantity, taxable, tax: Money.min(left.tax, consumptionTaxOf(taxable, quantity, voucher)) };
}

function isFor({ rules }: ExportToMatch, line: ExportLine, voucher: FreeVoucher): boolean {
  if (voucher.orderLineNumber !== null) return voucher.orderLineNumber === line.lineNumber;
  if (voucher.hsCode === line.hsCode) return true;
  return isRenamed(
    rules,
    { hsCode: voucher.hsCode, on: voucher.issuedOn },
    { hsCode: line.hsCode, on: line.exportDate },
  );
}

function faultsOf({ exporterTaxNumber }: ExportToMatch, line: ExportLine, voucher: FreeVoucher): Finding[] {
  const { voucherNumber: number, unit, buyerTaxNumber } = voucher;
  const faults: Finding[] = [];
  if (line.quantities.every((declared) => declared.unit !== unit)) {
    const declared = line.quantities.map((each) => each.unit);
    faults.push(finding('block', line.lineNumber, SAY.paper_unit({ number, unit, declared })));
  }
  if (buyerTaxNumber !== exporterTaxNumber) {
    const detail = SAY.paper_buyer({ number, found: buyerTaxNumber, expected: exporterTaxNumber });
    faults.push(finding('block', line.lineNumber, detail));
  }
  return faults;
}

/** The tax that was paid is refunded; that the library has another rate is told, since the bureau compares them. */
function rateFindings(line: ExportLine, takes: readonly VoucherTake[]): Finding[] {
  const { lineNumber, hsCode, consumptionTax = null } = line;
  return takes.flatMap(({ voucher }) => {
    const number = voucher.voucherNumber;
    if (consumptionTax === null) return [finding('warn', lineNumber, SAY.not_taxed({ hsCode, number }))];
    const [shown, library] = [wordsOf(voucher), wordsOf(consumptionTax)];
    return shown === library ? [] : [finding('warn', lineNumber, SAY.paper_rates({ number, shown, library }))];
  });
}

function unitFindings({ lineNumber }: ExportLine, paper: string, invoice: string | null): Finding[] {
  if (invoice === null || invoice === paper) return [];
  return [finding('warn', lineNumber, SAY.paper_other_unit({ paper, invoice }))];
}

function told({ lineNumber: line }: ExportLine, takes: readonly VoucherTake[]): Finding {
  const amount = taxOf(takes).toString();
  return finding(
    'pass',
    line,
    SAY.covered({ line, amount, papers: takes.map(({ voucher }) => voucher.voucherNumber) }),
  );
}

export function taxOf(takes: readonly VoucherTake[]): Money {
  return Money.sum(
    takes.map(({ tax }) => tax),
    'CNY',
  );
}

function wordsOf({ rate, amountPerUnit }: TaxRates): string {
  const value = rate === null ? [] : [`${rate.times(100).toFixed()} %`];
  return [...value, ...(amountPerUnit === null ? [] : [`${amountPerUnit.toFixed()} CNY`])].join(' + ');
}

function isTaxed({ consumptionTax = null }: ExportLine): boolean {
  return consumptionTax !== null;
}

function finding(outcome: Finding['outcome'], lineNumber: number | null, detail: Finding['detail']): Finding {
  return { check: 'consumption_tax', outcome, lineNumber, invoiceNumber: null, detail };
}

function compared(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
