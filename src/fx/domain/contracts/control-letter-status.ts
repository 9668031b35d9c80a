import { StateMachine } from '../../../kernel/state-machine.js';

export type ControlLetterState = 'open' | 'noted' | 'answer_sent' | 'answered' | 'sent' | 'delivered' | 'refused';
export type ControlLetterCommand = 'answer' | 'take_answer' | 'refuse_answer' | 'deliver' | 'refuse' | 'hear_answer';

/**
 * The life of a letter of currency control. The bank's:
 *
 *     open, noted ──answer──▶ answer_sent ──▶ answered
 *        ▲                        │
 *        └─────the bank's no──────┘          noted: it wants no answer, and may have one
 *
 * Ours:
 *
 *     sent ──▶ delivered ──▶ answered
 *       └────▶ refused
 */
export const CONTROL_LETTER = new StateMachine<ControlLetterState, ControlLetterCommand>(
  'control letter',
  ['open', 'noted', 'answer_sent', 'answered', 'sent', 'delivered', 'refused'],
  {
    answer: {
      from: ['open', 'noted'],
      to: 'answer_sent',
      event: 'fx.currency_control_letter.answer_sent',
      byCaller: true,
    },
    take_answer: { from: ['answer_sent'], to: 'answered', event: 'fx.currency_control_letter.answered' },
    refuse_answer: { from: ['answer_sent'], to: 'open', event: 'fx.currency_control_letter.refused' },
    deliver: { from: ['sent'], to: 'delivered', event: 'fx.currency_control_letter.delivered' },
    refuse: { from: ['sent'], to: 'refused', event: 'fx.currency_control_letter.refused' },
    hear_answer: { from: ['sent', 'delivered'], to: 'answered', event: 'fx.currency_control_letter.answered' },
  },
);
