import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   awaiting ──launch──▶ queued ──send──▶ sent ──grant──▶ granted
 *      │                   │               └──refuse──▶ refused
 *      │ decline           ├──refuse (the single window does not take it) ──▶ refused
 *      ▼                   └──grant (its answer was lost on the way) ──▶ granted
 *   declined
 *
 * Whatever is open is overtaken when what it asks for is not to be had any more.
 */
export const REQUEST_STATES = ['awaiting', 'queued', 'sent', 'granted', 'refused', 'declined', 'overtaken'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

const TABLE = {
  launch: { from: ['awaiting'], to: 'queued', event: 'customs.declaration.change_requested' },
  decline: { from: ['awaiting'], to: 'declined' },
  send: { from: ['queued'], to: 'sent' },
  grant: { from: ['queued', 'sent'], to: 'granted' },
  refuse: { from: ['queued', 'sent'], to: 'refused', event: 'customs.declaration.change_refused' },
  overtake: { from: ['awaiting', 'queued', 'sent'], to: 'overtaken' },
} as const satisfies Record<string, Transition<RequestState>>;
export type RequestCommand = keyof typeof TABLE;

export const REQUEST_MACHINE = new StateMachine<RequestState, RequestCommand>(
  'declaration request',
  REQUEST_STATES,
  TABLE,
);

/** Nothing else is asked of customs about a declaration while one of these lasts. */
export const OPEN_REQUEST_STATES: readonly RequestState[] = ['awaiting', 'queued', 'sent'];
