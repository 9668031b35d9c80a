import { StateMachine } from '../../../kernel/state-machine.js';

export type BankFileState = 'received' | 'taken_in';
export type BankFileCommand = 'take_in';

/**
 * The life of a file of the bank.
 *
 *     received ──► taken_in
 *
 * `received` means: it is kept, and what it says of money that came is being taken in.
 */
export const BANK_FILE = new StateMachine<BankFileState, BankFileCommand>('bank file', ['received', 'taken_in'], {
  take_in: { from: ['received'], to: 'taken_in', event: 'fx.bank_file.taken_in' },
});
