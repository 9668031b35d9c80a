import { Money } from '../../../kernel/money.js';
import { type MemberShare, proportional } from './cascade.js';

/**
 * Whose part of the pool pays: first that of the defaulted member, then those of the others in proportion to their parts, as
 * `proportional` rounds. Nobody's part pays more than there is in it.
 * @param parts not negative. @param amount not more than all of them
 */
export function poolShares(amount: Money, parts: readonly MemberShare[], defaultedMemberId: string): MemberShare[] {
  const own = parts.find(({ memberId }) => memberId === defaultedMemberId)?.amount ?? Money.zero(amount.currency);
  const fromOwn = Money.min(own, amount);
  const others = parts.filter(({ memberId }) => memberId !== defaultedMemberId);
  const rest = amount.minus(fromOwn);
  const shares = rest.isZero()
    ? []
    : proportional(
        rest,
        others.map((part) => part.amount.minor),
      );
  return [
    { memberId: defaultedMemberId, amount: fromOwn },
    ...others.map(({ memberId }, index) => ({ memberId, amount: shares[index] ?? Money.zero(amount.currency) })),
  ].filter((share) => !share.amount.isZero());
}
