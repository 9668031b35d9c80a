import { InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { DISPUTE_KIND_NAMES, SAY_DISPUTE as SAY } from './dispute.sentences.js';
import { type DisputeKind, type DisputeOutcome } from './dispute-status.js';

/** What a dispute takes of an order. */
export interface DisputedPart {
  readonly kind: DisputeKind;
  readonly amount: Money;
  /** What the seller gave up; null while it is open. */
  readonly conceded: Money | null;
}

/**
 * Whether a buyer may dispute so much of an order.
 * @throws InvalidInputError naming every fault
 */
export function checkDispute(
  { amount, openedOn }: { readonly amount: Money; readonly openedOn: LocalDate },
  { value, today }: { readonly value: Money; readonly today: LocalDate },
): void {
  const check = new InputCheck();
  check.amount(amount, '/amount', value.currency);
  const isWithin = amount.currency !== value.currency || !amount.isMoreThan(value);
  check.that(isWithin, '/amount', 'too_much', SAY.above_order({ amount: String(value) }));
  check.date(openedOn, '/openedOn');
  check.that(openedOn <= today, '/openedOn', 'too_late', SAY.opened_in_future);
  check.done();
}

/** How a dispute ended, as somebody says it. */
export interface Settlement {
  readonly outcome: DisputeOutcome;
  /** What the seller gives up; null where nothing was said of it. */
  readonly conceded: Money | null;
  readonly resolvedOn: LocalDate;
}

/**
 * What the seller gives up: of an upheld dispute all that was disputed unless it is less, of a rejected one nothing, of a settled one
 * what both agreed on.
 * @throws InvalidInputError naming every fault
 */
export function concessionOf(
  { outcome, conceded, resolvedOn }: Settlement,
  { amount, openedOn, today }: { readonly amount: Money; readonly openedOn: LocalDate; readonly today: LocalDate },
): Money {
  const check = new InputCheck();
  check.date(resolvedOn, '/resolvedOn');
  check.that(resolvedOn <= today, '/resolvedOn', 'too_late', SAY.resolved_in_future);
  check.that(resolvedOn >= openedOn, '/resolvedOn', 'too_early', SAY.resolved_too_early({ day: openedOn }));
  if (outcome === 'rejected') check.that(conceded === null, '/conceded', 'not_applicable', SAY.nothing_conceded);
  if (outcome === 'settled') check.that(conceded !== null, '/conceded', 'required', SAY.concession_needed);
  if (conceded !== null) {
    check.amount(conceded, '/conceded', amount.currency);
    const isWithin = conceded.currency !== amount.currency || !conceded.isMoreThan(amount);
    check.that(isWithin, '/conceded', 'too_much', SAY.above_disputed({ amount: String(amount) }));
  }
  check.done();
  return conceded ?? (outcome === 'upheld' ? amount : Money.zero(amount.currency));
}

/**
 * What of an order's value nobody disputes and nobody gave up: what may be lent on.
 *
 *     undisputed = max(0, value − Σ open disputes − Σ what was conceded in resolved ones)
 *
 * Units: money in the currency of the order. Nothing is rounded. Disputes may overlap; they take no more than there is.
 */
export function undisputedOf(value: Money, disputes: readonly DisputedPart[]): Money {
  const taken = Money.sum(
    disputes.map(({ amount, conceded }) => conceded ?? amount),
    value.currency,
  );
  return Money.max(Money.zero(value.currency), value.minus(taken));
}

/** Those that are not resolved. */
export function openOf<Part extends DisputedPart>(disputes: readonly Part[]): readonly Part[] {
  return disputes.filter(({ conceded }) => conceded === null);
}

/** Why nothing more is drawn while a dispute is open; empty where none is. */
export function disputeReasons(disputes: readonly DisputedPart[], currency: string): readonly Sentence[] {
  const open = openOf(disputes);
  if (open.length === 0) return [];
  const amounts = open.map(({ amount }) => amount);
  const kinds = [...new Set(open.map(({ kind }) => kind))].map((kind) => DISPUTE_KIND_NAMES[kind]);
  return [SAY.open({ amount: String(Money.sum(amounts, currency)), kinds })];
}
