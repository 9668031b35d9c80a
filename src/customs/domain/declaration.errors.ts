import { DomainError, type Fault, problem } from '../../kernel/domain-error.js';
import { SAY } from './customs.sentences.js';
import { type Finding, RULES } from './finding.js';

/** The form has errors, so it does not leave. */
export class DeclarationBlockedError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.DECLARATION_BLOCKED',
    'invalid',
    { en: 'The declaration has errors and cannot be submitted', zh: '报关单存在错误，无法申报' },
    { en: 'Mend every entry of `errors` by PATCH, then submit again', zh: '请按 errors 逐项更正（PATCH）后重新申报' },
  );

  constructor(errors: readonly Finding[]) {
    super(SAY.has_errors, {}, errors.map(toFault));
  }
}

/** A finding as an entry of `errors`. */
export function toFault({ pointer, rule, detail }: Finding): Fault {
  const { title, fix } = RULES[rule];
  return { pointer, code: rule, message: SAY.finding({ title, detail, fix }) };
}

/** Something is told about an order whose declaration is not there yet: events are not ordered. */
export class DeclarationNotDraftedYetError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.DECLARATION_NOT_DRAFTED_YET',
    'unavailable',
    { en: 'The declaration has not been drafted yet', zh: '报关单尚未生成' },
    { en: 'Nothing to do: it is tried again by itself', zh: '无需处理，系统会自动重试' },
  );
}

/** A callback from customs that is no receipt of a kind we can read. */
export class UnreadableReceiptError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.UNREADABLE_RECEIPT',
    'invalid',
    { en: 'A message from customs cannot be read', zh: '无法识别的海关回执' },
    { en: 'Compare the kept message with the interface description', zh: '请核对接口说明' },
  );
}
