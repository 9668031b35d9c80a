import { publicId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Language, told } from '../../kernel/sentence.js';
import { CHECKS, type Finding, type Missing } from '../domain/finding.js';
import { type Suggestion } from '../domain/match-suggestions.js';
import { type RunCase } from '../entities/match-cases.table.js';
import { type KeptResult } from './match-packing.js';

/** What came of an item of a book, as one line of the results. */
export function itemLine(result: KeptResult, language: Language): object {
  const {
    declarationLine,
    outcome,
    unit,
    refundMinor,
    takes,
    tax,
    findings = [],
    missing = [],
    suggestions = [],
  } = result;
  return {
    ...{ declarationLine, outcome, unit, refund: refundMinor === null ? null : cny(refundMinor) },
    consumptionTaxRefund: tax === undefined ? null : cny(tax.refundMinor),
    takes: takes.map(([invoiceNumber, lineNumber, quantity, amountMinor]) => ({
      ...{ invoiceNumber, lineNumber, quantity, amountExVat: cny(amountMinor) },
    })),
    vouchers: (tax?.takes ?? []).map(([voucherNumber, quantity, taxableMinor, taxMinor]) => ({
      ...{ voucherNumber, quantity, taxableAmount: cny(taxableMinor), tax: cny(taxMinor) },
    })),
    checks: findings.map((finding) => checkOf(finding, language)),
    missing: missing.map(({ fact, detail }) => ({ fact, detail: told(detail, language) })),
    suggestions: suggestions.map((one) => {
      const { proposal, rank, invoiceNumber, invoiceLine } = one;
      return { proposal, rank, invoiceNumber, invoiceLine, ...wordsOf(one, language) };
    }),
  };
}

/** What came of a case, as one line of the results; lines are those of the order. */
export function caseLine(found: RunCase, language: Language): object {
  const { caseId, orderReference, outcome, claimId, refundMinor, consumptionTaxMinor, result } = found;
  return {
    ...{ orderId: publicId('order', caseId), reference: orderReference, outcome },
    claimId: claimId === null ? null : publicId('claim', claimId),
    refund: refundMinor === null ? null : cny(refundMinor),
    consumptionTaxRefund: consumptionTaxMinor === null ? null : cny(consumptionTaxMinor),
    checks: result.checks.map((one) => ({ lineNumber: one.lineNumber, ...checkOf(one, language) })),
    missing: result.missing.map((one) => missingOf(one, language)),
    suggestions: result.suggestions.map((one) => ({ ...one, ...wordsOf(one, language) })),
  };
}

function missingOf({ fact, lineNumber, detail }: Missing, language: Language): object {
  return { lineNumber, fact, detail: told(detail, language) };
}

function wordsOf({ reason, text }: Suggestion, language: Language): object {
  return { reason: told(reason, language), text: text === null ? null : told(text, language) };
}

function checkOf({ check, outcome, invoiceNumber, detail }: Finding, language: Language): object {
  const { fix } = CHECKS[check];
  return { check, outcome, invoiceNumber, detail: told(detail, language), fix: fix[language] };
}

function cny(minor: string) {
  return Money.ofMinor(BigInt(minor), 'CNY').toJSON();
}
