import { DomainError, type ErrorDetails, problem } from '../../../kernel/domain-error.js';
import { type Language, type Sentence, told } from '../../../kernel/sentence.js';
import { SAY } from './extension.sentences.js';

/** The terms, or how the loan stands, allow no later due date; all reasons are listed. */
export class NotExtendableError extends DomainError {
  static readonly problem = problem(
    'FINANCING.NOT_EXTENDABLE',
    'conflict',
    { en: 'The due date cannot be moved', zh: '该融资不能展期' },
    {
      en: 'See `details.reasons`; repay in time what cannot be extended',
      zh: '原因见 details.reasons；不能展期的请按期归还',
    },
  );

  constructor(private readonly reasons: readonly Sentence[]) {
    super(SAY.not_extendable);
  }

  override detailsIn(language: Language): ErrorDetails {
    return { reasons: this.reasons.map((reason) => told(reason, language)) };
  }
}
