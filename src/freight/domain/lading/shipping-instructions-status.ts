import { StateMachine } from '../../../kernel/state-machine.js';

export const INSTRUCTIONS_STATES = [
  'requested',
  'received',
  'pending_update',
  'completed',
  'cancelled',
  'declined',
  'refused',
] as const;
export type InstructionsState = (typeof INSTRUCTIONS_STATES)[number];
export type InstructionsCommand = 'receive' | 'require_update' | 'complete' | 'cancel' | 'decline' | 'refuse';

/**
 * The life of shipping instructions: DCSA Bill of Lading 3.0 (`shippingInstructionsStatus`), with `requested` and `refused` of
 * our own: promised to the carrier, and not taken by it for their form.
 *
 *     requested ──► received ◄──► pending_update
 *         │             │                │
 *         │             └────────┬───────┴──► completed | cancelled | declined
 *         └──► refused
 *
 * Messages get lost, so a state may be reached past the ones before it. What we change of them runs beside: INSTRUCTIONS_UPDATE.
 */
export const SHIPPING_INSTRUCTIONS = new StateMachine<InstructionsState, InstructionsCommand>(
  'shipping instructions',
  INSTRUCTIONS_STATES,
  {
    receive: {
      from: ['requested', 'pending_update'],
      to: 'received',
      event: 'freight.shipping_instructions.received',
    },
    require_update: {
      from: ['requested', 'received'],
      to: 'pending_update',
      event: 'freight.shipping_instructions.update_wanted',
    },
    complete: {
      from: ['requested', 'received', 'pending_update'],
      to: 'completed',
      event: 'freight.shipping_instructions.completed',
    },
    cancel: {
      from: ['requested', 'received', 'pending_update'],
      to: 'cancelled',
      event: 'freight.shipping_instructions.cancelled',
    },
    decline: {
      from: ['requested', 'received', 'pending_update'],
      to: 'declined',
      event: 'freight.shipping_instructions.declined',
    },
    refuse: { from: ['requested'], to: 'refused', event: 'freight.shipping_instructions.declined' },
  },
);

export const UPDATE_STATES = [
  'none',
  'requested',
  'received',
  'withdrawing',
  'confirmed',
  'declined',
  'withdrawn',
] as const;
export type UpdateState = (typeof UPDATE_STATES)[number];
export type UpdateCommand = 'request_update' | 'receive' | 'withdraw_update' | 'keep' | 'confirm' | 'decline' | 'drop';

/** From every state but the end of the instructions another update may be asked for: it takes the place of one that is open. */
const REQUESTED_FROM = ['none', 'requested', 'received', 'withdrawing', 'confirmed', 'declined', 'withdrawn'] as const;
const OPEN = ['requested', 'received', 'withdrawing'] as const;

/**
 * The update of shipping instructions (DCSA `updatedShippingInstructionsStatus`). They stand as they were until the carrier says
 * yes.
 *
 *     none ──► requested ──► received ──► withdrawing ──► withdrawn
 *                  │             │  ◄──────────┘
 *                  └─────────────┴──► confirmed | declined
 */
export const INSTRUCTIONS_UPDATE = new StateMachine<UpdateState, UpdateCommand>(
  'update of shipping instructions',
  UPDATE_STATES,
  {
    request_update: { from: REQUESTED_FROM, to: 'requested', byCaller: true },
    receive: { from: ['requested'], to: 'received' },
    withdraw_update: { from: ['received'], to: 'withdrawing', byCaller: true },
    keep: { from: ['withdrawing'], to: 'received' },
    confirm: { from: OPEN, to: 'confirmed', event: 'freight.shipping_instructions.updated' },
    decline: { from: OPEN, to: 'declined', event: 'freight.shipping_instructions.update_declined' },
    drop: { from: OPEN, to: 'withdrawn', event: 'freight.shipping_instructions.update_withdrawn' },
  },
);

/** What an API caller may do with shipping instructions now. */
export function instructionsActions(
  state: InstructionsState,
  update: UpdateState,
  isCancelling: boolean,
): (UpdateCommand | 'cancel')[] {
  if (isCancelling || !['received', 'pending_update'].includes(state)) return [];
  return [...INSTRUCTIONS_UPDATE.allowedActions(update), 'cancel'];
}
