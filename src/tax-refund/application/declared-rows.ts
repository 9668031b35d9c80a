import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { adjustmentsOf } from '../domain/code-adjustments.js';
import { type ImportKind, type TableRecord, TABLES } from '../domain/declaration-table-columns.js';
import {
  compareRow,
  type Comparison,
  type HeldRow,
  isTakenBack,
  keyOf,
} from '../domain/declaration-table-comparison.js';
import { type ReadRow } from '../domain/declaration-table-reading.js';
import { type DeclaredHead, type DetailKind, lineRecords } from '../domain/declaration-tables.js';
import { lessShares, sharesOf, type TakenShare } from '../domain/declared-purchase.js';
import { type ImportedRow } from '../entities/declaration-imports.table.js';
import {
  declareItems,
  declarePurchases,
  itemsDeclared,
  openInvoices,
  type OpenInvoice,
  placesDeclared,
  takeShares,
} from '../entities/declared-elsewhere.table.js';
import { declaredLinesAbout, itemsOfVouchers } from '../entities/declared-lines.table.js';

/** An import whose rows are being looked at. */
export interface ImportUnderWay<Kind extends ImportKind = ImportKind> {
  readonly importId: string;
  readonly kind: Kind;
  readonly taxpayer: string;
}

/** Of a row no more is compared than what a line says by itself. */
const NO_HEAD: DeclaredHead = { businessType: null, orderReference: '', planRate: null, remark: null };

/** What claims here declare about what these rows name, by the key of rows. */
async function heldFor(
  view: View,
  { kind }: ImportUnderWay<DetailKind>,
  rows: readonly ReadRow[],
): Promise<ReadonlyMap<string, HeldRow[]>> {
  const items = await itemsNamed(view, rows);
  const held = new Map<string, HeldRow[]>();
  for (const { claimId, taxpayer, line } of await declaredLinesAbout(view, TABLES[kind].regimes, items)) {
    for (const record of lineRecords(kind, line, NO_HEAD)) {
      const key = keyOf(kind, record);
      held.set(key, [...(held.get(key) ?? []), { claimId, taxpayer, record }]);
    }
  }
  return held;
}

async function itemsNamed(view: View, rows: readonly ReadRow[]): Promise<string[]> {
  const items = textsOf(rows, 'item');
  return items.length > 0 ? items : itemsOfVouchers(view, textsOf(rows, 'voucher'));
}

function textsOf(rows: readonly ReadRow[], field: string): string[] {
  return [...new Set(rows.map(({ record }) => record[field] ?? '').filter((text) => text !== ''))];
}

/** Rows of goods: a claim here agrees or differs; what no claim declares is declared from now on, once. */
export async function settleGoods(
  tx: Tx,
  under: ImportUnderWay<DetailKind>,
  rows: readonly ReadRow[],
): Promise<readonly ImportedRow[]> {
  const { kind, taxpayer, importId } = under;
  const held = await heldFor(tx, under, rows);
  const before = new Set(await itemsDeclared(tx, textsOf(rows, 'item'), under));
  const own = new Set<string>();
  const purchases = kind === 'agency_details' ? await Purchases.open(tx, under, rows) : null;
  const settled = rows.map((row): ImportedRow => {
    const { record } = row;
    const item = record['item'] ?? '';
    const found = compareRow(kind, { record, taxpayer }, held.get(keyOf(kind, record)) ?? []);
    if (found.outcome !== 'unknown' || isTakenBack(kind, record)) return { ...row, ...found };
    // 代办退税: an item has a row for each of its invoices.
    if (before.has(item) || (own.has(item) && purchases === null)) return { ...row, ...BEFORE };
    const taking = purchases?.take(row) ?? found;
    if (taking.outcome === 'unknown') own.add(item);
    return { ...row, ...taking };
  });
  await declareItems(tx, importId, [...own]);
  await purchases?.keep(tx);
  return settled;
}

/** Rows of purchases: what no claim here declares is taken of its invoice, as far as that has it. */
export async function settlePurchases(
  tx: Tx,
  under: ImportUnderWay<DetailKind>,
  rows: readonly ReadRow[],
): Promise<readonly ImportedRow[]> {
  const { kind, taxpayer } = under;
  const held = await heldFor(tx, under, rows);
  const purchases = await Purchases.open(tx, under, rows);
  const settled = rows.map((row): ImportedRow => {
    const { record } = row;
    const found = compareRow(kind, { record, taxpayer }, held.get(keyOf(kind, record)) ?? []);
    if (found.outcome === 'agrees' || isTakenBack(kind, record)) return { ...row, ...found };
    // Another part of an invoice may be declared elsewhere: only where it has no more left, the claim here is what it differs from.
    const taking = purchases.take(row);
    return { ...row, ...(taking.outcome === 'differs' && found.outcome === 'differs' ? found : taking) };
  });
  await purchases.keep(tx);
  return settled;
}

const UNKNOWN: Comparison = { outcome: 'unknown', claimId: null, differences: [] };
const BEFORE: Comparison = { ...UNKNOWN, outcome: 'declared_before' };

/** Purchases that are declared elsewhere, and what the invoices that a slice names have left, row by row. */
class Purchases {
  private readonly declared: ReadRow[] = [];
  private readonly taken: { importId: string; number: number; shares: readonly TakenShare[] }[] = [];

  private constructor(
    private readonly under: ImportUnderWay,
    private readonly before: Set<string>,
    private readonly left: Map<string, OpenInvoice['lines']>,
  ) {}

  static async open(tx: Tx, under: ImportUnderWay, rows: readonly ReadRow[]): Promise<Purchases> {
    const places = await placesDeclared(tx, under.taxpayer, rows.map(placeOf));
    const invoices = await openInvoices(tx, textsOf(rows, 'voucher'));
    return new Purchases(
      under,
      new Set(places),
      new Map(invoices.map(({ voucher, supplier, lines }) => [`${voucher} ${supplier}`, lines])),
    );
  }

  /** Nothing is taken of an invoice that is not recorded here yet: it is once that is recorded. */
  take(row: ReadRow): Comparison {
    const { record, number } = row;
    const place = placeOf(row);
    if (this.before.has(place)) return BEFORE;
    const lines = this.left.get(invoiceOf(record));
    const amount = amountOf(record);
    const shares = lines === undefined ? [] : sharesOf(amount, record['hsCode'] ?? '', lines);
    if (shares === null) return this.tooLittle(record);
    if (lines !== undefined) this.left.set(invoiceOf(record), lessShares(lines, shares));
    this.before.add(place);
    if (amount.isZero()) return UNKNOWN;
    this.declared.push(row);
    this.taken.push({ importId: this.under.importId, number, shares });
    return UNKNOWN;
  }

  async keep(tx: Tx): Promise<void> {
    await declarePurchases(tx, this.under, this.declared.map(purchaseOf));
    await takeShares(tx, this.taken);
  }

  private tooLittle(record: TableRecord): Comparison {
    const lines = this.left.get(invoiceOf(record)) ?? [];
    const amounts = lines.map(({ amount }) => amount);
    const held = Money.sum(amounts, 'CNY').toAmountString();
    const differences = [{ field: 'taxable', declared: amountOf(record).toAmountString(), held }];
    return { outcome: 'differs', claimId: null, differences };
  }
}

/** By which a row is known again when it is imported once more: 关联号 and 序号, or its item and its invoice (代办退税). */
function placeOf({ record }: ReadRow): string {
  const { link, sequence, item, voucher } = record;
  return link === undefined ? `${item ?? ''} ${voucher ?? ''}` : `${link} ${sequence ?? ''}`;
}

function purchaseOf(row: ReadRow) {
  const { record, number } = row;
  return {
    ...{ number, place: placeOf(row), voucher: record['voucher'] ?? '', supplier: record['supplier'] ?? '' },
    ...{ hsCode: record['hsCode'] ?? '', amountMinor: amountOf(record).minor.toString() },
  };
}

function amountOf({ taxable = '0.00' }: TableRecord): Money {
  return Money.parse(taxable, 'CNY');
}

function invoiceOf({ voucher = '', supplier = '' }: TableRecord): string {
  return `${voucher} ${supplier}`;
}

/** Rows of adjusted codes: they declare nothing by themselves, and are held against the corrections here. */
export async function settleAdjustments(
  view: View,
  under: ImportUnderWay,
  rows: readonly ReadRow[],
): Promise<readonly ImportedRow[]> {
  const { regimes } = TABLES[under.kind];
  const lines = await declaredLinesAbout(view, regimes, textsOf(rows, 'item'));
  const held = [...new Set(lines.map(({ claimId }) => claimId))].flatMap((claimId) => {
    const own = lines.filter((each) => each.claimId === claimId);
    const taxpayer = own[0]?.taxpayer ?? '';
    return adjustmentsOf(own.map(({ line }) => line)).map((record) => ({ claimId, taxpayer, record }));
  });
  return settleAgainst(under, rows, held);
}

/** Rows that declare nothing by themselves, against what is here: of a summary, box by box. */
export function settleAgainst(
  { kind, taxpayer }: ImportUnderWay,
  rows: readonly ReadRow[],
  held: readonly HeldRow[],
): readonly ImportedRow[] {
  const byKey = Map.groupBy(held, ({ record }) => keyOf(kind, record));
  return rows.map((row) => {
    const same = byKey.get(keyOf(kind, row.record)) ?? [];
    return { ...row, ...compareRow(kind, { record: row.record, taxpayer }, same) };
  });
}
