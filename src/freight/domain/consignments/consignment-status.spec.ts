import fc from 'fast-check';

import { CONSIGNMENT, consignmentActions, type ConsignmentState, WITHDRAWAL_STATES } from './consignment-status.js';
import { COURIER_STATUSES, judgeCourier } from './courier-report.js';

const transitions = CONSIGNMENT.commands.flatMap((command) =>
  CONSIGNMENT.table[command].from.map((from) => `${from} ${command} → ${CONSIGNMENT.table[command].to}`),
);

describe('The life of a consignment', () => {
  it('has these steps, and no others', () => {
    expect(transitions).toEqual([
      'requested accept → accepted',
      'requested collect → collected',
      'accepted collect → collected',
      'requested carry → in_transit',
      'accepted carry → in_transit',
      'collected carry → in_transit',
      'requested deliver → delivered',
      'accepted deliver → delivered',
      'collected deliver → delivered',
      'in_transit deliver → delivered',
      'requested reject → rejected',
      'accepted reject → rejected',
      'requested cancel → cancelled',
      'accepted cancel → cancelled',
      'requested send_back → returned',
      'accepted send_back → returned',
      'collected send_back → returned',
      'in_transit send_back → returned',
      'requested lose → lost',
      'accepted lose → lost',
      'collected lose → lost',
      'in_transit lose → lost',
    ]);
  });

  it('can be cancelled by us until it is collected, and once', () => {
    const open = CONSIGNMENT.states.flatMap((state) =>
      WITHDRAWAL_STATES.filter((wish) => consignmentActions(state, wish).length > 0).map((wish) => `${state} ${wish}`),
    );
    expect(open).toEqual(['requested none', 'accepted none']);
  });

  it('ends where the courier says last that it ends, in whatever order its words arrive', () => {
    const course = ['ACCEPTED', 'COLLECTED', 'IN_TRANSIT', 'DELIVERED'] as const;
    const words = course.map((status, second) => ({ status, asOf: new Date(Date.UTC(2026, 11, 5, 0, 0, second)) }));
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (told) => {
        let state: ConsignmentState = 'requested';
        told.forEach((report, index) => {
          const heard = told.slice(0, index).map(({ asOf }) => asOf.getTime());
          const last = heard.length === 0 ? null : new Date(Math.max(...heard));
          const command = judgeCourier(state, last, report);
          if (command !== null) state = CONSIGNMENT.next(state, command);
        });
        const newest = told.reduce((one, other) => (other.asOf > one.asOf ? other : one));
        expect(state).toBe(newest.status.toLowerCase());
      }),
    );
  });

  it('stays over once it is over', () => {
    const over = CONSIGNMENT.states.filter((state) => CONSIGNMENT.isFinal(state));
    expect(over).toEqual(['delivered', 'rejected', 'cancelled', 'returned', 'lost']);
    const now = new Date();
    const moved = over.flatMap((state) =>
      COURIER_STATUSES.filter((status) => judgeCourier(state, null, { status, asOf: now }) !== null),
    );
    expect(moved).toEqual([]);
  });
});
