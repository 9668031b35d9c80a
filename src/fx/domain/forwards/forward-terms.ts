import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';

/** On what terms a tenant sells forward, from a day on. */
export interface ForwardTermsRule {
  readonly validFrom: LocalDate;
  /** The platform's part of the rate: 0.002 is 0.2 %. */
  readonly spread: Decimal;
  /** What is held of the seller's CNY, of what the contract comes to: 0.03 is 3 %. */
  readonly depositShare: Decimal;
  /** How long a quote holds. */
  readonly lockSeconds: number;
  /** Curves that were taken in longer ago are not quoted from. */
  readonly curveMaxAgeDays: number;
  /** The furthest last day, from today. */
  readonly daysMax: number;
  /** So many days before the last one its owner is reminded; on the day itself always. */
  readonly noticeDays: readonly number[];
  readonly source: string;
}

/** Where a tenant has given none. Newest first. */
const USUAL: readonly ForwardTermsRule[] = [
  {
    validFrom: '2000-01-01',
    spread: new Decimal('0.001'),
    depositShare: new Decimal('0.03'),
    lockSeconds: 30,
    curveMaxAgeDays: 1,
    daysMax: 366,
    noticeDays: [7, 3, 1],
    source: 'The platform’s own price list: 0.1 % on the bank’s forward rate, 3 % of deposit, firm for half a minute',
  },
];

/** The terms in force on a day, of the tenant's own or else of the platform. @param own newest first */
export function termsOn(own: readonly ForwardTermsRule[], day: LocalDate): ForwardTermsRule {
  const found = [...own, ...USUAL].find(({ validFrom }) => validFrom <= day);
  if (found === undefined) throw new Error(`No terms of forwards for ${day}`);
  return found;
}
