import { DomainError, problem } from '../../kernel/domain-error.js';

export class CalendarLimitError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.TOO_MANY_CALENDARS',
    'conflict',
    { en: 'The tenant has as many calendars as it may have', zh: '日历订阅数量已达上限' },
    { en: 'Revoke one that is no longer used', zh: '请先撤销不再使用的订阅' },
  );
}

/** The address would go on telling when the mandate has ended. */
export class CalendarUnderMandateError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CALENDAR_UNDER_MANDATE',
    'forbidden',
    { en: 'A calendar would outlast the mandate', zh: '日历订阅的有效期会超出授权' },
    {
      en: 'Have the tenant itself make it, or read the list of deadlines under the mandate',
      zh: '请由租户自行创建，或凭授权读取期限列表',
    },
  );
}
