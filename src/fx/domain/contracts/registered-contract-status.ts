import { StateMachine } from '../../../kernel/state-machine.js';

/** Of one contract. */
export const ORDERS_MAX = 200;

export type RegisteredContractState =
  'requested' | 'registered' | 'amendment_requested' | 'closure_requested' | 'closed' | 'refused';
export type RegisteredContractCommand =
  | 'confirm'
  | 'refuse'
  | 'amend'
  | 'confirm_amendment'
  | 'refuse_amendment'
  | 'close'
  | 'confirm_closure'
  | 'refuse_closure';

/**
 * The life of a sales contract that a bank registers.
 *
 *     requested ──▶ registered ──close──▶ closure_requested ──▶ closed
 *         │          ▲ │    ▲                    │
 *         ▼          │ │    └───the bank's no────┘
 *      refused       │ └──amend──▶ amendment_requested
 *                    └────the bank's yes or no──┘
 *
 * `confirm_closure` comes also unasked: a bank closes by itself what has long been done. What was refused is asked for anew, as
 * another one.
 */
export const REGISTERED_CONTRACT = new StateMachine<RegisteredContractState, RegisteredContractCommand>(
  'registered contract',
  ['requested', 'registered', 'amendment_requested', 'closure_requested', 'closed', 'refused'],
  {
    confirm: { from: ['requested'], to: 'registered', event: 'fx.registered_contract.registered' },
    refuse: { from: ['requested'], to: 'refused', event: 'fx.registered_contract.refused' },
    amend: {
      from: ['registered'],
      to: 'amendment_requested',
      event: 'fx.registered_contract.amendment_requested',
      byCaller: true,
    },
    confirm_amendment: { from: ['amendment_requested'], to: 'registered', event: 'fx.registered_contract.amended' },
    refuse_amendment: {
      from: ['amendment_requested'],
      to: 'registered',
      event: 'fx.registered_contract.amendment_refused',
    },
    close: {
      from: ['registered'],
      to: 'closure_requested',
      event: 'fx.registered_contract.closure_requested',
      byCaller: true,
    },
    confirm_closure: {
      from: ['registered', 'amendment_requested', 'closure_requested'],
      to: 'closed',
      event: 'fx.registered_contract.closed',
    },
    refuse_closure: { from: ['closure_requested'], to: 'registered', event: 'fx.registered_contract.closure_refused' },
  },
);
