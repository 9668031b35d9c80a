import { type BopFiling, type ControlReport } from '../domain/bop/bop-filing.js';
import { type BankCaller } from './bank.port.js';

/** A message as it goes to the bank, word for word. */
export interface ControlLetter {
  readonly messageId: string;
  readonly messageType: string;
  readonly content: string;
}

/**
 * The bank as the desk of SAFE: it takes declarations and says what comes of them. Outcomes as of `Bank`: an answer, a final
 * no, or unknown, where the same message is sent again.
 */
export abstract class CurrencyControl {
  /** What a filing looks like in the bank's format. Nothing is sent. */
  abstract write(channel: 'bank_api' | 'iso20022', filing: BopFiling): ControlLetter;

  /** @returns what the bank says at once; null where it says so later */
  abstract send(caller: BankCaller, letter: ControlLetter): Promise<ControlReport | null>;

  /** What became of a message; null while the bank knows nothing of it, or has not looked at it yet. */
  abstract report(caller: BankCaller, messageId: string): Promise<ControlReport | null>;
}
