/** What a party is to the order. A company that is two of them is entered twice. */
export const PARTY_KINDS = ['seller', 'buyer', 'supplier'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A trading company buys what it exports; a manufacturer makes it. The refund rules differ. */
export const ENTERPRISE_KINDS = ['trading', 'manufacturer'] as const;
export type EnterpriseKind = (typeof ENTERPRISE_KINDS)[number];

/** A CNY account in China, for payouts. */
export interface BankAccount {
  readonly accountNumber: string;
  readonly accountHolder: string;
  /** CNAPS code (联行号) of the branch, 12 digits. */
  readonly cnaps: string;
}

/** 纳税人资格 and 出口退（免）税企业分类. */
export const TAXPAYER_TYPES = ['general', 'small_scale'] as const;
export interface TaxData {
  readonly taxpayerType: (typeof TAXPAYER_TYPES)[number];
  /** 1 (the most trusted) to 4; null while the tax bureau has not yet classed it. */
  readonly refundClass: number | null;
}

/** What another module is told of a party. */
export interface PartyFacts {
  readonly id: string;
  readonly kind: PartyKind;
  readonly reference: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly address: string;
  readonly uscc: string | null;
  readonly customsCode: string | null;
  readonly enterpriseKind: EnterpriseKind | null;
  readonly bankAccount: BankAccount | null;
  readonly tax: TaxData | null;
  /** Other names that it pays or is written under. */
  readonly aliases: readonly string[];
}

/** A party as it is entered. */
export type PartyTerms = Omit<PartyFacts, 'id'>;
