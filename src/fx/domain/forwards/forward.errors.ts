import { DomainError, problem } from '../../../kernel/domain-error.js';

export class CurveStaleError extends DomainError {
  static readonly problem = problem(
    'FX.CURVE_STALE',
    'unavailable',
    { en: 'There is no fresh interest curve to quote forwards from', zh: '暂无可用于远期报价的最新利率曲线' },
    {
      en: 'The bank’s curves are being fetched: try again after `Retry-After`, or give your own',
      zh: '系统正在获取银行利率曲线，请按 Retry-After 稍后重试，或自行上传曲线',
    },
  );
}

export class TenorNotQuotedError extends DomainError {
  static readonly problem = problem(
    'FX.TENOR_NOT_QUOTED',
    'invalid',
    { en: 'The interest curve ends before this day', zh: '利率曲线未覆盖该日期' },
    { en: 'Take an earlier day, or give a curve with a longer tenor', zh: '请选择更早的日期，或上传期限更长的曲线' },
  );
}

export class OverHedgedError extends DomainError {
  static readonly problem = problem(
    'FX.OVER_HEDGED',
    'conflict',
    {
      en: 'More would be dealt forward than the order brings, or than is owed on it',
      zh: '远期金额超过订单可收外汇或应付外汇（实需原则）',
    },
    { en: 'Sell or buy no more forward than `details.left`', zh: '远期买卖金额请不要超过 details.left' },
  );
}

export class NothingToHedgeError extends DomainError {
  static readonly problem = problem(
    'FX.NOTHING_TO_HEDGE',
    'conflict',
    {
      en: 'The seller owes nothing in this currency on the order, so there is nothing to buy it for',
      zh: '卖方在该订单项下没有该币种的应付款，不可远期购汇（实需原则）',
    },
    {
      en: 'Buy a currency of `details.owed`, once it is owed: freight that was booked, or what the bank has charged',
      zh: '请购入 details.owed 所列币种；运费等应付款须已入账',
    },
  );
}

export class MoreThanOpenError extends DomainError {
  static readonly problem = problem(
    'FX.FORWARD_MORE_THAN_OPEN',
    'conflict',
    { en: 'Less than this is open of the forward', zh: '超过该远期合约的未交割余额' },
    { en: 'Take no more than `details.open`', zh: '请不要超过 details.open' },
  );
}

export class OutsideWindowError extends DomainError {
  static readonly problem = problem(
    'FX.FORWARD_OUTSIDE_WINDOW',
    'conflict',
    { en: 'The forward is not delivered today', zh: '该远期合约当日不可交割' },
    {
      en: 'Deliver from `details.from` to `details.to`, or roll it over or close it out',
      zh: '请在 details.from 至 details.to 之间交割，或办理展期、平仓',
    },
  );
}

export class OtherQuoteError extends DomainError {
  static readonly problem = problem(
    'FX.FORWARD_QUOTE_MISMATCH',
    'conflict',
    { en: 'The quote is not for this', zh: '该报价不适用于此操作' },
    { en: 'Take a quote for this forward and this purpose', zh: '请为该合约及该用途重新询价' },
  );
}
