import { type Bilingual } from '../../kernel/sentence.js';

/** What an account stands for in the books; the words of hledger's account types. */
export type AccountType = 'asset' | 'liability' | 'equity' | 'revenue';
export type Side = 'debit' | 'credit';

export interface AccountKind {
  readonly type: AccountType;
  /** The side that makes the balance grow; balances are told on this side. */
  readonly normalSide: Side;
  /** One account for each party (and currency), or one for the whole tenant (and currency). */
  readonly perParty: boolean;
  /** True where the balance less its holds may not fall below zero; the database decides it. */
  readonly floored: boolean;
  readonly meaning: Bilingual;
}

const perParty = { perParty: true, floored: false } as const;
const ofTenant = { perParty: false, floored: false } as const;

/**
 * The chart of accounts. An account is opened by its first posting, one for each code, party and currency.
 * The table `ledger.account_code` holds the same words; a spec compares the two.
 */
export const CHART = {
  client_funds: {
    type: 'liability',
    normalSide: 'credit',
    perParty: true,
    floored: true,
    meaning: { en: 'What the platform holds for a client and owes it', zh: '平台代客户持有、应付客户的资金' },
  },
  funds_under_review: {
    type: 'liability',
    normalSide: 'credit',
    ...perParty,
    meaning: {
      en: 'Received for a client, not yet cleared by the bank (待核查)',
      zh: '已代客户收款、银行尚未核查放行（待核查）',
    },
  },
  fx_position: {
    type: 'equity',
    normalSide: 'credit',
    ...ofTenant,
    meaning: {
      en: 'Currency taken over in conversions and not yet settled with the bank',
      zh: '结售汇中承接、尚未与银行交割的外汇头寸',
    },
  },
  fx_spread: {
    type: 'revenue',
    normalSide: 'credit',
    ...ofTenant,
    meaning: { en: 'The platform’s margin on conversions', zh: '平台结售汇点差收入' },
  },
  fx_result: {
    type: 'revenue',
    normalSide: 'credit',
    ...ofTenant,
    meaning: {
      en: 'What exchange rates have gained or cost, once it is certain: exchanges of orders’ money against the rate it was booked at, and forwards that were closed out',
      zh: '已实现汇兑损益：订单外币兑换与入账汇率的差额，以及远期平仓损益（损失为负）',
    },
  },
  fx_unrealised: {
    type: 'revenue',
    normalSide: 'credit',
    ...ofTenant,
    meaning: {
      en: 'Month-end revaluation of open foreign balances, reversed when the next month begins',
      zh: '期末调汇形成的未实现汇兑损益，次期初冲回',
    },
  },
  fx_valuation: {
    type: 'asset',
    normalSide: 'debit',
    ...ofTenant,
    meaning: {
      en: 'Counterpart of exchange results: what foreign balances are worth in CNY above the rate they were booked at',
      zh: '汇兑损益的对方科目：外币余额按现行汇率高于入账汇率的人民币差额',
    },
  },
  refund_receivable: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: { en: 'Export tax refund claimed for a client and not yet paid', zh: '已代客户申报、尚未到账的出口退税' },
  },
  consumption_tax_receivable: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: {
      en: 'Consumption tax of exports claimed back for a client and not yet paid',
      zh: '已代客户申报、尚未到账的出口消费税退税',
    },
  },
  loan_principal: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: {
      en: 'What a client owes its lender, for which the platform only keeps the account',
      zh: '客户欠贷款机构的本金（平台仅记账）',
    },
  },
  interest: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: { en: 'Interest that a client owes its lender', zh: '客户欠贷款机构的利息' },
  },
  fees: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: { en: 'Fees that a client owes its lender', zh: '客户欠贷款机构的费用' },
  },
  written_off_claims: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: {
      en: 'What a client still owes of loans that their lender has written off: a memorandum aside of its live loans',
      zh: '客户已核销贷款的剩余债权（账销案存备查）',
    },
  },
  guarantee_pool: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: { en: 'Deposits of a guarantee group, held for its lenders', zh: '联保小组保证金，为贷款机构代管' },
  },
  client_dues: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: {
      en: 'What a client owes for services bought on its behalf, such as freight',
      zh: '客户应付的代购服务费用，例如运费',
    },
  },
  clearing_bank: {
    type: 'asset',
    normalSide: 'debit',
    ...ofTenant,
    meaning: { en: 'Money at the bank', zh: '银行存款' },
  },
  clearing_lender: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: { en: 'What is owed to lenders on behalf of clients', zh: '代客户应付贷款机构的款项' },
  },
  clearing_tax_bureau: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: { en: 'Counterpart of refunds claimed and not yet paid', zh: '已申报未到账退税的对方科目' },
  },
  clearing_carrier: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: { en: 'What is owed to carriers and forwarders', zh: '应付承运人和货代的款项' },
  },
  clearing_insurer: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: {
      en: 'Premiums and recoveries that are owed to credit insurers on behalf of clients',
      zh: '代客户应付信用保险机构的保费和追偿款',
    },
  },
  clearing_customs: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: { en: 'Taxes of imports that are owed to customs on behalf of clients', zh: '代客户应付海关的进口税款' },
  },
} as const satisfies Readonly<Record<string, AccountKind>>;

export type AccountCode = keyof typeof CHART;

export const ACCOUNT_CODES = Object.keys(CHART) as readonly AccountCode[];

export function accountKind(code: AccountCode): AccountKind {
  return CHART[code];
}
