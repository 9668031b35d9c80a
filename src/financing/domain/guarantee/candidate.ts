import { type LocalDate } from '../../../kernel/local-date.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';

export const OUTCOMES = ['profit', 'break_even', 'loss'] as const;
export const MEMBERSHIPS = ['trust_pass', 'gold_supplier'] as const;

export interface Owner {
  /** Name, or number in the register. */
  readonly holder: string;
  /** Where it is a party of the tenant. */
  readonly partyId: string | null;
  /** A fraction of one. */
  readonly share: string;
}

/** What is stated of a member, as it is kept. */
export interface MemberFacts {
  readonly establishedOn: LocalDate;
  readonly lastResult: { readonly year: number; readonly outcome: (typeof OUTCOMES)[number] };
  readonly membership: { readonly kind: (typeof MEMBERSHIPS)[number]; readonly since: LocalDate } | null;
  readonly owners: readonly Owner[];
}

export interface Candidate extends MemberFacts {
  readonly partyId: string;
  readonly limit: MoneyJson;
  /** The other group in which it guarantees, by its id outside. */
  readonly elsewhere?: string | undefined;
}

/** A rule that is not met. */
export interface Finding {
  /** Which of the candidates; null for the group as a whole. */
  readonly member: number | null;
  /** Of the candidate, `/owners/0`. */
  readonly field: string;
  readonly code: string;
  readonly message: Sentence;
}
