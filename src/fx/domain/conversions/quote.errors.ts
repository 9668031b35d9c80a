import { DomainError, problem } from '../../../kernel/domain-error.js';

export class BoardStaleError extends DomainError {
  static readonly problem = problem(
    'FX.BOARD_STALE',
    'unavailable',
    { en: 'There is no fresh board of the bank to quote from', zh: '暂无最新的银行外汇牌价' },
    { en: 'It is being fetched: try again after `Retry-After`', zh: '系统正在获取牌价，请按 Retry-After 稍后重试' },
  );
}

export class PairNotQuotedError extends DomainError {
  static readonly problem = problem(
    'FX.PAIR_NOT_QUOTED',
    'invalid',
    { en: 'The bank does not quote this pair of currencies', zh: '银行未对该货币对报价' },
    { en: 'Convert between CNY and a currency of `GET /v1/fx/board`', zh: '请在人民币与牌价表所列货币之间兑换' },
  );
}

export class AmountTooSmallError extends DomainError {
  static readonly problem = problem(
    'FX.AMOUNT_TOO_SMALL',
    'invalid',
    { en: 'The amount is too small to convert', zh: '金额过小，无法兑换' },
    { en: 'Convert a larger amount', zh: '请提高兑换金额' },
  );
}

export class QuoteExpiredError extends DomainError {
  static readonly problem = problem(
    'FX.QUOTE_EXPIRED',
    'conflict',
    { en: 'The quote has expired', zh: '报价已过期' },
    { en: 'Take a new quote', zh: '请重新获取报价' },
  );
}

export class QuoteUsedError extends DomainError {
  static readonly problem = problem(
    'FX.QUOTE_USED',
    'conflict',
    { en: 'The quote was used before', zh: '报价已被使用' },
    { en: 'A quote converts once; take a new one', zh: '每个报价只能使用一次，请重新获取报价' },
  );
}

export class UnknownSellerError extends DomainError {
  static readonly problem = problem(
    'FX.SELLER_UNKNOWN',
    'invalid',
    { en: 'This seller has no account for foreign exchange', zh: '该卖方尚未开立外汇账户' },
    {
      en: 'Name an order, or a seller with a collection account (it opens with the first order)',
      zh: '请指定订单，或已开立收款账户的卖方',
    },
  );
}

export class MoreThanCollectedError extends DomainError {
  static readonly problem = problem(
    'FX.MORE_THAN_COLLECTED',
    'conflict',
    { en: 'More is sold for the order than was collected for it', zh: '兑换金额超过该订单已收且未兑换的金额' },
    {
      en: 'Sell no more than `details.left`, or quote for the seller without naming an order',
      zh: '请不要超过 details.left，或不指定订单仅以卖方名义询价',
    },
  );
}
