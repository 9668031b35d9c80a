import fc from 'fast-check';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { addDays } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type StateMachine } from '../../../kernel/state-machine.js';
import { checkTerms, type ContractTerms, differingTerms } from './contract-terms.js';
import { CONTROL_LETTER } from './control-letter-status.js';
import { CONTROL_REQUEST } from './control-request-status.js';
import { REGISTERED_CONTRACT } from './registered-contract-status.js';

const TERMS: ContractTerms = {
  ...{ contractNumber: 'NB-1', amount: { amount: '50000.00', currency: 'USD' } },
  ...{ startsOn: '2026-11-02', endsOn: '2027-06-30' },
};
const faultsOf = (change: Partial<ContractTerms>): string[] => {
  const terms = { ...TERMS, ...change };
  try {
    checkTerms({ ...terms, amount: Money.fromJSON(terms.amount) }, 'USD');
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

describe('The terms of a contract', () => {
  it.each<[why: string, change: Partial<ContractTerms>, faults: string[]]>([
    ['what a bank registers', {}, []],
    ['it ends on the day it begins', { endsOn: '2026-11-02' }, []],
    ['nothing is sold', { amount: { amount: '0.00', currency: 'USD' } }, ['/amount not_positive']],
    ['another currency', { amount: { amount: '1.00', currency: 'EUR' } }, ['/amount currency_mismatch']],
    ['a number of 36 characters', { contractNumber: 'x'.repeat(36) }, ['/contractNumber too_long']],
    [
      'all of it',
      { amount: { amount: '0', currency: 'JPY' }, endsOn: '2020-01-01' },
      ['/amount not_positive', '/amount currency_mismatch', '/endsOn before_start'],
    ],
  ])('%s', (_why, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it('differ in just what was changed', () => {
    const other = {
      ...{ contractNumber: 'NB-2', amount: { amount: '50000.01', currency: 'USD' } },
      ...{ startsOn: addDays(TERMS.startsOn, 1), endsOn: addDays(TERMS.endsOn, 1) },
    };
    fc.assert(
      fc.property(fc.subarray(['contractNumber', 'amount', 'startsOn', 'endsOn'] as const), (fields) => {
        const changed = Object.fromEntries(fields.map((field) => [field, other[field]]));
        expect(differingTerms(TERMS, { ...TERMS, ...changed })).toEqual(fields);
      }),
    );
  });
});

function transitions<State extends string, Command extends string>(machine: StateMachine<State, Command>): string[] {
  return machine.states.flatMap((from) =>
    machine.commands
      .filter((command) => machine.allows(from, command))
      .map((command) => `${from} ${command} ${machine.next(from, command)}`),
  );
}

describe('Every transition', () => {
  it('of a registered contract', () => {
    expect(transitions(REGISTERED_CONTRACT)).toEqual([
      'requested confirm registered',
      'requested refuse refused',
      'registered amend amendment_requested',
      'registered close closure_requested',
      'registered confirm_closure closed',
      'amendment_requested confirm_amendment registered',
      'amendment_requested refuse_amendment registered',
      'amendment_requested confirm_closure closed',
      'closure_requested confirm_closure closed',
      'closure_requested refuse_closure registered',
    ]);
  });

  it('of a request and a letter', () => {
    expect([...transitions(CONTROL_REQUEST), ...transitions(CONTROL_LETTER)]).toEqual([
      'sent accept accepted',
      'sent refuse refused',
      'open answer answer_sent',
      'noted answer answer_sent',
      'answer_sent take_answer answered',
      'answer_sent refuse_answer open',
      'sent deliver delivered',
      'sent refuse refused',
      'sent hear_answer answered',
      'delivered hear_answer answered',
    ]);
  });
});
