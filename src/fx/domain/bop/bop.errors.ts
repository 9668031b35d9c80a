import { DomainError, problem } from '../../../kernel/domain-error.js';

export class BopDeclarationFaultyError extends DomainError {
  static readonly problem = problem(
    'FX.BOP_DECLARATION_FAULTY',
    'invalid',
    { en: 'The declaration cannot be submitted as it is', zh: '申报信息不符合要求，暂不能报送' },
    { en: 'Mend every entry of `errors`, then submit it', zh: '请按 errors 逐项更正后报送' },
  );
}

export class BopSerialsUsedUpError extends DomainError {
  static readonly problem = problem(
    'FX.BOP_SERIALS_USED_UP',
    'conflict',
    { en: 'The institution has used all 9,999 serials of the day', zh: '该机构当日申报流水号已用完' },
    { en: 'Set another institution code, then try again', zh: '请设置其他金融机构标识码后重试' },
  );
}
