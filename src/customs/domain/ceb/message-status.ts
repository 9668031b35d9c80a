import { StateMachine, type Transition } from '../../../kernel/state-machine.js';

/*
 *   queued ──send──▶ sent ──answer──▶ answered
 *     │ ▲             │ │
 *     │ └───resend────┘ └──fail──▶ send_failed ──resend──▶ queued
 *     ├──fail──▶ send_failed
 *     └──refuse──▶ refused ◀──refuse── sent
 *
 * `sent`: the exchange has it. `answered`: customs has said something of its records, whatever it is; what becomes of each of
 * them is told by the receipts. `refused`: the exchange or customs (CEB900Message) will not have it as it is. `send_failed`: it never left, or the
 * exchange could not hand it on. Customs may answer what we do not know to have arrived.
 */
export const CEB_MESSAGE_STATES = ['queued', 'sent', 'answered', 'refused', 'send_failed'] as const;
export type CebMessageState = (typeof CEB_MESSAGE_STATES)[number];

const TABLE = {
  send: { from: ['queued'], to: 'sent' },
  answer: { from: ['queued', 'sent', 'send_failed'], to: 'answered' },
  refuse: { from: ['queued', 'sent'], to: 'refused' },
  fail: { from: ['queued', 'sent'], to: 'send_failed' },
  resend: { from: ['sent', 'send_failed'], to: 'queued', byCaller: true },
} as const satisfies Record<string, Transition<CebMessageState>>;
export type CebMessageCommand = keyof typeof TABLE;

export const CEB_MESSAGE = new StateMachine<CebMessageState, CebMessageCommand>(
  'ceb_message',
  CEB_MESSAGE_STATES,
  TABLE,
);
