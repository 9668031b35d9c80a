import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import {
  type BookCollection,
  type BookGroup,
  type BookInvoiceLine,
  type BookItem,
  type ItemResult,
} from './match-book.js';
import { type Finding, type Missing } from './finding.js';
import { finding, isNamedAlike } from './match-checks.js';
import { matchExport } from './match-export.js';
import { type ExportLine, type ExportToMatch } from './match-facts.js';
import { Left, type MatchContext, resultOf } from './match-item.js';
import { suggestionsFor } from './match-suggestions.js';
import { SAY } from './matching.sentences.js';
import { SAY as CASE } from './tax-refund.sentences.js';

/** Matches all that has one key, by the very rules of `matchExport`; each item stands for itself. */
export function matchGroup(group: BookGroup, context: MatchContext): ItemResult[] {
  const [first] = group.items;
  if (first === undefined) return [];
  const alike = group.items.filter((item) => isAlike(item, first));
  const cleared = alike.filter(({ isCleared }) => isCleared);
  const given = exportOf(first, cleared, group, context);
  const match = matchExport(given);
  const suggestions = match.missing.length === 0 ? [] : suggestionsFor(given, match, []);
  const general = [
    ...match.findings.filter(({ lineNumber, check }) => lineNumber === null && check !== 'hs_code'),
    ...collectionFindings(first, group.collections),
    ...standingFindings(group.invoices),
  ];
  const left = new Left();
  const matched = new Map(match.matched.map((one) => [one.line, one]));
  return group.items.map((item) => {
    if (item !== first && !isAlike(item, first))
      return blocked(item, SAY.one_exporter({ item: first.declarationLine }));
    const line = given.lines[cleared.indexOf(item)];
    if (line === undefined) return waiting(item);
    const { lineNumber } = line;
    const own = <One extends { readonly lineNumber: number | null }>(list: readonly One[]): readonly One[] =>
      list.length === 0 ? list : list.filter((one) => one.lineNumber === lineNumber);
    return resultOf(context, {
      item,
      line,
      matched: matched.get(line),
      findings: [...general, ...own(match.findings)],
      missing: own(match.missing),
      suggestions: own(suggestions),
      left,
    });
  });
}

function isAlike(item: BookItem, { regime, exporterTaxNumber, supervisionMode, fob }: BookItem): boolean {
  return (
    item.regime === regime &&
    item.exporterTaxNumber === exporterTaxNumber &&
    item.supervisionMode === supervisionMode &&
    item.fob.currency === fob.currency
  );
}

function exportOf(first: BookItem, items: readonly BookItem[], group: BookGroup, context: MatchContext): ExportToMatch {
  const { regime, exporterTaxNumber, supervisionMode } = first;
  const lines = items.map((item, index): ExportLine => {
    const {
      declarationLine,
      hsCode,
      goodsName,
      exportDate: day,
      sourceDistrict,
      quantities,
      fob,
      consumptionTaxWaiver,
    } = item;
    const rates = context.ratesOf(hsCode, day);
    return {
      itemNumber: index + 1,
      lineNumber: index + 1,
      declarationLine,
      hsCode,
      goodsName,
      exportDate: day,
      sourceDistrict,
      quantities,
      fob,
      refundRate: rates?.refundRate ?? null,
      consumptionTax: rates?.consumptionTax ?? null,
      consumptionTaxWaiver,
    };
  });
  const exportDate = items.reduce((day, item) => (item.exportDate < day ? item.exportDate : day), first.exportDate);
  return {
    regime,
    exporterTaxNumber,
    supervisionMode,
    lines,
    invoiceLines: group.invoices.filter(({ standing }) => standing === 'good'),
    vouchers: group.vouchers,
    shortfall: shortfallOf(group.items, first.fob.currency, group.collections),
    today: context.today,
    collectBy: context.collectBy(exportDate),
    waitsForCollection: false,
    rules: context.rules,
  };
}

/** Null where nothing came. */
function shortfallOf(
  items: readonly BookItem[],
  currency: string,
  collections: readonly BookCollection[],
): Money | null {
  const received = collections.filter(({ amount }) => amount.currency === currency);
  if (received.length === 0) return null;
  const sum = (amounts: readonly Money[]): bigint => amounts.reduce((total, { minor }) => total + minor, 0n);
  const declared = sum(items.flatMap(({ fob }) => (fob.currency === currency ? [fob] : [])));
  return Money.ofMinor(declared - sum(received.map(({ amount }) => amount)), received[0]?.amount.currency ?? 'CNY');
}

function collectionFindings({ buyer, fob }: BookItem, collections: readonly BookCollection[]): Finding[] {
  return collections.flatMap(({ payer, isExplained, amount }) => [
    ...(buyer === '' || isExplained || isNamedAlike(payer, buyer)
      ? []
      : [finding('collection', 'warn', SAY.other_payer({ payer, buyer }))]),
    ...(amount.currency === fob.currency
      ? []
      : [finding('collection', 'warn', SAY.other_currency({ found: amount.currency, declared: fob.currency }))]),
  ]);
}

const STANDING = {
  red_flushed: SAY.standing_red_flushed,
  abnormal: SAY.standing_abnormal,
  unverified: SAY.standing_unverified,
};

/** Such an invoice is not used; where others cover the goods that is all. */
function standingFindings(invoices: readonly BookInvoiceLine[]): Finding[] {
  return invoices.flatMap(({ standing, invoiceNumber }) =>
    standing === 'good' ? [] : [finding('authenticity', 'warn', STANDING[standing], { invoiceNumber })],
  );
}

const NOTHING = { unit: null, takes: [], refund: null, tax: null } as const;

function blocked(item: BookItem, detail: Sentence): ItemResult {
  const findings = [finding('parties', 'block', detail)];
  return { item, outcome: 'blocked', ...NOTHING, findings, missing: [], suggestions: [] };
}

function waiting(item: BookItem): ItemResult {
  const missing: Missing[] = [{ fact: 'declaration_cleared', lineNumber: null, detail: CASE.not_cleared }];
  return { item, outcome: 'waiting', ...NOTHING, findings: [], missing, suggestions: [] };
}
