import { DomainError, problem } from '../../../kernel/domain-error.js';

export class NoCalendarError extends DomainError {
  static readonly problem = problem(
    'FX.NO_CALENDAR',
    'invalid',
    { en: 'The working days of a currency are not on record', zh: '该币种的工作日历未登记' },
    {
      en: 'Leave `tenor` out, or have the calendar of `details.currency` and `details.year` imported',
      zh: '请省略 tenor，或导入 details.currency 在 details.year 的工作日历',
    },
  );
}
