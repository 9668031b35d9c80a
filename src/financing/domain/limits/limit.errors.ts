import { DomainError, problem } from '../../../kernel/domain-error.js';

/** One limit per level and whatever it is of. */
export class CreditLimitExistsError extends DomainError {
  static readonly problem = problem(
    'FINANCING.LIMIT_EXISTS',
    'conflict',
    { en: 'The limit is set already', zh: '该额度已设置' },
    { en: 'Change the one named in `details.limitId`', zh: '请修改 details.limitId 指明的额度' },
  );
}

/** What is lent cannot be taken back by setting a limit. */
export class LimitBelowExposureError extends DomainError {
  static readonly problem = problem(
    'FINANCING.LIMIT_BELOW_EXPOSURE',
    'conflict',
    { en: 'More is owed than the limit would be', zh: '拟设额度低于已占用金额' },
    {
      en: 'Set it to `details.taken` to let nothing more be drawn, and lower it as money is repaid',
      zh: '可设为 details.taken 以停止新增提款，待还款后再调低',
    },
  );
}
