import { InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money, type MoneyJson } from '../../../kernel/money.js';
import { SAY } from './contracts.sentences.js';

/** What a bank registers of a sales contract (TradeContract2 of ISO 20022). */
export interface ContractTerms {
  /** The number on the contract itself. */
  readonly contractNumber: string;
  readonly amount: MoneyJson;
  /** When it was signed. */
  readonly startsOn: LocalDate;
  /** By when goods and money have moved. */
  readonly endsOn: LocalDate;
}

export const TERM_FIELDS = [
  'contractNumber',
  'amount',
  'startsOn',
  'endsOn',
] as const satisfies readonly (keyof ContractTerms)[];
export type TermField = (typeof TERM_FIELDS)[number];

/** Max35Text. */
export const NUMBER_MAX = 35;

/** What a bank would not register. @throws InvalidInputError naming every fault */
export function checkTerms(terms: Omit<ContractTerms, 'amount'> & { readonly amount: Money }, currency: string): void {
  const check = new InputCheck();
  const { contractNumber, amount, startsOn, endsOn } = terms;
  check.that(contractNumber.length <= NUMBER_MAX, '/contractNumber', 'too_long', SAY.number_long({ max: NUMBER_MAX }));
  check.that(!amount.isZero() && !amount.isNegative(), '/amount', 'not_positive', SAY.amount_nothing);
  check.that(amount.currency === currency, '/amount', 'currency_mismatch', SAY.amount_in({ currency }));
  check.date(startsOn, '/startsOn');
  check.date(endsOn, '/endsOn');
  check.that(endsOn >= startsOn, '/endsOn', 'before_start', SAY.ends_before({ day: startsOn }));
  check.done();
}

/** In which of them two versions differ. */
export function differingTerms(ours: ContractTerms, theirs: ContractTerms): TermField[] {
  return TERM_FIELDS.filter((field) => plain(ours, field) !== plain(theirs, field));
}

function plain(terms: ContractTerms, field: TermField): string {
  const value = terms[field];
  return typeof value === 'string' ? value : `${value.amount} ${value.currency}`;
}
