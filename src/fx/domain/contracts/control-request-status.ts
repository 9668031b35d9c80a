import { StateMachine } from '../../../kernel/state-machine.js';

export const REQUEST_KINDS = ['registration', 'amendment', 'closure', 'statement', 'documents', 'letter'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export type ControlRequestState = 'sent' | 'accepted' | 'refused';
export type ControlRequestCommand = 'accept' | 'refuse';

/**
 * One message to the bank about a registered contract, from the moment it is ordered.
 *
 *     sent ──▶ accepted      confirmed (auth.019), stated (auth.022), or taken (auth.027)
 *       └────▶ refused       auth.027 with a reason, or no message at all to the bank
 */
export const CONTROL_REQUEST = new StateMachine<ControlRequestState, ControlRequestCommand>(
  'control request',
  ['sent', 'accepted', 'refused'],
  {
    accept: { from: ['sent'], to: 'accepted' },
    refuse: { from: ['sent'], to: 'refused' },
  },
);
