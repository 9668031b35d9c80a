import { minorDigits } from '../../kernel/currency.js';
import { addMonths, type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Finding } from './finding.js';
import { finding } from './match-checks.js';
import { type MatchedLine } from './match-facts.js';
import { bandOn, type CostBand, type MatchRules, regionOf } from './match-rules.js';
import { SAY as MATCHING } from './matching.sentences.js';
import { SAY } from './tax-refund.sentences.js';

const MONTHS_APART = 6;

/** Days are few, lines many: the last one is remembered. */
let lastWindow = { day: '', from: '', to: '' };

function windowAround(day: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  if (lastWindow.day !== day) {
    lastWindow = { day, from: addMonths(day, -MONTHS_APART), to: addMonths(day, MONTHS_APART) };
  }
  return lastWindow;
}

export function dateFindings({ line, takes }: MatchedLine): Finding[] {
  const { from, to } = windowAround(line.exportDate);
  return takes
    .filter(({ invoice: { issuedOn } }) => issuedOn < from || issuedOn > to)
    .map(({ invoice: { issuedOn, invoiceNumber } }) =>
      finding('dates', 'warn', SAY.dates_apart({ invoiced: issuedOn, exported: line.exportDate }), {
        lineNumber: line.lineNumber,
        invoiceNumber,
      }),
    );
}

/** 境内货源地 and the issuer of the invoice lie in one province, as far as both tell theirs. */
export function placeFindings({ line, takes }: MatchedLine): Finding[] {
  const { sourceDistrict, lineNumber } = line;
  if (sourceDistrict === null) return [];
  return takes.flatMap(({ invoice: { sellerTaxNumber, invoiceNumber } }) => {
    const region = regionOf(sellerTaxNumber);
    if (region === null || region.slice(0, 2) === sourceDistrict.slice(0, 2)) return [];
    const detail = MATCHING.place_differs({ district: sourceDistrict, region });
    return [finding('source_place', 'warn', detail, { lineNumber, invoiceNumber })];
  });
}

/** Bands are few, lines many: the last one is remembered as floating numbers. */
let lastBand: { readonly of: CostBand | null; readonly from: number; readonly to: number } = {
  of: null,
  from: 0,
  to: 0,
};

function innerBand(band: CostBand): { readonly from: number; readonly to: number } {
  if (lastBand.of !== band) {
    lastBand = { of: band, from: band.from.toNumber() * 1.000_001, to: band.to.toNumber() * 0.999_999 };
  }
  return lastBand;
}

/** Far enough from both ends that no rounding of floating numbers matters; what is nearer is reckoned exactly. */
function isWellInside(band: CostBand, cost: Money, fob: Money): boolean {
  const perUnit = Number(cost.minor) / 100 / (Number(fob.minor) / 10 ** minorDigits(fob.currency));
  const { from, to } = innerBand(band);
  return perUnit > from && perUnit < to;
}

interface Costed {
  /** Purchase with VAT less the refund, CNY. */
  readonly cost: Money;
  readonly fob: Money;
  readonly exportDate: LocalDate;
  readonly exporterTaxNumber: string;
  /** Null: the whole export. */
  readonly lineNumber: number | null;
}

/** 换汇成本: outside the band of the claimant's tax office the bureau asks questions. */
export function exchangeCostFinding(rules: MatchRules, given: Costed): Finding[] {
  const { cost, fob, exportDate, exporterTaxNumber, lineNumber } = given;
  if (fob.minor <= 0n) return [];
  const band = bandOn(rules, { region: regionOf(exporterTaxNumber), currency: fob.currency, exportDate });
  if (band === null) return [];
  if (isWellInside(band, cost, fob)) return [];
  const perUnit = cost.toDecimal().div(fob.toDecimal());
  if (perUnit.greaterThanOrEqualTo(band.from) && perUnit.lessThanOrEqualTo(band.to)) return [];
  const [from, to] = [band.from.toString(), band.to.toString()];
  const detail = MATCHING.exchange_cost({ cost: perUnit.toFixed(4), currency: fob.currency, from, to });
  return [finding('exchange_cost', 'warn', detail, { lineNumber })];
}
