import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { ADVANCE } from '../advance-status.js';
import { splitOverLoans, totalOfLoan } from '../waterfall.js';
import { isRipe } from './write-off-rules.js';
import { WRITE_OFF, WRITE_OFF_STATES } from './write-off-status.js';

const cny = (minor: bigint): Money => Money.ofMinor(minor, 'CNY');

describe('When a loan may be written off', () => {
  it.each([
    [180, false],
    [181, true],
  ])('by terms of 180 days, overdue for %d: %s', (days, ripe) => {
    expect(isRipe({ afterDays: 180 }, days)).toBe(ripe);
  });

  it('is never where the terms say nothing of it', () => {
    expect(isRipe(undefined, 10_000)).toBe(false);
  });
});

describe('The life of a write-off', () => {
  it('is decided once', () => {
    const ways = WRITE_OFF_STATES.flatMap((from) =>
      WRITE_OFF.commands.filter((command) => WRITE_OFF.allows(from, command)).map((command) => `${from} ${command}`),
    );
    expect(ways).toEqual([
      ...['awaiting_approval propose', 'awaiting_approval decline', 'awaiting_approval confirm'],
      ...['proposed decline', 'proposed confirm', 'written_off close'],
    ]);
  });

  it('takes a loan that is drawn, and ends with what is recovered', () => {
    expect(ADVANCE.next('drawn', 'write_off')).toBe('written_off');
    expect(ADVANCE.commands.filter((command) => ADVANCE.allows('written_off', command))).toEqual(['recover']);
    expect(ADVANCE.isFinal('recovered')).toBe(true);
  });
});

describe('What comes in for a written-off claim', () => {
  const minor = fc.bigInt({ min: 0n, max: 10_000_00n });

  it('pays its lender no more than the claim, whatever comes in, and not a fen is lost', () => {
    fc.assert(
      fc.property(fc.tuple(minor, minor, minor, minor), fc.array(minor, { maxLength: 20 }), (parts, receipts) => {
        const [fees, penalty, interest, principal] = parts.map(cny) as [Money, Money, Money, Money];
        const claim = totalOfLoan({ fees, penalty, interest, principal });
        let owed = { fees, penalty, interest, principal };
        let [lender, seller] = [cny(0n), cny(0n)];
        for (const receipt of receipts.map(cny)) {
          const loan = { id: 'a', rank: 1, drawnOn: '2027-01-04', owed };
          const { loans, total } = splitOverLoans(receipt, [loan], cny(0n));
          const paid = loans[0]?.paid ?? owed;
          owed = {
            fees: owed.fees.minus(paid.fees),
            penalty: owed.penalty.minus(paid.penalty),
            interest: owed.interest.minus(paid.interest),
            principal: owed.principal.minus(paid.principal),
          };
          lender = lender.plus(totalOfLoan(paid));
          seller = seller.plus(total.released);
        }
        expect(lender.plus(totalOfLoan(owed))).toEqual(claim);
        expect(lender.plus(seller)).toEqual(Money.sum(receipts.map(cny), 'CNY'));
      }),
    );
  });
});
