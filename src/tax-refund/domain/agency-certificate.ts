import { checkUscc } from '../../kernel/identifiers/uscc.js';
import { InputCheck } from '../../kernel/input-check.js';
import { earlierOf, type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { certificateDue } from './agency-certificate-law.js';
import { SAY } from './agency-certificate.sentences.js';
import { type ClearedDeclaration, declarationLine } from './export-facts.js';

/** 委托方 and 受托方: who claims the refund, and who exported for it. */
export interface Company {
  readonly name: string;
  readonly uscc: string;
}

/** 代理出口协议 */
export interface ExportAgreement {
  readonly number: string;
  readonly signedOn: LocalDate;
}

export interface CertificateTerms {
  readonly principal: Company;
  readonly agreement: ExportAgreement;
  /** Keys of the declared items, 21 digits; null: all that no other certificate has. */
  readonly lines: readonly string[] | null;
}

/** A declared item that a certificate is about, as customs has it. */
export interface CertifiedLine {
  readonly declarationLine: string;
  readonly exportDate: LocalDate;
  readonly hsCode: string;
  readonly goodsName: string;
  /** In the transaction unit of the declaration. */
  readonly quantity: string;
  readonly unit: string;
  readonly fob: MoneyJson;
}

/** What was exported under an order, and what of it is taken already. */
export interface ExportedGoods {
  readonly agent: Company;
  readonly declarations: readonly ClearedDeclaration[];
  /** Names of the goods by order line. */
  readonly goodsNames: ReadonlyMap<string, string>;
  /** Items that a certificate or a claim holds. */
  readonly held: ReadonlySet<string>;
}

/**
 * The items that a certificate is asked for, with the figures of the declaration: what was declared is certified, never what
 * somebody enters besides.
 * @throws InvalidInputError naming every fault
 */
export function certifiedLines(
  { principal, agreement, lines }: CertificateTerms,
  goods: ExportedGoods,
  today: LocalDate,
): CertifiedLine[] {
  const check = new InputCheck();
  checkPrincipal(check, principal, goods.agent);
  check.date(agreement.signedOn, '/agreement/signedOn');
  check.that(agreement.signedOn <= today, '/agreement/signedOn', 'in_future', SAY.signed_in_future({ today }));
  const declared = declaredLines(goods);
  const chosen = lines === null ? declared.filter((line) => !goods.held.has(line.declarationLine)) : [];
  for (const [index, key] of (lines ?? []).entries()) {
    const pointer = `/lines/${index}`;
    const found = declared.find((line) => line.declarationLine === key);
    if (found === undefined) {
      check.that(false, pointer, 'not_declared', SAY.not_declared({ item: key }));
      continue;
    }
    const isNew = check.that(!chosen.includes(found), pointer, 'twice', SAY.item_twice({ item: key }));
    check.that(!isNew || !goods.held.has(key), pointer, 'held', SAY.item_held({ item: key }));
    chosen.push(found);
  }
  check.that(lines !== null || chosen.length > 0, '/lines', 'nothing_left', SAY.nothing_left);
  const [first] = chosen.map(({ exportDate }) => exportDate).sort();
  const isInOrder = first === undefined || agreement.signedOn <= first;
  check.that(isInOrder, '/agreement/signedOn', 'after_export', SAY.signed_after_export({ exportDate: first ?? '' }));
  check.done();
  return chosen;
}

function checkPrincipal(check: InputCheck, principal: Company, agent: Company): void {
  const uscc = checkUscc(principal.uscc);
  check.that(uscc.valid || uscc.reason === 'checksum', '/principal/uscc', 'format', SAY.uscc);
  check.that(principal.uscc !== agent.uscc, '/principal/uscc', 'same_company', SAY.own_principal);
}

function declaredLines({ declarations, goodsNames }: ExportedGoods): CertifiedLine[] {
  return declarations.flatMap(({ entryNumber, exportDate, items }) =>
    items.map(({ itemNumber, orderLineId, hsCode, quantities: [first], fob }) => ({
      ...{ declarationLine: declarationLine(entryNumber, itemNumber), exportDate, hsCode },
      goodsName: goodsNames.get(orderLineId) ?? '',
      ...{ quantity: first?.quantity ?? '0', unit: first?.unit ?? '', fob },
    })),
  );
}

/** The first of the last days: that of the earliest export. */
export function applyBy(lines: readonly Pick<CertifiedLine, 'exportDate'>[]): LocalDate {
  const days = lines.map(({ exportDate }) => certificateDue(exportDate).dueOn);
  return days.reduce((first, day) => earlierOf(first, day));
}

/** FOB values by currency, in the order of the lines. */
export function totalsOf(lines: readonly Pick<CertifiedLine, 'fob'>[]): MoneyJson[] {
  const totals = new Map<string, Money>();
  for (const { fob } of lines) {
    const before = totals.get(fob.currency);
    const amount = Money.fromJSON(fob);
    totals.set(fob.currency, before === undefined ? amount : before.plus(amount));
  }
  return [...totals.values()].map((total) => total.toJSON());
}

/** How one item stands with the certificates of its order. */
export interface ItemCertificate {
  readonly declarationLine: string;
  /** The day on which the bureau had the application; null where it has none that stands. */
  readonly appliedOn: LocalDate | null;
}

/** The day by which all items of a declaration were applied for, null while one is not. */
export function appliedFor(
  { entryNumber, items }: Pick<ClearedDeclaration, 'entryNumber' | 'items'>,
  applied: readonly ItemCertificate[],
): LocalDate | null {
  let last: LocalDate | null = null;
  for (const { itemNumber } of items) {
    const key = declarationLine(entryNumber, itemNumber);
    const day = applied.find((each) => each.declarationLine === key)?.appliedOn ?? null;
    if (day === null) return null;
    if (last === null || day > last) last = day;
  }
  return last;
}
