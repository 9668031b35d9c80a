import { DomainError, problem } from '../../kernel/domain-error.js';

export class TaxCodeUnknownError extends DomainError {
  static readonly problem = problem(
    'CATALOGUE.TAX_CODE_UNKNOWN',
    'not-found',
    { en: 'This tax classification code is not loaded for this day', zh: '该税收分类编码在该日期无记载' },
    {
      en: 'Check the 19 digits and the day, or have the operator load the table that has it',
      zh: '请核对19位编码与日期，或由运营方导入包含该编码的税收分类编码表',
    },
  );
}
