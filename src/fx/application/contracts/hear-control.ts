import { type Tx } from '../../../platform/database/session.js';
import { type ContractWord } from '../../domain/bank-files/bank-message.js';
import { type ContractAnswers } from './contract-answers.js';

/** Whether a status advice is about a message on registered contracts. */
export function isOfContracts(messageId: string): boolean {
  return /^ccr_[0-9a-z]{26}$/.test(messageId);
}

/** Takes what the bank says of registered contracts. @param content of the message, where it came as one */
export async function hearControl(
  tx: Tx,
  answers: ContractAnswers,
  word: ContractWord,
  content: string | null,
): Promise<void> {
  if (word.kind === 'control-status') await answers.status(tx, word.report, content);
  else if (word.kind === 'contract-confirmation') {
    for (const confirmation of word.confirmations) await answers.confirmed(tx, confirmation, content);
  } else {
    for (const statement of word.statements) await answers.stated(tx, statement, content);
  }
}
