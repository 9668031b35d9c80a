import { DomainError, problem } from '../../kernel/domain-error.js';

/** A wish for changes that makes no sense; every fault with its place. */
export class InvalidBookingChangeError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.INVALID_CHANGE',
    'invalid',
    { en: 'The change of the booking cannot be asked for', zh: '订舱变更内容有误' },
    { en: 'Mend what `errors` names and ask again', zh: '请按 errors 修改后重新提交' },
  );
}

/** The booking is over, on its way out, or was never sent. */
export class BookingNotChangeableError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.BOOKING_NOT_CHANGEABLE',
    'conflict',
    { en: 'Nothing of this booking can be changed now', zh: '该订舱目前不能变更' },
    {
      en: 'Read the booking: a change needs `request_change` among its `allowedActions`',
      zh: '请查询订舱：allowedActions 含 request_change 时才可变更',
    },
  );
}

export class NoOpenChangeError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.NO_OPEN_CHANGE',
    'conflict',
    { en: 'No amendment of this booking can be withdrawn now', zh: '目前没有可撤回的订舱变更' },
    {
      en: 'Look at GET /v1/freight/bookings/{id}/changes: an amendment that the carrier has received can be withdrawn',
      zh: '请查询订舱变更：承运人已收到且未答复的变更才可撤回',
    },
  );
}
