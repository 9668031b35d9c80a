import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   offered ──accept──▶ in_force ──revoke──▶ revoked
 *      │                   └──────expire──▶ expired
 *      ├──refuse──▶ refused
 *      ├──revoke──▶ revoked
 *      └──expire──▶ expired
 *
 * Only what is in force lets anybody declare; the last day counts by the day in China, however late `expire` comes.
 */
export const BROKER_MANDATE_STATES = ['offered', 'in_force', 'refused', 'revoked', 'expired'] as const;
export type BrokerMandateState = (typeof BROKER_MANDATE_STATES)[number];

const TABLE = {
  accept: { from: ['offered'], to: 'in_force', event: 'customs.broker_mandate.accepted', byCaller: true },
  refuse: { from: ['offered'], to: 'refused', event: 'customs.broker_mandate.refused', byCaller: true },
  revoke: { from: ['offered', 'in_force'], to: 'revoked', event: 'customs.broker_mandate.revoked', byCaller: true },
  expire: { from: ['offered', 'in_force'], to: 'expired', event: 'customs.broker_mandate.expired' },
} as const satisfies Record<string, Transition<BrokerMandateState>>;
export type BrokerMandateCommand = keyof typeof TABLE;

export const BROKER_MANDATE = new StateMachine<BrokerMandateState, BrokerMandateCommand>(
  'broker_mandate',
  BROKER_MANDATE_STATES,
  TABLE,
);
