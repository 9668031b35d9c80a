import { type CalculationStep, step } from '../../../kernel/calculation.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type Debt, isInstalment, isOpenDebt, owedMinor, sentAmounts, sumOwed } from './debt.js';
import { type MatchEvidence } from './match-evidence.js';
import { type MatchGround, type MatchTerms } from './match-terms.js';
import { findSums } from './sum-search.js';

export type MatchedBy = 'reference' | 'payer_and_amount' | 'payer' | 'person';

/** Debts that a credit may pay, in this order, and what speaks for it. */
export interface Finding {
  readonly by: MatchedBy;
  readonly ground: MatchGround;
  readonly debts: readonly Debt[];
  readonly steps: readonly CalculationStep[];
}

/**
 * One way to find what a credit pays for. @returns what it found; several where it cannot tell which, and then under a
 * ground that is only suggested
 */
type Way = (evidence: MatchEvidence, terms: MatchTerms) => Finding[];

/** In the order of the search: whatever is sure enough first ends it. */
export const MATCH_WAYS: readonly Way[] = [
  byReference,
  byContract,
  byNearReference,
  byAmount,
  bySum,
  byInstalment,
  byAge,
];

/**
 * Orders named in the text. Another order of the payer that the amount fits to the cent, where it does not fit those that
 * are named, contradicts them, unless the two together make up the amount. Where it fits them but within the tolerance,
 * only another whose reference is one slip of the pen away does: the slip may have made one reference of the other.
 */
function byReference(evidence: MatchEvidence): Finding[] {
  const { named } = evidence;
  if (named.length === 0) return [];
  const steps = named.map(({ reference }) => step('reference', 'found in the remittance text', reference));
  const found = (ground: MatchGround, debts = named): Finding => ({ by: 'reference', ground, debts, steps });
  const isThird = evidence.isThirdParty(named);
  const fit = evidence.fit(named);
  const others = evidence.ofPayer.filter((debt) => !named.includes(debt));
  const exact = others.filter((debt) => evidence.fit([debt]) === 'exact');
  const rivals = fit === 'beside' ? exact : exact.filter((debt) => fit !== 'exact' && evidence.isNearlyNamed(debt));
  if (rivals.length > 0 && !isThird) {
    return [named, ...rivals.map((debt) => [debt])].map((debts) => found('contradicted_reference', debts));
  }
  if (fit !== 'beside') {
    return [found(isThird ? 'reference_and_amount_of_third_party' : 'reference_and_amount')];
  }
  if (isThird) return [found('reference_of_third_party')];
  const completing = others.filter((debt) => evidence.fit([...named, debt]) === 'exact');
  const [added] = completing;
  if (added === undefined || completing.length > 1) return [found('reference')];
  const why = step('completes', 'owed by the payer, and with those named exactly the amount', added.reference);
  return [{ ...found('reference_and_amount', [...named, added]), steps: [...steps, why] }];
}

/** A contract may cover many orders: the only one that is owed, the only one of its amount, or all of them together. */
function byContract(evidence: MatchEvidence): Finding[] {
  if (evidence.named.length > 0) return [];
  const covered = evidence.underContract();
  if (covered.length === 0) return [];
  const owed = covered.filter(isOpenDebt);
  const fits = best(evidence, owed);
  const contracts = [...new Set(covered.map(({ contractNumber }) => contractNumber))].join(', ');
  const steps = [
    step('contract', 'found in the remittance text', contracts),
    step('fits', 'debts under it that are owed, of this amount where there are several', namesOf(fits)),
  ];
  const found = (ground: MatchGround, debts: readonly Debt[]): Finding => ({ by: 'reference', ground, debts, steps });
  const sure = (ground: MatchGround, debts: readonly Debt[]): Finding =>
    found(evidence.isThirdParty(debts) ? 'contract_of_third_party' : ground, debts);
  if (fits.length === 1) return [sure('contract_and_amount', fits)];
  if (fits.length > 1) return fits.map((debt) => found('one_of_several', [debt]));
  if (owed.length === 1) return [sure('contract', owed)];
  if (owed.length > 1 && evidence.fit(owed) === 'exact') return [sure('contract_and_amount', owed)];
  return owed.map((debt) => found('one_of_several', [debt]));
}

/** The payer, the amount and, but for a slip of the pen, the reference agree. */
function byNearReference(evidence: MatchEvidence): Finding[] {
  const near = evidence.nearlyNamed();
  if (near.length === 0) return [];
  const fits = best(evidence, near);
  const steps = [step('near reference', 'in the remittance text but for one character', namesOf(near))];
  const found = (ground: MatchGround, debts: readonly Debt[]): Finding => ({ by: 'reference', ground, debts, steps });
  // An order of the same payer that is written as it should be is not passed over for another.
  const isNamed = evidence.named.length > 0 && !evidence.isThirdParty(evidence.named);
  if (!isNamed && fits.length === 1 && rivalsOf(evidence, fits).length === 0)
    return [found('near_reference_and_amount', fits)];
  // Two at once, one of them perhaps written as it should be; what is owed no more is no part of a sum.
  const all = [...evidence.named, ...near.filter((debt) => !evidence.named.includes(debt))];
  if (all.length > 1 && all.every(isOpenDebt) && evidence.fit(all) === 'exact')
    return [found('near_reference_and_amount', all)];
  return near.map((debt) => found('near_reference', [debt]));
}

/** Debts that the amount fits to the cent, where those found do not. */
function rivalsOf(evidence: MatchEvidence, found: readonly Debt[]): Debt[] {
  if (evidence.fit(found) === 'exact') return [];
  return evidence.ofPayer.filter((debt) => !found.includes(debt) && evidence.fit([debt]) === 'exact');
}

/** One debt of the payer of this amount; within the tolerance only where no instalment and no sum explains it as well. */
function byAmount(evidence: MatchEvidence, terms: MatchTerms): Finding[] {
  if (evidence.named.length > 0) return [];
  return (
    amongPayer(evidence, terms, evidence.ofPayer, ['payer_and_exact_amount', 'payer_and_amount']) ??
    amongPayer(evidence, terms, evidence.ofSimilarPayer, [
      'similar_payer_and_exact_amount',
      'similar_payer_and_amount',
    ]) ??
    []
  );
}

function amongPayer(
  evidence: MatchEvidence,
  { instalments, sum }: MatchTerms,
  debts: readonly Debt[],
  [toTheCent, within]: readonly [MatchGround, MatchGround],
): Finding[] | null {
  const { credit } = evidence;
  const fits = best(evidence, debts);
  const [first] = fits;
  if (first === undefined) return null;
  const isExact = evidence.fit(fits.slice(0, 1)) === 'exact';
  // An instalment of another order, to the cent, explains the amount as well as one that it falls short of.
  const rivals = isExact ? [] : debts.filter((debt) => !fits.includes(debt) && isInstalment(credit, debt, instalments));
  const steps = [
    step('payer', 'a name of the buyer', credit.payerNames.join(' / ')),
    step('fits', 'debts of this payer and amount', namesOf(fits)),
  ];
  // Debts that make up the amount to the cent explain it better than one that it falls short of.
  const isSum = !isExact && exactSums(evidence, debts, sum) > 0;
  const isOnly = fits.length === 1 && !isSum && rivals.length === 0;
  if (isOnly) return [{ by: 'payer_and_amount', ground: isExact ? toTheCent : within, debts: [first], steps }];
  return [...fits, ...rivals].map((debt) => ({
    by: 'payer_and_amount',
    ground: 'one_of_several',
    debts: [debt],
    steps,
  }));
}

/** In how many ways debts make up the amount to the cent, up to two; of too many debts it is not known. */
function exactSums(
  { credit }: MatchEvidence,
  debts: readonly Debt[],
  { debtsMax, candidatesMax }: MatchTerms['sum'],
): number {
  if (debts.length < 2 || debts.length > candidatesMax) return 0;
  const items = debts.map((debt) => ({ debt, minor: owedMinor(debt) }));
  return findSums(items, sentAmounts(credit), debtsMax).ways.length;
}

/** Several debts of the payer that make up the amount to the cent, in one way only, and hardly by chance. */
function bySum({ credit, named, ofPayer }: MatchEvidence, { sum }: MatchTerms): Finding[] {
  if (named.length > 0 || ofPayer.length < 2 || ofPayer.length > sum.candidatesMax) return [];
  const steps = [step('payer', 'a name of the buyer', credit.payerNames.join(' / '))];
  const sums = sentAmounts(credit);
  if (sums.includes(sumOwed(ofPayer))) {
    const all = [...steps, step('sum', 'all that the payer owes', namesOf(ofPayer))];
    return [{ by: 'payer_and_amount', ground: 'payer_and_sum', debts: ofPayer, steps: all }];
  }
  const items = ofPayer.map((debt) => ({ debt, minor: owedMinor(debt) }));
  const { ways, tried } = findSums(items, sums, sum.debtsMax);
  return ways.map((way) => {
    const chance = new Decimal(tried.slice(0, way.length + 1).reduce((total, count) => total + count, 0)).div(
      new Decimal(credit.amount.minor.toString()),
    );
    const isSure = ways.length === 1 && !chance.greaterThan(sum.chanceMax);
    const why = step('chance', 'sums of its debts that were tried ÷ amount in smallest units', chance.toPrecision(2));
    return {
      by: 'payer_and_amount',
      ground: ways.length > 1 ? 'one_of_several' : isSure ? 'payer_and_sum' : 'sum_by_chance',
      debts: way.map(({ debt }) => debt).toSorted((left, right) => (left.orderId < right.orderId ? -1 : 1)),
      steps: [...steps, why],
    };
  });
}

/** A part of an order that contracts usually make payable: a deposit of 30 %, a balance of 70 %. Only suggested. */
function byInstalment(evidence: MatchEvidence, { instalments }: MatchTerms): Finding[] {
  const { credit, ofPayer, ofSimilarPayer } = evidence;
  const found = [...ofPayer, ...ofSimilarPayer].filter((debt) => isInstalment(credit, debt, instalments));
  const ground = found.length === 1 ? 'instalment' : 'one_of_several';
  const steps = [step('instalment', 'orders of the payer of which it is a usual part', namesOf(found))];
  return found.map((debt) => ({ by: 'payer_and_amount', ground, debts: [debt], steps }));
}

/** What the payer owes longest is paid first. Only where the policy says so; otherwise suggested. */
function byAge({ credit, ofPayer, named }: MatchEvidence): Finding[] {
  if (named.length > 0 || ofPayer.length === 0) return [];
  const steps = [step('oldest', 'debts of the payer, oldest first', namesOf(ofPayer.slice(0, 10)))];
  const enough: Debt[] = [];
  for (const debt of ofPayer) {
    if (sumOwed(enough) >= credit.amount.minor) break;
    enough.push(debt);
  }
  return [{ by: 'payer', ground: 'oldest_of_payer', debts: enough, steps }];
}

/** Those of the credit's amount to the cent; where there is none, those within the tolerance. */
function best(evidence: MatchEvidence, debts: readonly Debt[]): Debt[] {
  const owed = debts.filter(isOpenDebt);
  const exact = owed.filter((debt) => evidence.fit([debt]) === 'exact');
  return exact.length > 0 ? exact : owed.filter((debt) => evidence.fit([debt]) !== 'beside');
}

export function namesOf(debts: readonly Debt[]): string {
  return debts.map(({ reference }) => reference).join(', ') || 'none';
}
