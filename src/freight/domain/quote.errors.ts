import { DomainError, problem } from '../../kernel/domain-error.js';

/** The tariff holds no ocean freight for what is asked; the faults name each size or the lane. */
export class NoRateError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.NO_RATE',
    'invalid',
    { en: 'There is no freight rate for this shipment', zh: '该航线、箱型或日期没有运价' },
    {
      en: 'Look at GET /v1/freight/rates, choose another lane, size or day, or add a rate of your own',
      zh: '请查询 /v1/freight/rates，更换航线、箱型或日期，或添加自有运价',
    },
  );
}

/** A percentage or a limit of the tariff meets charges in another currency; currencies are never mixed. */
export class SurchargeCurrencyError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.SURCHARGE_CURRENCY',
    'invalid',
    { en: 'A surcharge of the tariff does not fit the currency of its charges', zh: '附加费与其基础费用币种不一致' },
    {
      en: 'Withdraw the surcharge and enter it in the currency of the charges that it is of',
      zh: '请撤销该附加费，并以相同币种重新录入',
    },
  );
}

export class QuoteExpiredError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.QUOTE_EXPIRED',
    'conflict',
    { en: 'The freight quote has expired', zh: '运费报价已过期' },
    {
      en: '`details` has what it costs today: take that by POST /v1/freight/quotes with `details.orderId`, and book it',
      zh: 'details 中为当前报价；以 details.orderId 调用 POST /v1/freight/quotes 取得后再订舱',
    },
  );
}

export class QuoteAlreadyBookedError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.QUOTE_ALREADY_BOOKED',
    'conflict',
    { en: 'The freight quote was booked before', zh: '该运费报价已被订舱使用' },
    { en: 'A quote serves one booking: ask for a new quote', zh: '每份报价只能订舱一次，请重新询价' },
  );
}

/** Quote and order do not describe the same shipment; the faults say in what they differ. */
export class QuoteMisfitError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.QUOTE_MISFIT',
    'invalid',
    { en: 'The quote is for another shipment than the order', zh: '报价与订单的运输信息不一致' },
    { en: 'Ask for a quote with the `orderId` of the order', zh: '请使用该订单的 orderId 询价' },
  );
}

export class FreightReferenceTakenError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.REFERENCE_TAKEN',
    'conflict',
    { en: 'Another resource of this kind has that reference', zh: '该编号已被使用' },
    { en: 'Use the resource that has it, or choose another reference', zh: '请使用已有资源，或更换编号' },
  );
}
