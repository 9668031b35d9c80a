import { type ContractWord } from '../domain/bank-files/bank-message.js';
import { type ContractFiling } from '../domain/contracts/contract-filing.js';
import { type BankCaller } from './bank.port.js';
import { type ControlLetter } from './currency-control.port.js';

/**
 * The bank as agent of registration: it takes messages of ISO 20022 about contracts and answers by messages of its own. Outcomes
 * as of `Bank`: an answer, a final no, or unknown, where the same message is sent again.
 */
export abstract class ContractDesk {
  /** What a filing looks like as a message. Nothing is sent. */
  abstract write(filing: ContractFiling): ControlLetter;

  /** Taken is not answered: that comes as a message. */
  abstract send(caller: BankCaller, letter: ControlLetter): Promise<void>;

  /** What the bank has answered; null while it knows nothing of the message, or has not looked at it yet. */
  abstract answer(caller: BankCaller, messageId: string): Promise<ContractWord | null>;
}
