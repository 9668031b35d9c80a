import { DomainError, problem } from '../../kernel/domain-error.js';

export class BookingExistsError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.BOOKING_EXISTS',
    'conflict',
    { en: 'The order has a booking already', zh: '该订单已有有效订舱' },
    { en: 'Use the booking named in `details.booking`, or cancel it first', zh: '请使用已有订舱，或先取消' },
  );
}

/** Somebody else carries the goods of this order, or not by sea. */
export class NotOurFreightError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.NOT_ARRANGED_HERE',
    'conflict',
    { en: 'The platform does not arrange the freight of this order', zh: '该订单的运输不由平台安排' },
    {
      en: 'Only orders with `freight.by` = `platform` and sea transport are booked here',
      zh: '仅支持 freight.by 为 platform 的海运订单',
    },
  );
}

export class OrderNotPlacedError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.ORDER_NOT_PLACED',
    'conflict',
    { en: 'The order is not in a state in which freight is booked', zh: '订单当前状态不能订舱' },
    { en: 'Place the order first; a closed or cancelled order takes no booking', zh: '请先提交订单' },
  );
}

/** The message would not fit the carrier's schema; every fault with its place in the message. */
export class UnsendableBookingError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNSENDABLE_BOOKING',
    'invalid',
    { en: 'The booking does not fit the carrier’s schema', zh: '订舱内容不符合承运人报文规范' },
    { en: 'Mend what `errors` names in the order, then book again', zh: '请按 errors 修改订单后重新订舱' },
  );
}

/** A message of the carrier's that cannot be read. It is kept, and a person looks at it. */
export class UnreadableCarrierMessageError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNREADABLE_MESSAGE',
    'invalid',
    { en: 'A message of the carrier cannot be read', zh: '承运人报文无法解析' },
    { en: 'Look at the kept message, and ask the carrier', zh: '请查看原始报文并联系承运人' },
  );
}

/** A message about a booking that is not ours, as far as we and the carrier know. */
export class UnknownBookingError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNKNOWN_BOOKING',
    'not-found',
    { en: 'A message of the carrier names no booking of ours', zh: '承运人报文所述订舱不存在' },
    { en: 'Look at the kept message; retry it once the booking is known', zh: '请查看原始报文，确认后重试' },
  );
}
