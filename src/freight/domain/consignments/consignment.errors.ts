import { DomainError, problem } from '../../../kernel/domain-error.js';

export class OfferExpiredError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.OFFER_EXPIRED',
    'conflict',
    { en: 'The offer has expired', zh: '该运输报价已过期' },
    {
      en: 'Compare again at POST /v1/freight/comparisons, and book an offer of the new comparison',
      zh: '请通过 POST /v1/freight/comparisons 重新比价，并使用新的报价下单',
    },
  );
}

export class OfferBookedError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.OFFER_BOOKED',
    'conflict',
    { en: 'The offer was booked before', zh: '该报价已下单' },
    {
      en: 'Use the consignment that has it, or cancel that first: an offer serves one consignment',
      zh: '请使用已有运单，或先取消；每项报价只能下单一次',
    },
  );
}

/** The freight of an order that the platform arranges goes by sea, under a booking. */
export class OrderGoesBySeaError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.ORDER_GOES_BY_SEA',
    'conflict',
    { en: 'The goods of this order go by sea, under a booking', zh: '该订单货物由平台安排海运' },
    {
      en: 'A consignment is for orders with `freight.by` = `other`, or for no order at all',
      zh: '运单仅适用于 freight.by 为 other 的订单，或不关联订单',
    },
  );
}

export class ConsignmentUnnamedError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.CONSIGNMENT_UNNAMED',
    'conflict',
    { en: 'The consignment has no number yet, or goes nowhere', zh: '运单尚无单号或已终止' },
    { en: 'Labels are there from `accepted` on; look again then', zh: '承运人接单后即可打印面单，请稍后再试' },
  );
}

/** A callback about a consignment that is not ours. */
export class UnknownConsignmentError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNKNOWN_CONSIGNMENT',
    'not-found',
    { en: 'A message of the courier names no consignment of ours', zh: '承运人报文所述运单不存在' },
    { en: 'Look at the kept message; retry it once the consignment is known', zh: '请查看原始报文，确认后重试' },
  );
}

/** A message of the courier's that cannot be read. It is kept, and a person looks at it. */
export class UnreadableCourierMessageError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNREADABLE_COURIER_MESSAGE',
    'invalid',
    { en: 'A message of the courier cannot be read', zh: '快递承运人报文无法解析' },
    { en: 'Look at the kept message, and ask the courier', zh: '请查看原始报文并联系承运人' },
  );
}
