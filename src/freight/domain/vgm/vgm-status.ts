import { StateMachine } from '../../../kernel/state-machine.js';

export const VGM_STATES = ['requested', 'received', 'accepted', 'rejected', 'superseded'] as const;
export type VgmState = (typeof VGM_STATES)[number];
export type VgmCommand = 'receive' | 'accept' | 'reject' | 'supersede';

/**
 * The life of a declaration of verified gross mass. `requested` is promised to the carrier; `received` is taken by it, and not
 * judged.
 *
 *     requested ──► received ──► accepted
 *         │             │            │
 *         └─────────────┴────────────┴──► rejected | superseded
 *
 * Messages get lost, so a state may be reached past the ones before it. A box is weighed again at the terminal, so what was
 * accepted may still be rejected. A newer declaration of the same container supersedes one that is live.
 */
export const VGM_DECLARATION = new StateMachine<VgmState, VgmCommand>('VGM declaration', VGM_STATES, {
  receive: { from: ['requested'], to: 'received' },
  accept: { from: ['requested', 'received'], to: 'accepted', event: 'freight.vgm.accepted' },
  reject: { from: ['requested', 'received', 'accepted'], to: 'rejected', event: 'freight.vgm.rejected' },
  supersede: { from: ['requested', 'received', 'accepted'], to: 'superseded', event: 'freight.vgm.declared' },
});

/** States in which the carrier owes us a word. */
const WAITING: readonly VgmState[] = ['requested', 'received'];

export function awaitsCarrier(state: VgmState): boolean {
  return WAITING.includes(state);
}
