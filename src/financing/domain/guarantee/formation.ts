import { Decimal } from '../../../kernel/decimal.js';
import { type Fault } from '../../../kernel/domain-error.js';
import { addMonths, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Candidate, type Finding, type MEMBERSHIPS } from './candidate.js';
import { SAY } from './guarantee.sentences.js';
import { tiesOf } from './ties.js';

/** What makes a group, on the days from `validFrom` to `validTo`; both inclusive, null is open. */
export interface FormationRules {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
  readonly currency: 'CNY';
  readonly membersMin: number;
  readonly membersMax: number;
  readonly ageMonthsMin: number;
  /** A holder with more than this share in two members ties them. */
  readonly sharedOwnerFrom: string;
  readonly lossIsRefused: boolean;
  /** One member at least must have been one of the platform for so long, in one of these ways. */
  readonly seasoned: readonly { readonly kind: (typeof MEMBERSHIPS)[number]; readonly years: number }[];
  readonly limitMin: string;
  readonly limitMax: string;
  /** How long an announced draw can be made. */
  readonly noticeDays: number;
  /** Whether every other member must consent before each draw. */
  readonly consentToDraw: boolean;
}

/** @returns undefined where the table has no row for the day */
export function rulesOn(table: readonly FormationRules[], day: LocalDate): FormationRules | undefined {
  return table.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}

/**
 * Every rule of formation that these candidates break on a day, all at once: of each candidate in their order, then of the
 * group as a whole. What lies between two of them (a tie, a circle) is found at the later one.
 */
export function formationFindings(
  rules: FormationRules,
  candidates: readonly Candidate[],
  today: LocalDate,
): readonly Finding[] {
  const ties = tiesOf(candidates, new Decimal(rules.sharedOwnerFrom));
  const ofEach = candidates.flatMap((candidate, member) => [
    ...candidateFindings(rules, candidate, today).map((finding) => ({ ...finding, member })),
    ...ties.filter((tie) => tie.member === member),
  ]);
  return [...ofEach, ...groupFindings(rules, candidates, today)];
}

/** Whether more members can mend it. */
export function isOfGroup({ member }: Finding): boolean {
  return member === null;
}

/** As faults of a list of members. */
export function asFaults(findings: readonly Finding[]): Fault[] {
  return findings.map(({ member, field, code, message }) => ({
    ...{ pointer: member === null ? '/members' : `/members/${member}${field}`, code, message },
  }));
}

type Found = Omit<Finding, 'member'>;

function candidateFindings(rules: FormationRules, candidate: Candidate, today: LocalDate): Found[] {
  const { establishedOn, lastResult, elsewhere, membership } = candidate;
  const lastYear = Number(today.slice(0, 4)) - 1;
  const finds = (holds: boolean, field: string, code: string, message: Sentence): Found[] =>
    holds ? [] : [{ field, code, message }];
  const isBorn = establishedOn <= today;
  return [
    ...(elsewhere === undefined
      ? []
      : [{ field: '/partyId', code: 'guarantees_elsewhere', message: SAY.elsewhere({ group: elsewhere }) }]),
    ...limitFindings(rules, candidate),
    ...finds(isBorn, '/establishedOn', 'in_future', SAY.in_future),
    ...finds(
      !isBorn || addMonths(establishedOn, rules.ageMonthsMin) <= today,
      '/establishedOn',
      'too_young',
      SAY.too_young({ months: rules.ageMonthsMin }),
    ),
    ...finds(lastResult.year === lastYear, '/lastResult/year', 'other_year', SAY.result_year({ year: lastYear })),
    ...finds(!rules.lossIsRefused || lastResult.outcome !== 'loss', '/lastResult/outcome', 'loss', SAY.loss),
    ...finds(membership === null || membership.since <= today, '/membership/since', 'in_future', SAY.in_future),
  ];
}

function limitFindings({ limitMin, limitMax, currency }: FormationRules, { limit }: Candidate): Found[] {
  if (limit.currency !== currency) {
    return [{ field: '/limit', code: 'currency_mismatch', message: SAY.amount_in({ currency }) }];
  }
  const amount = Money.fromJSON(limit);
  const [least, most] = [Money.parse(limitMin, currency), Money.parse(limitMax, currency)];
  if (!least.isMoreThan(amount) && !amount.isMoreThan(most)) return [];
  const message = SAY.limit_outside({ least: String(least), most: String(most) });
  return [{ field: '/limit', code: 'out_of_range', message }];
}

function groupFindings(rules: FormationRules, candidates: readonly Candidate[], today: LocalDate): Finding[] {
  const { membersMin, membersMax, seasoned } = rules;
  const whole = { member: null, field: '' } as const;
  const isSeasoned = candidates.some(({ membership }) =>
    seasoned.some(({ kind, years }) => membership?.kind === kind && addMonths(membership.since, 12 * years) <= today),
  );
  return [
    ...(candidates.length < membersMin
      ? [{ ...whole, code: 'too_few', message: SAY.too_few({ least: membersMin }) }]
      : []),
    ...(candidates.length > membersMax
      ? [{ ...whole, code: 'too_many', message: SAY.too_many({ most: membersMax }) }]
      : []),
    ...(isSeasoned ? [] : [{ ...whole, code: 'none_seasoned', message: SAY.no_seasoned }]),
  ];
}
