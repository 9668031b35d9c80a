import { Injectable } from '@nestjs/common';

import { type OrderLineSnapshot, type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { wire } from '../../kernel/wire.js';
import { type Tx } from '../../platform/database/session.js';
import { agencyFigures, type ClaimFigures, manufacturerFigures, tradingFigures } from '../domain/claim-figures.js';
import {
  type ClearedDeclaration,
  clearanceOf,
  declarationLine,
  earliestExport,
  isAllCleared,
} from '../domain/export-facts.js';
import { type Finding, type Missing, withPasses } from '../domain/finding.js';
import { type InvoiceStandings as Judged, softened } from '../domain/invoice-standing.js';
import { isComplete, type Match, matchExport } from '../domain/match-export.js';
import { type ExportLine, type ExportToMatch, type InvoiceLine } from '../domain/match-facts.js';
import { type TaxedItem } from '../domain/free-voucher.js';
import { exchangeCostFinding } from '../domain/match-plausibility.js';
import { type MatchRules } from '../domain/match-rules.js';
import { type Suggestion, suggestionsFor } from '../domain/match-suggestions.js';
import { missingBeforeClearance } from '../domain/missing-facts.js';
import { mayBeAdvanced } from '../domain/overseas-advance.js';
import { refundDeadlines } from '../domain/refund-deadlines.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { type ClaimCalculation } from '../entities/claim-columns.js';
import { Claim, type NewClaim } from '../entities/claim.entity.js';
import { claimedElsewhere, insertClaimLines } from '../entities/claim-lines.table.js';
import { freeVouchers } from '../entities/consumption-tax-vouchers.table.js';
import { freeElsewhere, freeInvoiceLines } from '../entities/invoice-lines.table.js';
import { readMatchRules } from '../entities/match-rules.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { announceMatched, entrustedBy, note } from './announce.js';
import { Claims, isWindowClosed } from './claims.service.js';
import { type ExportRate, ExportRates } from './export-rates.js';
import { InvoiceStandings } from './invoice-standings.service.js';
import { PurchaseFindings } from './purchase-findings.service.js';
import { type PeriodAnswer, TaxPeriods } from './tax-periods.service.js';

/** One look at everything that is known of an export. */
interface Look {
  readonly order: OrderSnapshot;
  readonly declarations: readonly ClearedDeclaration[];
  readonly rates: ClaimCalculation['refundRates'];
  readonly match: Match;
  readonly period: PeriodAnswer;
  readonly rules: MatchRules;
  readonly suggestions: readonly Suggestion[];
}

/** Holds declaration, invoices and collection of an order against one another, and makes the claim when they agree. */
@Injectable()
export class Matching {
  constructor(
    private readonly rates: ExportRates,
    private readonly periods: TaxPeriods,
    private readonly claims: Claims,
    private readonly standings: InvoiceStandings,
    private readonly purchases: PurchaseFindings,
  ) {}

  /** The caller holds the case and stores it. */
  async look(tx: Tx, refundCase: RefundCase, order: OrderSnapshot): Promise<void> {
    if (refundCase.state !== 'gathering') return;
    const standings = await this.standings.of(tx, refundCase.id);
    const invoiceLines = (await freeInvoiceLines(tx, refundCase.id)).filter(
      ({ invoiceId }) => !standings.unusable.has(invoiceId),
    );
    const { collection, regime } = refundCase;
    if (!isAllCleared(refundCase)) {
      const isCollected = collection !== null;
      const progress = clearanceOf(refundCase);
      const missing = missingBeforeClearance({ regime, isCollected, progress, lines: order.lines, invoiceLines });
      refundCase.note([...missing, ...standings.missing], standings.findings, tx.now);
      return;
    }
    const look = await this.compare(tx, refundCase, order, invoiceLines);
    const match = withStandings(look.match, standings);
    refundCase.suggest(look.suggestions);
    refundCase.note(match.missing, withPasses(match.findings), tx.now);
    if (isComplete(match)) await this.claim(tx, refundCase, { ...look, match });
  }

  private async compare(
    tx: Tx,
    { id, regime, collection, sellerId, declarations, consumptionTaxWaiver }: RefundCase,
    order: OrderSnapshot,
    invoiceLines: readonly InvoiceLine[],
  ): Promise<Look> {
    const rates = await Promise.all(declarations.map((declaration) => this.rates.of(tx, declaration, order.lines)));
    const lines = declarations.flatMap((declaration, index) =>
      exportLines(declaration, order.lines, rates[index] ?? []),
    );
    const rules = await readMatchRules(tx);
    const given: ExportToMatch = {
      regime,
      exporterTaxNumber: order.seller.uscc,
      supervisionMode: firstExport(declarations).supervisionMode,
      lines,
      invoiceLines,
      vouchers: regime === 'trading' ? await freeVouchers(tx, id) : [],
      consumptionTaxWaiver,
      shortfall: collection === null ? null : Money.fromJSON(collection.shortfall),
      today: dateInZone(tx.now, CHINA),
      collectBy: refundDeadlines({ exportDate: firstExport(declarations).exportDate }).collectBy,
      waitsForCollection: true,
      rules,
    };
    const matched = matchExport(given);
    const suggestions = await this.suggestions(tx, id, given, matched);
    const [held, period] = await Promise.all([
      claimedElsewhere(
        tx,
        lines.map((line) => line.declarationLine),
      ),
      this.periods.forClaim(tx, regime, sellerId, declarations),
    ]);
    const match = {
      ...matched,
      findings: [...matched.findings, ...held.map(heldFinding), ...(await this.purchases.of(tx, matched.matched))],
      missing: [...matched.missing, ...period.missing, ...missingAccount(order)],
    };
    return {
      order,
      declarations,
      rates: rates.flat().flatMap(({ known }) => known ?? []),
      match,
      period,
      rules,
      suggestions,
    };
  }

  /** Of what is free on other orders only where something is short. */
  private async suggestions(tx: Tx, orderId: string, given: ExportToMatch, match: Match): Promise<Suggestion[]> {
    if (match.missing.every(({ fact }) => fact !== 'invoice')) return [];
    const hsCodes = [...new Set(given.lines.map(({ hsCode }) => hsCode))];
    return suggestionsFor(given, match, await freeElsewhere(tx, orderId, hsCodes));
  }

  private async claim(tx: Tx, refundCase: RefundCase, look: Look): Promise<void> {
    const figures = figuresOf(refundCase, look);
    const claim = Claim.match(newClaim(tx, refundCase, look, figures), tx.now);
    note(tx, 'match', claim, null);
    announceMatched(tx, claim, figures);
    // Nobody has to ask for it: what is matched is filed, as long as it may be, and by whom it may be.
    const files = !isWindowClosed(tx, claim) && (await this.claims.mayLeave(tx, claim));
    if (files) {
      claim.file(tx);
      note(tx, 'file', claim, 'matched', { attempt: claim.attempt, ...entrustedBy(claim) });
    }
    await tx.insert(Claim, claim);
    await insertClaimLines(tx, claim.id, figures.lines);
    if (files) await this.claims.dispatch(tx, claim);
    refundCase.note([], claim.checks, tx.now);
    refundCase.claim(tx.now);
  }
}

/** What is known of the invoices beside what they say. */
function withStandings(match: Match, standings: Judged): Match {
  const isCovered = match.missing.every(({ fact }) => fact !== 'invoice');
  const findings = [...match.findings, ...softened(standings, isCovered)];
  return { ...match, findings, missing: [...match.missing, ...standings.missing] };
}

function exportLines(
  { entryNumber, exportDate, items }: ClearedDeclaration,
  orderLines: readonly OrderLineSnapshot[],
  rates: readonly ExportRate[],
): ExportLine[] {
  return items.map((item, index) => {
    const orderLine = orderLines.find(({ id }) => id === item.orderLineId);
    if (orderLine === undefined) throw new Error(`Declared item ${item.itemNumber} is of no line of the order`);
    const rate = rates[index];
    return {
      itemNumber: item.itemNumber,
      declarationLine: declarationLine(entryNumber, item.itemNumber),
      lineNumber: orderLine.lineNumber,
      hsCode: item.hsCode,
      goodsName: orderLine.goodsName,
      sourceDistrict: orderLine.sourceDistrict,
      quantities: item.quantities.map(({ quantity, unit }) => ({ quantity: new Decimal(quantity), unit })),
      fob: Money.fromJSON(item.fob),
      exportDate,
      refundRate: rate?.known ? new Decimal(rate.known.refundRate) : null,
      noRate: rate?.refusal ?? null,
      consumptionTax: rate?.consumptionTax ?? null,
    };
  });
}

function figuresOf({ regime }: RefundCase, { match: { matched }, order, period }: Look): ClaimFigures {
  switch (regime) {
    case 'trading':
      return tradingFigures(matched);
    case 'agency':
      return agencyFigures(matched);
    case 'manufacturer': {
      if (period.figures === null) throw new Error('A manufacturer is matched with its tax period');
      const rates = order.lines.flatMap(({ lineNumber, purchase }) =>
        purchase === null ? [] : [[lineNumber, new Decimal(purchase.vatRate)] as const],
      );
      return manufacturerFigures(matched, new Map(rates), period.figures);
    }
  }
}

function newClaim(tx: Tx, refundCase: RefundCase, look: Look, figures: ClaimFigures): NewClaim {
  const { order, declarations, rates, match, period } = look;
  const { seller } = order;
  if (seller.bankAccount === null) throw new Error('A claim is matched with the account it is paid to');
  const { entryNumber, exportDate, supervisionMode } = firstExport(declarations);
  const deadlines = refundDeadlines({ exportDate });
  return {
    tenantId: tx.tenantId,
    id: newId(),
    orderId: refundCase.id,
    orderReference: refundCase.orderReference,
    sellerId: refundCase.sellerId,
    regime: refundCase.regime,
    businessType: refundCase.collection === null && mayBeAdvanced(supervisionMode) ? 'HWC-YT' : null,
    // A manufacturer's exports belong to the month of the sale; everybody else claims in the month of filing.
    period: period.period ?? dateInZone(tx.now, CHINA).slice(0, 7).replace('-', ''),
    taxpayer: { name: seller.name, uscc: seller.uscc },
    account: seller.bankAccount,
    entryNumber,
    exportDate,
    declarations: declarations.map((each) => ({ entryNumber: each.entryNumber, exportDate: each.exportDate })),
    taxable: figures.taxable,
    refund: figures.refund,
    consumptionTax: figures.consumptionTax,
    nonRefundableVat: figures.nonRefundableVat,
    exemptCredit: figures.exemptCredit,
    checks: withPasses([...match.findings, ...costFindings(refundCase, look, figures)]),
    deadlines,
    calculation: {
      rule: figures.rule,
      steps: figures.steps,
      inputs: inputsOf(look, figures),
      refundRates: rates,
      deadlines: { rule: deadlines.rule, steps: deadlines.steps },
    },
  };
}

/** Everything that went into the figures, as it was on that day. */
function inputsOf({ declarations, period }: Look, { lines }: ClaimFigures): Readonly<Record<string, unknown>> {
  const items = lines.map(({ matched: { line, unit, quantity, refundRate, takes, consumptionTax }, vatRate }) => ({
    lineNumber: line.lineNumber,
    declarationLine: line.declarationLine,
    exportDate: line.exportDate,
    hsCode: line.hsCode,
    fob: line.fob,
    unit,
    quantity,
    vatRate,
    refundRate,
    invoices: takes.map(({ invoice, quantity: taken, amount }) => ({
      invoiceNumber: invoice.invoiceNumber,
      lineNumber: invoice.lineNumber,
      quantity: invoice.quantity,
      amountExVat: invoice.amount,
      vatRate: invoice.vatRate,
      fxRate: invoice.fxRate,
      takenQuantity: taken,
      takenAmount: amount,
    })),
    ...(consumptionTax ? { consumptionTax: papersOf(consumptionTax) } : {}),
  }));
  const { exportDate, entryNumber } = firstExport(declarations);
  return wire({ exportDate, entryNumber, items, period: period.inputs });
}

function papersOf({ unit, quantity, takes }: TaxedItem): object {
  const papers = takes.map(({ voucher, ...taken }) => ({
    voucherNumber: voucher.voucherNumber,
    ...{ quantity: voucher.quantity, taxableAmount: voucher.taxable, tax: voucher.tax },
    ...{ rate: voucher.rate, amountPerUnit: voucher.amountPerUnit },
    ...{ takenQuantity: taken.quantity, takenTaxable: taken.taxable, takenTax: taken.tax },
  }));
  return { unit, quantity, papers };
}

function costFindings({ regime }: RefundCase, { declarations, order, rules }: Look, figures: ClaimFigures): Finding[] {
  const [first] = declarations;
  if (regime !== 'trading' || first === undefined) return [];
  const fob = Money.sum(
    declarations.map((declaration) => Money.fromJSON(declaration.fob)),
    first.fob.currency,
  );
  const vat = Money.sum(
    figures.lines.map(({ taxable, vatRate }) => taxable.times(vatRate, 'half-up')),
    'CNY',
  );
  return exchangeCostFinding(rules, {
    cost: figures.taxable.plus(vat).minus(figures.refund),
    fob,
    exportDate: first.exportDate,
    exporterTaxNumber: order.seller.uscc,
    lineNumber: null,
  });
}

/** The declaration that starts the clocks of the claim: of the earliest export, of several the first part. */
function firstExport(declarations: readonly ClearedDeclaration[]): ClearedDeclaration {
  const date = earliestExport(declarations);
  const first = declarations.find(({ exportDate }) => exportDate === date);
  if (first === undefined) throw new Error('A claim is made of what customs has cleared');
  return first;
}

function heldFinding(line: string): Finding {
  const detail = SAY.item_claimed({ item: line });
  return { check: 'single_use', outcome: 'block', lineNumber: null, invoiceNumber: null, detail };
}

function missingAccount({ seller }: OrderSnapshot): Missing[] {
  if (seller.bankAccount !== null) return [];
  return [{ fact: 'refund_account', lineNumber: null, detail: SAY.no_refund_account }];
}
