import { type Amount } from '../../../contracts/events/amount.js';
import { type PledgedFact } from '../../../contracts/events/lender.events.js';
import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { type LenderLoan, type LenderLoanState } from '../../domain/lender/lender-loan.js';
import { type ClientEvent } from './pledged-facts.js';

type Told = Pick<LenderLoan, 'id' | 'state' | 'principalMinor' | 'outstandingMinor' | 'currency'>;

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
export function tellChange(tx: Tx, loan: Told, { type, data }: ClientEvent): void {
  const said = data as { readonly outstanding?: Amount; readonly principal?: Amount; readonly state?: LenderLoanState };
  const state = type === 'financing.advance.part_repaid' ? said.state : STATE[type];
  if (state === undefined) return;
  const { id } = loan;
  publish(tx, {
    type: 'financing.lender_loan.changed',
    resource: { type: 'lenderLoan', id },
    changed: CHANGED[type] ?? ['state', 'outstanding'],
    data: {
      ...{ reference: publicId('advance', id), state },
      outstanding: outstandingBy(type, loan, said),
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

/** Principal that is owed after the step that the event tells of. */
function outstandingBy(
  type: string,
  { principalMinor, outstandingMinor, currency }: Told,
  { outstanding, principal }: { readonly outstanding?: Amount; readonly principal?: Amount },
): Amount {
  const money = (minor: string): Amount => Money.ofMinor(BigInt(minor), currency).toJSON();
  if (type === 'financing.advance.drawn') return money(principalMinor);
  if (type === 'financing.advance.extended') return money(outstandingMinor);
  if (type === 'financing.advance.written_off') return principal ?? money(outstandingMinor);
  return outstanding ?? money('0');
}

const CHANGED: Readonly<Record<string, readonly string[]>> = {
  'financing.advance.part_repaid': ['outstanding'],
  'financing.advance.extended': ['maturityOn'],
};
const STATE: Readonly<Record<string, LenderLoanState>> = {
  'financing.advance.drawn': 'drawn',
  'financing.advance.declined': 'declined',
  'financing.advance.repaid': 'repaid',
  'financing.advance.extended': 'drawn',
  'financing.advance.written_off': 'written_off',
  'financing.advance.recovered': 'recovered',
};
