import { StateMachine } from '../../../kernel/state-machine.js';

export const ASSIGNMENT_STATES = ['drafted', 'sent', 'acknowledged', 'released'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];
export type AssignmentCommand = 'send' | 'acknowledge' | 'release';

/**
 * The life of an assignment of a receivable (应收账款转让). The buyer is bound once it has the notice (民法典 art. 546); who lends
 * on it wants to see that it says so.
 *
 *     drafted ──► sent ──► acknowledged
 *        │         │            │
 *        └─────────┴────────────┴──► released
 */
export const ASSIGNMENT = new StateMachine<AssignmentState, AssignmentCommand>(
  'assignment of a receivable',
  ASSIGNMENT_STATES,
  {
    send: { from: ['drafted'], to: 'sent', event: 'financing.assignment.sent', byCaller: true },
    acknowledge: { from: ['sent'], to: 'acknowledged', event: 'financing.assignment.acknowledged', byCaller: true },
    release: {
      from: ['drafted', 'sent', 'acknowledged'],
      to: 'released',
      event: 'financing.assignment.released',
      byCaller: true,
    },
  },
);

export const NOTICE_MANNERS = ['courier', 'email', 'by_hand', 'platform'] as const;
export type NoticeManner = (typeof NOTICE_MANNERS)[number];
