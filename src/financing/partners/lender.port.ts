import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Reason } from '../../kernel/sentence.js';
import { type Caller } from '../../platform/partners/partner-client.js';

/** What secures a loan, or is lent on. */
export const SECURITY_KINDS = [
  'tax_refund',
  'receivable',
  'order',
  'export_record',
  'guarantee_group',
  'warehouse_receipt',
  'fx_margin',
] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

/** A loan that is asked for. */
export interface LoanRequest {
  /** Ours; the lender answers a repeated one with its first answer, so asking twice is safe. */
  readonly reference: string;
  readonly borrower: { readonly name: string; readonly uscc: string };
  readonly amount: Money;
  readonly annualRate: Decimal;
  readonly dayBasis: number;
  readonly maturityOn: LocalDate;
  /** Its code. */
  readonly product: string;
  /** In which parts it is paid back, the last at the maturity; null where all is due then. */
  readonly instalments: { readonly count: number; readonly everyMonths: number } | null;
  /** It is approved first, and paid out once the borrower has signed; null where it is not to be signed. */
  readonly signature: { readonly withinDays: number; readonly appliedOn: LocalDate } | null;
  readonly security: {
    readonly kind: SecurityKind;
    /** Of the claim, the contract, the seller, the receipt or the forward. */
    readonly reference: string;
    /** What it is expected to bring: not less than the loan. */
    readonly expected: Money;
  };
}

export interface LoanRepayment {
  readonly loanReference: string;
  /** Ours, one per repayment. */
  readonly reference: string;
  readonly principal: Money;
  readonly interest: Money;
  readonly fees: Money;
  readonly valueDate: LocalDate;
}

/** That the borrower has signed what the lender has approved. */
export interface LoanSignature {
  /** A repeated one is answered as the first. */
  readonly loanReference: string;
  /** The lender's. */
  readonly agreementNumber: string;
  readonly signatory: string;
  readonly signedOn: LocalDate;
}

/** A later due date that is asked for. */
export interface ExtensionRequest {
  readonly loanReference: string;
  /** Ours; the lender answers a repeated one with its first answer. */
  readonly reference: string;
  readonly dueOn: LocalDate;
  readonly fee: Money;
  /** Why the borrower needs it, in its own words. */
  readonly purpose: string | null;
}

/** What the lender said of a later due date; the reference is that of the extension. */
export type ExtensionWord =
  | { readonly kind: 'extension_received'; readonly reference: string }
  | { readonly kind: 'extended'; readonly reference: string; readonly maturityOn: LocalDate }
  | { readonly kind: 'extension_refused'; readonly reference: string; readonly reason: Reason };

/** What the lender said of a loan. */
export type LenderWord =
  | { readonly kind: 'received'; readonly reference: string }
  | {
      readonly kind: 'approved';
      readonly reference: string;
      readonly agreementNumber: string;
      /** The last day on which it can be signed. */
      readonly validUntil: LocalDate;
    }
  | {
      readonly kind: 'disbursed';
      readonly reference: string;
      readonly loanId: string;
      readonly amount: Money;
      readonly valueDate: LocalDate;
      readonly bankReference: string;
    }
  | { readonly kind: 'declined'; readonly reference: string; readonly reason: Reason };

/** A loan that the platform proposes to write off. */
export interface WriteOffProposal {
  readonly loanReference: string;
  /** Ours; the lender answers a repeated one with its first answer. */
  readonly reference: string;
  readonly reason: string;
}

/** What the lender said of a loan that is not paid back; the reference is that of the loan. */
export type WriteOffWord =
  | { readonly kind: 'write_off_received' | 'settled'; readonly reference: string }
  | { readonly kind: 'written_off' | 'write_off_refused'; readonly reference: string; readonly reason: Reason };

/** What a lender calls back with. */
export type LenderNews = LenderWord | ExtensionWord | WriteOffWord;

/**
 * A bank that lends; the platform never does.
 *
 * @throws PartnerRejectedError a final no, with the lender's reason
 * @throws PartnerUnavailableError no answer, or one we cannot read: the loan may or may not have been asked for
 */
export abstract class Lender {
  abstract request(caller: Caller, loan: LoanRequest): Promise<void>;
  abstract sign(caller: Caller, signature: LoanSignature): Promise<void>;
  abstract repay(caller: Caller, repayment: LoanRepayment): Promise<void>;
  /** How the loan stands; null when the lender does not know it. */
  abstract inquire(caller: Caller, reference: string): Promise<LenderWord | null>;
  abstract extend(caller: Caller, extension: ExtensionRequest): Promise<void>;
  /** How a later due date stands; null when the lender does not know that it was asked for. */
  abstract inquireExtension(
    caller: Caller,
    extension: Pick<ExtensionRequest, 'loanReference' | 'reference'>,
  ): Promise<ExtensionWord | null>;
  abstract proposeWriteOff(caller: Caller, proposal: WriteOffProposal): Promise<void>;
  /** What became of a proposal; null when the lender does not know it. */
  abstract inquireWriteOff(caller: Caller, proposal: WriteOffProposal): Promise<WriteOffWord | null>;
  /** Reads a callback. @throws UnreadableLenderMessageError */
  abstract read(body: string): LenderNews;
}
