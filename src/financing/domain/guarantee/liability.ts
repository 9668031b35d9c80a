import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { Money } from '../../../kernel/money.js';
import { type Cascade, cascade } from './cascade.js';
import { SAY } from './guarantee.sentences.js';

const RULE: CalculationRule = {
  id: 'financing.guarantee-liability',
  version: '2007-06-01',
  source:
    'Terms of 网络联保: unlimited joint and several liability of every member for the loans of all; ' +
    'call order own account, pool, other members in proportion to their limits',
};

export interface LiableMember {
  readonly memberId: string;
  readonly outstanding: Money;
  /** By what its share of a call is measured; what it owes itself where there is none. */
  readonly limit?: Money | undefined;
}

export interface LiabilityTerms {
  /** One or more, of one currency. */
  readonly members: readonly LiableMember[];
  readonly minimumMembers: number;
  readonly call?: DefaultCall | undefined;
}

interface DefaultCall {
  readonly defaultedMemberId: string;
  readonly amountDue: Money;
  readonly ownFunds?: Money | undefined;
  readonly poolFunds?: Money | undefined;
}

export interface Liability {
  readonly memberId: string;
  readonly own: Money;
  /** Owed by the others, for which it answers. */
  readonly forOthers: Money;
  /** All that the group owes: each may be asked for the whole of it. */
  readonly liability: Money;
}

export interface GuaranteeLiability extends Explained {
  readonly groupTotal: Money;
  readonly meetsMinimum: boolean;
  readonly liabilities: readonly Liability[];
  readonly call?: Cascade;
}

/**
 * What each member of a group answers for, and on whom a default would fall.
 *
 * Units: money of one currency. Rounding: none, but of the shares of a call, see `cascade`.
 * @throws InvalidInputError naming every fault
 */
export function guaranteeLiability(terms: LiabilityTerms): GuaranteeLiability {
  checkTerms(terms);
  const { members, minimumMembers, call } = terms;
  const liabilities = liabilitiesOf(members);
  const groupTotal = totalOf(members);
  const called = call === undefined ? undefined : calledOf(members, call);
  return {
    groupTotal,
    meetsMinimum: members.length >= minimumMembers,
    liabilities,
    ...(called === undefined ? {} : { call: called }),
    rule: RULE,
    steps: [
      step('groupTotal', 'Σ outstanding', groupTotal),
      ...liabilities.map(({ forOthers }, index) =>
        step(`liabilities.${index}.forOthers`, 'groupTotal − outstanding', forOthers),
      ),
      ...(called === undefined ? [] : called.steps),
    ],
  };
}

/** Unlimited joint and several: each answers for all of it. @param members one or more */
export function liabilitiesOf(members: readonly LiableMember[]): Liability[] {
  const total = totalOf(members);
  return members.map(({ memberId, outstanding }) => ({
    ...{ memberId, own: outstanding, forOthers: total.minus(outstanding), liability: total },
  }));
}

function totalOf(members: readonly LiableMember[]): Money {
  const amounts = members.map(({ outstanding }) => outstanding);
  return amounts.slice(1).reduce((sum, amount) => sum.plus(amount), amounts[0] ?? Money.zero('CNY'));
}

function calledOf(members: readonly LiableMember[], call: DefaultCall): Cascade {
  const { amountDue, ownFunds, poolFunds, defaultedMemberId } = call;
  const zero = Money.zero(amountDue.currency);
  const others = members
    .filter(({ memberId }) => memberId !== defaultedMemberId)
    .map(({ memberId, limit, outstanding }) => ({ memberId, weight: limit ?? outstanding }));
  return cascade({ amountDue, ownFunds: ownFunds ?? zero, poolFunds: poolFunds ?? zero, others });
}

function checkTerms({ members, minimumMembers, call }: LiabilityTerms): void {
  const check = new InputCheck();
  const currency = members[0]?.outstanding.currency;
  check.filled(members, '/members');
  check.positive(minimumMembers, '/minimumMembers');
  const known = new Set<string>();
  for (const [index, { memberId, outstanding, limit }] of members.entries()) {
    const at = `/members/${index}`;
    check.that(!known.has(memberId), `${at}/memberId`, 'duplicate', SAY.member_twice);
    known.add(memberId);
    check.amount(outstanding, `${at}/outstanding`, currency);
    check.amount(limit, `${at}/limit`, currency);
  }
  if (call !== undefined) {
    check.that(known.has(call.defaultedMemberId), '/call/defaultedMemberId', 'unknown', SAY.defaulted_not_member);
    check.amount(call.amountDue, '/call/amountDue', currency);
    check.amount(call.ownFunds, '/call/ownFunds', currency);
    check.amount(call.poolFunds, '/call/poolFunds', currency);
  }
  check.done();
}
