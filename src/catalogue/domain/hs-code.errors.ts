import { DomainError, problem } from '../../kernel/domain-error.js';

export class HsCodeUnknownError extends DomainError {
  static readonly problem = problem(
    'CATALOGUE.HS_CODE_UNKNOWN',
    'not-found',
    { en: 'This HS code is not loaded for this day', zh: '该商品编号在该日期无记载' },
    {
      en: 'Check the ten digits and the day, or have the operator load the tariff that has it',
      zh: '请核对10位编号与日期，或由运营方导入包含该编号的税则',
    },
  );
}
