import fc from 'fast-check';

import { newId } from '../../kernel/ids.js';
import { reasonOf } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { SAY } from '../domain/approvals.sentences.js';
import { APPROVAL } from '../domain/request-status.js';
import { ApprovalRequest } from './approval-request.entity.js';

const NOW = new Date('2026-11-24T08:00:00Z');
const WHY = reasonOf([SAY.changed]);

function asked(approvers = 1): ApprovalRequest {
  return ApprovalRequest.ask(
    {
      ...{ tenantId: newId(), id: newId(), command: 'fx.payout', subjectId: newId(), orderId: null, amount: null },
      ...{ summary: SAY.waits, fingerprint: 'f', actors: [], makers: [], now: NOW },
    },
    { limits: [], roles: ['approver'], approvers, lifetimeHours: 2 },
  );
}

const VERBS = {
  approve: (request: ApprovalRequest, userId: string) => {
    request.approve(userId, NOW);
  },
  refuse: (request: ApprovalRequest, userId: string) => {
    request.refuse(userId, WHY, NOW);
  },
  withdraw: (request: ApprovalRequest) => {
    request.withdraw(WHY, NOW);
  },
  expire: (request: ApprovalRequest) => {
    request.expire(NOW);
  },
} as const;
type Verb = keyof typeof VERBS;

describe('A request for approval', () => {
  it('is overdue at the very instant it expires, and not before', () => {
    const request = asked();
    expect(request.isOverdue(new Date('2026-11-24T09:59:59.999Z'))).toBe(false);
    expect(request.isOverdue(new Date('2026-11-24T10:00:00Z'))).toBe(true);
  });

  it('ends once, in one way, with as many approvals as were needed, whatever comes in whatever order', () => {
    const verbs = fc.array(fc.constantFrom(...(Object.keys(VERBS) as Verb[])), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), verbs, (approvers, given) => {
        const request = asked(approvers);
        const done = given.filter((verb, index) => {
          const isOver = APPROVAL.isFinal(request.state);
          try {
            VERBS[verb](request, `user-${index}`);
          } catch (error) {
            expect(error).toBeInstanceOf(IllegalTransitionError);
            expect(isOver).toBe(true);
            return false;
          }
          expect(isOver).toBe(false);
          return true;
        });
        const last = done.at(-1);
        const yeses = done.filter((verb) => verb === 'approve').length;
        const isApproved = yeses === approvers;
        const expected = isApproved ? 'approved' : last === undefined || last === 'approve' ? 'pending' : ENDS[last];
        expect([request.state, request.approvals]).toEqual([expected, yeses]);
        expect(request.expectedBy === null).toBe(request.state !== 'pending');
      }),
    );
  });
});

const ENDS = { refuse: 'refused', withdraw: 'withdrawn', expire: 'expired' } as const;
