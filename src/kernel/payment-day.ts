import { addDays, type LocalDate } from './local-date.js';

interface DueRule {
  readonly validFrom: LocalDate;
  readonly afterDepartureDays: number;
  readonly afterReadyDays: number;
  readonly afterPlacedDays: number;
  /** So many days before and after an estimate. */
  readonly windowDays: number;
  readonly source: string;
}

/** Newest first. */
const DUE_RULES: readonly DueRule[] = [
  {
    validFrom: '2000-01-01',
    afterDepartureDays: 30,
    afterReadyDays: 40,
    afterPlacedDays: 75,
    windowDays: 15,
    source: 'The platform’s own planning custom: T/T thirty days after departure, ten days from ready to departure',
  },
];

/** @throws Error for a day of which no rule is on record */
function dueRuleOn(date: LocalDate): DueRule {
  const rule = DUE_RULES.find(({ validFrom }) => validFrom <= date);
  if (rule === undefined) throw new Error(`No rule for due dates on ${date}`);
  return rule;
}

/** What the day is taken from: the latest step of the order that is known. */
export type PaymentBasis = 'departed' | 'ready' | 'placed';

/** When money is expected, and between which days it may well come. */
export interface PaymentDay {
  readonly dueOn: LocalDate;
  readonly basis: PaymentBasis;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What is known of an order’s way. */
export interface OrderDays {
  readonly placedOn: LocalDate;
  readonly readyOn: LocalDate | null;
  readonly departedOn: LocalDate | null;
}

/** When a buyer is likely to pay. Orders name no term of payment, so it is an estimate with a window. */
export function expectedPaymentDay({ placedOn, readyOn, departedOn }: OrderDays, today: LocalDate): PaymentDay {
  const rule = dueRuleOn(today);
  const estimate = (basis: PaymentBasis, day: LocalDate, days: number): PaymentDay => {
    const dueOn = addDays(day, days);
    return { dueOn, basis, from: addDays(dueOn, -rule.windowDays), to: addDays(dueOn, rule.windowDays) };
  };
  if (departedOn !== null) return estimate('departed', departedOn, rule.afterDepartureDays);
  if (readyOn !== null) return estimate('ready', readyOn, rule.afterReadyDays);
  return estimate('placed', placedOn, rule.afterPlacedDays);
}
