import { StateMachine } from '../../../kernel/state-machine.js';

export const CONSIGNMENT_STATES = [
  'requested',
  'accepted',
  'collected',
  'in_transit',
  'delivered',
  'rejected',
  'cancelled',
  'returned',
  'lost',
] as const;
export type ConsignmentState = (typeof CONSIGNMENT_STATES)[number];

export type ConsignmentCommand =
  'accept' | 'collect' | 'carry' | 'deliver' | 'reject' | 'cancel' | 'send_back' | 'lose';

const ON_THE_WAY: readonly ConsignmentState[] = ['requested', 'accepted', 'collected', 'in_transit'];

/**
 * The life of a consignment (运单): goods that go by express, post, dedicated line, air or rail.
 *
 *     requested ──► accepted ──► collected ──► in_transit ──► delivered
 *         │             │             │             │
 *         │             │             └─────────────┴──► returned, lost
 *         ├──► rejected │                (the courier, before it has collected)
 *         └─────────────┴──► cancelled   (at our wish, before it has collected)
 *
 * `requested`: promised to the courier, its answer is not known yet. Messages get lost, so a state may be reached past
 * the ones before it; what is over stays over.
 */
export const CONSIGNMENT = new StateMachine<ConsignmentState, ConsignmentCommand>('consignment', CONSIGNMENT_STATES, {
  accept: { from: ['requested'], to: 'accepted', event: 'freight.consignment.accepted' },
  collect: { from: ['requested', 'accepted'], to: 'collected', event: 'freight.consignment.collected' },
  carry: { from: ['requested', 'accepted', 'collected'], to: 'in_transit', event: 'freight.consignment.in_transit' },
  deliver: { from: ON_THE_WAY, to: 'delivered', event: 'freight.consignment.delivered' },
  reject: { from: ['requested', 'accepted'], to: 'rejected', event: 'freight.consignment.rejected' },
  cancel: { from: ['requested', 'accepted'], to: 'cancelled', event: 'freight.consignment.cancelled' },
  send_back: { from: ON_THE_WAY, to: 'returned', event: 'freight.consignment.returned' },
  lose: { from: ON_THE_WAY, to: 'lost', event: 'freight.consignment.lost' },
});

export const WITHDRAWAL_STATES = ['none', 'requested', 'declined', 'confirmed'] as const;
export type WithdrawalState = (typeof WITHDRAWAL_STATES)[number];
export type WithdrawalCommand = 'request_cancellation' | 'decline' | 'confirm';

/**
 * Our wish to cancel runs beside the consignment: the courier may have collected it meanwhile, and it then goes its way.
 *
 *     none ──► requested ──► confirmed
 *                  └───────► declined
 */
export const WITHDRAWAL = new StateMachine<WithdrawalState, WithdrawalCommand>(
  'cancellation of a consignment',
  WITHDRAWAL_STATES,
  {
    request_cancellation: { from: ['none'], to: 'requested', byCaller: true },
    decline: { from: ['requested'], to: 'declined' },
    // Also where the courier cancels what we have not asked it to, or said no to before.
    confirm: { from: ['none', 'requested', 'declined'], to: 'confirmed' },
  },
);

/** What an API caller may do with the consignment now. */
export function consignmentActions(state: ConsignmentState, withdrawal: WithdrawalState): WithdrawalCommand[] {
  return CONSIGNMENT.allows(state, 'cancel') ? WITHDRAWAL.allowedActions(withdrawal) : [];
}
