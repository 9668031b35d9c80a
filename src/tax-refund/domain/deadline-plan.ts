import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { type DeadlineKind, evidenceLaw } from './deadline-kinds.js';
import { settlementWindow } from './overseas-settlement.js';
import { refundDeadlines } from './refund-deadlines.js';

/** What is known of one exported declaration, as far as its clocks ask. */
export interface DeadlineFacts {
  readonly exportDate: LocalDate;
  /** The last collection date of the contract, if it names one. */
  readonly contractFinalCollection: LocalDate | null;
  /** Null while the buyer has not paid. */
  readonly collectedOn: LocalDate | null;
  /** The day on which the refund was filed for; null while it was not, or was sent back. */
  readonly filedOn: LocalDate | null;
  /** The day by which all documents were there that the law asks for; null while some are missing. */
  readonly documentedOn: LocalDate | null;
  /** The day on which a refund in advance (HWC-YT) was paid; null of every other, and before. */
  readonly advancedOn: LocalDate | null;
  /** The day on which its settlement was filed. */
  readonly settledOn: LocalDate | null;
}

/** One clock: its last day, and on which day it was stopped. */
export interface PlannedDeadline {
  readonly kind: DeadlineKind;
  readonly dueOn: LocalDate;
  readonly metOn: LocalDate | null;
  readonly source: string;
}

/**
 * The clocks that run for an export; plain calendar days of China, nothing is moved for weekends or holidays.
 *
 * Before 2026 there is no limit of 36 months; the documents have a clock from the filing on.
 * @example exported 2026-03-15, filed 2026-04-10 → filing 2027-04-30, collection 2027-04-30, 36 months 2029-03-15, documents 2026-04-25
 */
export function planDeadlines(facts: DeadlineFacts): PlannedDeadline[] {
  const { collectedOn, filedOn, documentedOn } = facts;
  const { fileBy, collectBy, filingExpiresOn, rule } = refundDeadlines(facts);
  const { source } = rule;
  const planned: PlannedDeadline[] = [
    { kind: 'filing_window', dueOn: fileBy, metOn: filedOn, source },
    { kind: 'collection', dueOn: collectBy, metOn: collectedOn, source },
  ];
  if (filingExpiresOn !== null) {
    planned.push({ kind: 'thirty_six_months', dueOn: filingExpiresOn, metOn: filedOn, source });
  }
  if (filedOn !== null) {
    const law = evidenceLaw(filedOn);
    const dueOn = addDays(filedOn, law.withinDays);
    planned.push({ kind: 'evidence_documents', dueOn, metOn: documentedOn, source: law.source });
  }
  if (facts.advancedOn !== null) {
    const { dueOn, source: law } = settlementWindow(facts.advancedOn);
    planned.push({ kind: 'overseas_settlement', dueOn, metOn: facts.settledOn, source: law });
  }
  return planned;
}
