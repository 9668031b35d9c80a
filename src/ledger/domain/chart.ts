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
  readonly meaning: string;
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
    meaning: 'What the platform holds for a client and owes it',
  },
  funds_under_review: {
    type: 'liability',
    normalSide: 'credit',
    ...perParty,
    meaning: 'Received for a client, not yet cleared by the bank (待核查)',
  },
  fx_position: {
    type: 'equity',
    normalSide: 'credit',
    ...ofTenant,
    meaning: 'Currency taken over in conversions and not yet settled with the bank',
  },
  fx_spread: {
    type: 'revenue',
    normalSide: 'credit',
    ...ofTenant,
    meaning: 'The platform’s margin on conversions',
  },
  refund_receivable: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: 'Export tax refund claimed for a client and not yet paid',
  },
  loan_principal: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: 'What a client owes its lender, for which the platform only keeps the account',
  },
  interest: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: 'Interest that a client owes its lender',
  },
  fees: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: 'Fees that a client owes its lender',
  },
  guarantee_pool: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: 'Deposits of a guarantee group, held for its lenders',
  },
  client_dues: {
    type: 'asset',
    normalSide: 'debit',
    ...perParty,
    meaning: 'What a client owes for services bought on its behalf, such as freight',
  },
  clearing_bank: {
    type: 'asset',
    normalSide: 'debit',
    ...ofTenant,
    meaning: 'Money at the bank',
  },
  clearing_lender: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: 'What is owed to lenders on behalf of clients',
  },
  clearing_tax_bureau: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: 'Counterpart of refunds claimed and not yet paid',
  },
  clearing_carrier: {
    type: 'liability',
    normalSide: 'credit',
    ...ofTenant,
    meaning: 'What is owed to carriers and forwarders',
  },
} as const satisfies Readonly<Record<string, AccountKind>>;

export type AccountCode = keyof typeof CHART;

export const ACCOUNT_CODES = Object.keys(CHART) as readonly AccountCode[];

export function accountKind(code: AccountCode): AccountKind {
  return CHART[code];
}
