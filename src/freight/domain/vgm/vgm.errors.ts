import { DomainError, problem } from '../../../kernel/domain-error.js';

/** Weights, container or method do not hold; every fault with its place. */
export class UndeclarableMassError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNDECLARABLE_VGM',
    'invalid',
    { en: 'The verified gross mass cannot be declared so', zh: 'VGM 声明内容有误' },
    { en: 'Mend what `errors` names and declare it again', zh: '请按 errors 修改后重新提交' },
  );
}

/** A message about a declaration that is not ours, as far as we know. */
export class UnknownMassError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNKNOWN_VGM_DECLARATION',
    'not-found',
    { en: 'A message of the carrier names no VGM declaration of ours', zh: '承运人报文所述 VGM 声明不存在' },
    { en: 'Look at the kept message; retry it once the declaration is known', zh: '请查看原始报文，确认后重试' },
  );
}
