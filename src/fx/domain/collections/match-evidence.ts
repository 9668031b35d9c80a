import { type Credit, type Debt, type Fit, fitOf, isOpenDebt, keysOfDebt, payerOf } from './debt.js';
import { type NameAgreement } from './payer-name.js';
import { type Mention, RemittanceText } from './remittance-reference.js';

const texts = new WeakMap<Credit, RemittanceText>();

/** Read once: what finds nothing sure is held against more debts. */
export function textOf(credit: Credit): RemittanceText {
  let text = texts.get(credit);
  if (text === undefined) {
    text = new RemittanceText(credit.text);
    texts.set(credit, text);
  }
  return text;
}

/** What a credit says, held against the debts it may be for. */
export class MatchEvidence {
  readonly text: RemittanceText;
  /** In an order that does not depend on how they were given. */
  readonly debts: readonly Debt[];
  /** Named in the text, in the order of their mention. */
  readonly named: readonly Debt[];
  /** Owed by the payer under the very name, and under a similar one. */
  readonly ofPayer: readonly Debt[];
  readonly ofSimilarPayer: readonly Debt[];
  private readonly payers = new Map<Debt, NameAgreement | 'unknown'>();

  constructor(
    readonly credit: Credit,
    debts: readonly Debt[],
  ) {
    this.text = textOf(credit);
    this.debts = debts.toSorted((left, right) => (left.orderId < right.orderId ? -1 : 1));
    this.named = mentioned(this.text, this.debts);
    const owed = this.debts.filter(isOpenDebt);
    this.ofPayer = owed.filter((debt) => this.payer(debt) === 'same');
    this.ofSimilarPayer = owed.filter((debt) => this.payer(debt) === 'similar');
  }

  payer(debt: Debt): NameAgreement | 'unknown' {
    let found = this.payers.get(debt);
    if (found === undefined) {
      found = payerOf(this.credit, debt);
      this.payers.set(debt, found);
    }
    return found;
  }

  /** True when somebody else paid than the buyer of any of these. */
  isThirdParty(debts: readonly Debt[]): boolean {
    return debts.some((debt) => this.payer(debt) === 'other');
  }

  fit(debts: readonly Debt[]): Fit {
    return fitOf(this.credit, debts);
  }

  /** Debts of the payer whose reference is in the text but for one slip of the pen. */
  nearlyNamed(): Debt[] {
    return [...this.ofPayer, ...this.ofSimilarPayer].filter((debt) => this.isNearlyNamed(debt));
  }

  isNearlyNamed(debt: Debt): boolean {
    return this.text.isNear(keysOfDebt(debt).reference);
  }

  underContract(): Debt[] {
    return this.debts.filter((debt) => this.text.find(keysOfDebt(debt).contract) !== null);
  }
}

/** By the place of their first mention. A mention within a longer one is part of that name, not one of its own. */
function mentioned(text: RemittanceText, debts: readonly Debt[]): Debt[] {
  const all: { readonly debt: Debt; readonly at: Mention }[] = [];
  for (const debt of debts) {
    const at = text.find(keysOfDebt(debt).reference);
    if (at !== null) all.push({ debt, at });
  }
  const own = all.filter(({ at, debt }) => !all.some((other) => other.debt !== debt && isWithin(at, other.at)));
  return own.sort((left, right) => left.at.start - right.at.start).map(({ debt }) => debt);
}

function isWithin(inner: Mention, outer: Mention): boolean {
  const isShorter = inner.end - inner.start < outer.end - outer.start;
  return isShorter && inner.start >= outer.start && inner.end <= outer.end;
}
