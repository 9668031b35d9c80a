import { workdayFrom } from '../../../kernel/china-workdays.js';
import { type DayBasis } from '../../../kernel/day-basis.js';
import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { addDays, laterOf, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { exactInterest } from '../interest.js';
import { SAY } from './extension.sentences.js';

/** Since when a loan that is late again counts as overdue, once its due date was moved. */
export const OVERDUE_RULES = ['new_due_date', 'first_due_date'] as const;
export type OverdueRule = (typeof OVERDUE_RULES)[number];

/** What a product allows of later due dates. */
export interface ExtensionTerms {
  /** Granted ones in the life of one loan. */
  readonly timesMax: number;
  /** From the first due date on, over all of them; no more than the term of the loan. */
  readonly daysMax: number;
  /** So many days after the due date one may still be asked for. */
  readonly graceDays: number;
  /** Once for each, as a fraction of the principal that is owed. */
  readonly feeRate: string;
  readonly overdueFrom: OverdueRule;
}

/** A loan as it stands when a later due date is asked for. */
export interface Extendable {
  readonly today: LocalDate;
  readonly maturityOn: LocalDate;
  /** Before the first extension. */
  readonly firstDueOn: LocalDate;
  /** How many were granted before. */
  readonly times: number;
  /** One waits for the lender's word. */
  readonly isPending: boolean;
  /** Its guarantee group was called for it. */
  readonly isCalled: boolean;
}

/** Why none can be asked for, whatever day is wished; all at once. */
export function reasonsAgainst(terms: ExtensionTerms | undefined, loan: Extendable): readonly Sentence[] {
  if (terms === undefined) return [SAY.not_offered];
  const last = addDays(loan.maturityOn, terms.graceDays);
  return [
    ...(loan.isPending ? [SAY.pending] : []),
    ...(loan.isCalled ? [SAY.called] : []),
    ...(loan.times >= terms.timesMax ? [SAY.too_often({ times: terms.timesMax })] : []),
    ...(loan.today > last ? [SAY.too_late({ last })] : []),
  ];
}

/**
 * The due date that comes of the day that is wished: the next one on which banks work.
 * Source of the ceiling: 贷款通则 (1996) art. 12, by which a short-term loan is extended by no more than its first term in all;
 * the product's days are kept within that when it is added.
 * @throws InvalidInputError of a day that moves nothing, or is later than the terms allow
 */
export function dueDateOf(terms: ExtensionTerms, loan: Extendable, wishedOn: LocalDate): LocalDate {
  const check = new InputCheck();
  check.date(wishedOn, '/dueOn');
  const after = laterOf(loan.maturityOn, loan.today);
  const last = addDays(loan.firstDueOn, terms.daysMax);
  check.that(wishedOn > after, '/dueOn', 'too_early', SAY.moves_nothing({ after }));
  check.that(wishedOn <= last, '/dueOn', 'too_late', SAY.too_long({ last }));
  check.done();
  return workdayFrom(wishedOn);
}

/** What a later due date costs. */
export interface ExtensionPrice {
  /** Once, due when it is granted. */
  readonly fee: Money;
  /** Of the extra days, at the rate of today on the principal of today: what it comes to if nothing changes. */
  readonly interest: Money;
}

/**
 *     fee      = principal owed × fee rate
 *     interest = principal owed × days from the due date to the later one × annual rate / basis
 *
 * Rounding: half up to the minor unit, each once. The fee is part of what is agreed; the interest is told, and accrues by the day.
 */
export function priceOf(
  { feeRate }: Pick<ExtensionTerms, 'feeRate'>,
  loan: {
    readonly principal: Money;
    readonly annualRate: Decimal;
    readonly dayBasis: DayBasis;
    readonly from: LocalDate;
    readonly to: LocalDate;
  },
): ExtensionPrice {
  const { principal, annualRate, dayBasis, from, to } = loan;
  return {
    fee: principal.times(new Decimal(feeRate), 'half-up'),
    interest: Money.ofMajor(
      exactInterest(annualRate, [{ principal, from, to }], dayBasis),
      principal.currency,
      'half-up',
    ),
  };
}

/** Whether a lender may answer so: later than it was due, and no later than was asked for. */
export function isGrantable(
  grantedOn: LocalDate,
  asked: { readonly from: LocalDate; readonly to: LocalDate },
): boolean {
  return grantedOn > asked.from && grantedOn <= asked.to;
}
