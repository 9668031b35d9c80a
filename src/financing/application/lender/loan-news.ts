import { type Amount } from '../../../contracts/events/amount.js';
import { type PledgedFact } from '../../../contracts/events/lender.events.js';
import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { type LenderLoan, type LenderLoanState } from '../../domain/lender/lender-loan.js';
import { type ClientEvent } from './pledged-facts.js';

type Told = Pick<LenderLoan, 'id' | 'state' | 'principalMinor' | 'currency'>;

/** It is in the portfolio from now on. */
export function tellShared(tx: Tx, { id, state, principalMinor, currency }: Told): void {
  publish(tx, {
    type: 'financing.lender_loan.shared',
    resource: { type: 'lenderLoan', id },
    data: {
      ...{ reference: publicId('advance', id), state },
      principal: Money.ofMinor(BigInt(principalMinor), currency).toJSON(),
    },
  });
}

/** What the event itself says of the loan, not how it stands by now: each step of several is told as it was. */
export function tellChange(tx: Tx, { id, principalMinor, currency }: Told, { type, data }: ClientEvent): void {
  const state = STATE[type];
  if (state === undefined) return;
  const zero = Money.zero(currency).toJSON();
  const [principal, left] = [
    Money.ofMinor(BigInt(principalMinor), currency).toJSON(),
    (data as { readonly outstanding?: Amount }).outstanding,
  ];
  publish(tx, {
    type: 'financing.lender_loan.changed',
    resource: { type: 'lenderLoan', id },
    changed: type === 'financing.advance.part_repaid' ? ['outstanding'] : ['state', 'outstanding'],
    data: {
      ...{ reference: publicId('advance', id), state },
      outstanding: left ?? (state === 'drawn' ? principal : zero),
    },
  });
}

export function tellFact(
  tx: Tx,
  id: string,
  { occurredAt }: Pick<ClientEvent, 'occurredAt'>,
  { fact, amount }: { readonly fact: PledgedFact; readonly amount: Money | null },
): void {
  publish(tx, {
    type: 'financing.lender_loan.fact_changed',
    resource: { type: 'lenderLoan', id },
    changed: ['facts'],
    data: {
      ...{ reference: publicId('advance', id), fact, occurredAt: occurredAt.toISOString() },
      ...(amount === null ? {} : { amount: amount.toJSON() }),
    },
  });
}

const STATE: Readonly<Record<string, LenderLoanState>> = {
  'financing.advance.drawn': 'drawn',
  'financing.advance.declined': 'declined',
  'financing.advance.part_repaid': 'drawn',
  'financing.advance.repaid': 'repaid',
};
