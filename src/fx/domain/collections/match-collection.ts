import { type CalculationStep, type Explained, step } from '../../../kernel/calculation.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Credit, type Debt, stillOwed } from './debt.js';
import { MatchEvidence } from './match-evidence.js';
import { type MatchGround, matchTerms, type MatchTerms } from './match-terms.js';
import { type Finding, MATCH_WAYS, type MatchedBy, namesOf } from './match-ways.js';

export type { MatchedBy } from './match-ways.js';

export interface Share {
  readonly orderId: string;
  readonly amount: Money;
}

/** What a person should look at, sure as the match may be. */
export const MATCH_FLAGS = [
  'third_party_payer',
  'similar_payer_name',
  'misspelt_reference',
  'charges_deducted',
  'part_payment',
  'several_orders',
  'over_payment',
  'owed_by_seller',
  'other_currency',
] as const;
export type MatchFlag = (typeof MATCH_FLAGS)[number];

/** What a credit may pay for, and how sure that is. */
export interface Suggestion {
  readonly by: MatchedBy;
  readonly ground: MatchGround;
  /** From 0 to 1, by the dated terms. */
  readonly confidence: Decimal;
  readonly shares: readonly Share[];
  readonly surplus: Money;
  readonly flags: readonly MatchFlag[];
  readonly steps: readonly CalculationStep[];
  /** Of an order in another currency, which takes no share: what the money is worth in it, and by which rate. */
  readonly otherCurrency?: {
    readonly orderId: string;
    readonly worth: Money;
    readonly rate: Decimal;
    readonly asOf: Date;
  };
}

export interface Match extends Explained {
  /** Null when nothing was found that could be trusted. */
  readonly by: MatchedBy | null;
  readonly shares: readonly Share[];
  /** What no order can take. */
  readonly surplus: Money;
  readonly ground: MatchGround | null;
  readonly confidence: Decimal | null;
  readonly flags: readonly MatchFlag[];
  /** What is not sure enough, best first. */
  readonly suggestions: readonly Suggestion[];
}

export interface MatchOptions {
  /** By whose terms. */
  readonly on: LocalDate;
  /** The policy lets a payer's oldest debts be paid first, where nothing else is found. */
  readonly oldestFirst?: boolean;
  /** All ways are tried, whatever is found: for a person who wants to see them. */
  readonly isExhaustive?: boolean;
}

const SUGGESTIONS_MAX = 5;
const NEAR: readonly MatchGround[] = ['near_reference_and_amount', 'near_reference'];
const CERTAIN = new Decimal(1);

/**
 * Finds what a credit pays for: order named, contract named, order named but for a slip of the pen, payer and amount,
 * payer and a sum of its debts, instalment, oldest debt. The first way that is sure enough decides; what is less sure is
 * suggested. Two that fit equally are never guessed between, and the order in which debts are given does not matter.
 *
 * Shares and surplus make up the amount; no order takes more than it is owed and its tolerance.
 */
export function findMatch(credit: Credit, debts: readonly Debt[], options: MatchOptions): Match {
  const terms = matchTerms(options.on);
  const evidence = new MatchEvidence(credit, debts);
  const suggestions: Suggestion[] = [];
  for (const way of MATCH_WAYS) {
    const found = way(evidence, terms).map((finding) => suggest(evidence, finding, terms));
    const [sure, rival] = found.filter((each) => each.shares.length > 0 && isSure(each, terms, options));
    if (sure !== undefined && rival === undefined && options.isExhaustive !== true) return matchOf(sure, terms);
    suggestions.push(...found.filter(({ shares }) => shares.length > 0));
  }
  return nothingSure(evidence, ranked(suggestions), terms);
}

/** As a person says: the whole of `amount` to this debt, as far as it can take it. */
export function matchByPerson(amount: Money, debt: Debt, on: LocalDate): Match {
  const { shares, surplus, steps } = shareOut(amount, [debt], [step('person', 'named by a person', debt.reference)]);
  const by = shares.length === 0 ? null : 'person';
  return {
    by,
    ground: null,
    shares,
    surplus,
    steps,
    rule: matchTerms(on).rule,
    confidence: CERTAIN,
    flags: [],
    suggestions: [],
  };
}

function isSure({ ground, confidence }: Suggestion, { threshold }: MatchTerms, { oldestFirst }: MatchOptions): boolean {
  return !confidence.lessThan(threshold) || (oldestFirst === true && ground === 'oldest_of_payer');
}

function suggest(evidence: MatchEvidence, { by, ground, debts, steps }: Finding, terms: MatchTerms): Suggestion {
  const shared = shareOut(evidence.credit.amount, debts, steps);
  const paid = debts.filter(({ orderId }) => shared.shares.some((share) => share.orderId === orderId));
  const flags = flagsOf(evidence, paid, { ...shared, ground });
  return { by, ground, confidence: terms.confidence(ground), ...shared, flags };
}

function matchOf({ by, shares, surplus, confidence, flags, steps, ground }: Suggestion, { rule }: MatchTerms): Match {
  const why = step('confidence', ground, confidence);
  return { by, ground, shares, surplus, confidence, flags, rule, steps: [...steps, why], suggestions: [] };
}

function nothingSure({ credit, ofPayer, named }: MatchEvidence, suggestions: Suggestion[], terms: MatchTerms): Match {
  const { rule } = terms;
  const steps = [
    step('reference', 'found in the remittance text', namesOf(named)),
    step('payer', 'debts of this payer', ofPayer.length),
    step('suggestions', `less sure than ${terms.threshold.toFixed(2)}`, suggestions.length),
  ];
  return {
    by: null,
    ground: null,
    shares: [],
    surplus: credit.amount,
    confidence: null,
    flags: [],
    rule,
    steps,
    suggestions,
  };
}

/** Best first; of the same shares the surest only. */
export function ranked(suggestions: readonly Suggestion[]): Suggestion[] {
  const sorted = suggestions.toSorted((left, right) => right.confidence.comparedTo(left.confidence));
  const seen = new Set<string>();
  return sorted
    .filter(({ shares, otherCurrency }) => {
      const key = otherCurrency?.orderId ?? shares.map(({ orderId, amount }) => `${orderId} ${amount.minor}`).join();
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, SUGGESTIONS_MAX);
}

interface Shared {
  readonly shares: readonly Share[];
  readonly surplus: Money;
  readonly steps: readonly CalculationStep[];
}

function flagsOf(
  evidence: MatchEvidence,
  paid: readonly Debt[],
  { shares, surplus, ground }: Shared & { readonly ground: MatchGround },
): MatchFlag[] {
  const rests = paid.map((debt, index) => stillOwed(debt).minus(shares[index]?.amount ?? evidence.credit.amount));
  const isShort = paid.some((debt, index) => rests[index]?.isMoreThan(debt.tolerance) === true);
  const checks: readonly (readonly [boolean, MatchFlag])[] = [
    [evidence.isThirdParty(paid), 'third_party_payer'],
    [paid.some((debt) => evidence.payer(debt) === 'similar'), 'similar_payer_name'],
    [NEAR.includes(ground), 'misspelt_reference'],
    [!isShort && rests.some((rest) => rest.minor > 0n), 'charges_deducted'],
    [isShort, 'part_payment'],
    [shares.length > 1, 'several_orders'],
    [!surplus.isZero(), 'over_payment'],
  ];
  return checks.filter(([holds]) => holds).map(([, flag]) => flag);
}

function shareOut(amount: Money, debts: readonly Debt[], found: readonly CalculationStep[]): Shared {
  const steps = [...found];
  const shares: Share[] = [];
  let rest = amount;
  for (const [index, debt] of debts.entries()) {
    const share = shareOf(rest, debt, index === debts.length - 1);
    steps.push(
      step('share', `of ${rest.toString()}; ${debt.reference} still owes ${stillOwed(debt).toString()}`, share),
    );
    if (share.isZero()) continue;
    shares.push({ orderId: debt.orderId, amount: share });
    rest = rest.minus(share);
  }
  if (!rest.isZero()) steps.push(step('surplus', 'beyond what is owed and the tolerance', rest));
  return { shares, surplus: rest, steps };
}

/** The last debt takes the whole rest if the tolerance lets it; otherwise nobody takes more than it is owed. */
function shareOf(rest: Money, debt: Debt, isLast: boolean): Money {
  const { expected, received, tolerance } = debt;
  const room = expected.plus(tolerance).minus(received);
  if (isLast && !rest.isMoreThan(room)) return rest;
  return Money.min(rest, stillOwed(debt));
}
