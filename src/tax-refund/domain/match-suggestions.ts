import { Decimal } from '../../kernel/decimal.js';
import { type Sentence } from '../../kernel/sentence.js';
import { fitOf, isFor, isNamedAlike } from './match-checks.js';
import { type Match } from './match-export.js';
import { type ExportLine, type ExportToMatch, type InvoiceLine } from './match-facts.js';
import { SAY } from './matching.sentences.js';

/** `reissue`: an invoice that is there, written right; `move`: one that is free elsewhere; `issue`: one that nobody has written. */
export const PROPOSALS = ['reissue', 'move', 'issue'] as const;

/** What would let a declared item match. */
export interface Suggestion {
  readonly proposal: (typeof PROPOSALS)[number];
  /** Of the order. */
  readonly lineNumber: number;
  /** 1: try this first. */
  readonly rank: number;
  readonly invoiceNumber: string | null;
  readonly invoiceLine: number | null;
  readonly reason: Sentence;
  /** What the invoice must show, to be passed on to its issuer; null where it is right as it is. */
  readonly text: Sentence | null;
}

/** A line of an invoice that is of another order, or of none. */
export interface FreeLine extends InvoiceLine {
  /** Null: of none. */
  readonly orderReference: string | null;
}

const EACH_MAX = 5;

/** What is not invoiced of an item, in the declared unit that came nearest. */
interface Gap {
  readonly line: ExportLine;
  readonly unit: string;
  readonly short: Decimal;
}

/** For every item that no invoices cover: what could be done, the surest first. */
export function suggestionsFor(given: ExportToMatch, { matched }: Match, elsewhere: readonly FreeLine[]): Suggestion[] {
  if (given.regime === 'manufacturer') return [];
  return given.lines
    .filter(({ refundRate }) => refundRate?.greaterThan(0) === true)
    .filter((line) => matched.every((one) => one.line !== line))
    .flatMap((line) => {
      const found = proposalsFor(given, line, elsewhere);
      return found.slice(0, EACH_MAX).map((one, index) => ({ ...one, rank: index + 1 }));
    });
}

type Proposal = Omit<Suggestion, 'rank'>;

function proposalsFor(given: ExportToMatch, line: ExportLine, elsewhere: readonly FreeLine[]): Proposal[] {
  const own = given.invoiceLines.filter((invoice) => isFor(given, line, invoice));
  const gap = gapOf(
    line,
    own.filter((invoice) => fitOf(given, line, invoice).length === 0),
  );
  const wrong = own.flatMap((invoice) => reissue(given, gap, invoice));
  const free = elsewhere
    .filter((invoice) => invoice.unit === gap.unit && isNear(given, line, invoice))
    .map((invoice) => ({ invoice, covered: Decimal.min(invoice.freeQuantity, gap.short) }))
    .sort((left, right) => right.covered.comparedTo(left.covered))
    .map(({ invoice }) => move(gap, invoice));
  const found = [...wrong, ...free];
  return found.length > 0 ? found : [issue(given, gap)];
}

function gapOf(line: ExportLine, usable: readonly InvoiceLine[]): Gap {
  let best: Gap | null = null;
  let covered = new Decimal(-1);
  for (const { quantity, unit } of line.quantities) {
    if (!quantity.greaterThan(0)) continue;
    const found = usable
      .filter((invoice) => invoice.unit === unit)
      .reduce((sum, { freeQuantity }) => sum.plus(freeQuantity), new Decimal(0));
    const share = found.div(quantity);
    if (!share.greaterThan(covered)) continue;
    best = { line, unit, short: Decimal.max(quantity.minus(found), 0) };
    covered = share;
  }
  return best ?? { line, unit: '', short: new Decimal(0) };
}

function isNear(given: ExportToMatch, line: ExportLine, invoice: FreeLine): boolean {
  if (fitOf(given, line, invoice).length > 0) return false;
  return invoice.freeQuantity.greaterThan(0) && isNamedAlike(invoice.goodsName, line.goodsName);
}

/** The invoice is there, and says something that the declaration does not. */
function reissue(given: ExportToMatch, { line, unit, short }: Gap, invoice: InvoiceLine): Proposal[] {
  const fault = fitOf(given, line, invoice)[0];
  if (fault === undefined) return [];
  const about = { invoice: invoice.invoiceNumber, line: invoice.lineNumber, invoiced: '', declared: '' };
  const reason =
    fault.check === 'unit'
      ? SAY.counts_otherwise({ ...about, invoiced: invoice.unit, declared: line.quantities.map((one) => one.unit) })
      : fault.check === 'hs_code'
        ? SAY.coded_otherwise({ ...about, invoiced: invoice.hsCode, declared: line.hsCode })
        : SAY.between_others({ invoice: invoice.invoiceNumber });
  const text = SAY.reissue({
    invoice: invoice.invoiceNumber,
    goods: line.goodsName,
    unit,
    quantity: (isCounted(line, invoice) ? invoice.quantity : short).toFixed(),
    amount: invoice.amount.toString(),
    buyer: given.regime === 'trading' ? given.exporterTaxNumber : invoice.buyerTaxNumber,
  });
  return [
    {
      proposal: 'reissue',
      lineNumber: line.lineNumber,
      invoiceNumber: invoice.invoiceNumber,
      invoiceLine: invoice.lineNumber,
      reason,
      text,
    },
  ];
}

function isCounted(line: ExportLine, { unit }: InvoiceLine): boolean {
  return line.quantities.some((declared) => declared.unit === unit);
}

function move({ line, short }: Gap, invoice: FreeLine): Proposal {
  const { invoiceNumber, lineNumber, sellerTaxNumber, orderReference, freeQuantity } = invoice;
  return {
    proposal: 'move',
    lineNumber: line.lineNumber,
    invoiceNumber,
    invoiceLine: lineNumber,
    reason: SAY.covers_in_part({
      invoice: invoiceNumber,
      line: lineNumber,
      seller: sellerTaxNumber,
      free: Decimal.min(freeQuantity, short).toFixed(),
      short: short.toFixed(),
      place: orderReference === null ? SAY.unassigned : SAY.on_order({ order: orderReference }),
    }),
    text: null,
  };
}

function issue(given: ExportToMatch, { line, unit, short }: Gap): Proposal {
  const quantity = short.toFixed();
  return {
    proposal: 'issue',
    lineNumber: line.lineNumber,
    invoiceNumber: null,
    invoiceLine: null,
    reason: SAY.nothing_fits({ short: quantity, unit }),
    text:
      given.regime === 'trading'
        ? SAY.issue({ goods: line.goodsName, unit, quantity, buyer: given.exporterTaxNumber })
        : null,
  };
}
