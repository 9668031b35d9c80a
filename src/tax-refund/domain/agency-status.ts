import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   drafted ──confirm──▶ in_force ──end──▶ ended
 *      │                    └──expire──▶ expired
 *      ├──withdraw──▶ withdrawn
 *      └──expire──▶ expired
 *
 * It is in force once both sides have filed with their tax offices (备案). Only one with a last day expires.
 */
export const AGENCY_STATES = ['drafted', 'in_force', 'withdrawn', 'ended', 'expired'] as const;
export type AgencyState = (typeof AGENCY_STATES)[number];

const TABLE = {
  confirm: { from: ['drafted'], to: 'in_force', event: 'tax_refund.agency_agreement.confirmed', byCaller: true },
  withdraw: { from: ['drafted'], to: 'withdrawn', event: 'tax_refund.agency_agreement.withdrawn', byCaller: true },
  end: { from: ['in_force'], to: 'ended', event: 'tax_refund.agency_agreement.ended', byCaller: true },
  expire: { from: ['drafted', 'in_force'], to: 'expired', event: 'tax_refund.agency_agreement.expired' },
} as const satisfies Record<string, Transition<AgencyState>>;
export type AgencyCommand = keyof typeof TABLE;

export const AGENCY = new StateMachine<AgencyState, AgencyCommand>('agency_agreement', AGENCY_STATES, TABLE);
