import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money, type MoneyJson } from '../../../kernel/money.js';
import { type ContractTerms } from './contract-terms.js';
import { type RequestKind } from './control-request-status.js';

/** Kinds of supporting documents, and the four characters that stand for each: the standard leaves them to the parties. */
export const DOCUMENT_CODES = {
  customs_declaration: 'CUSD',
  commercial_invoice: 'CINV',
  contract: 'CONT',
  contract_amendment: 'CONT',
  transport_document: 'BOLD',
  packing_list: 'PKLS',
  other: 'OTHR',
} as const;
export type SupportingKind = keyof typeof DOCUMENT_CODES;
export const SUPPORTING_KINDS = Object.keys(DOCUMENT_CODES) as SupportingKind[];

/** A file that goes with a message, as the message says it; its bytes are kept under its id. */
export interface AttachedFile {
  /** As everybody knows it: `cfi_…`. */
  readonly id: string;
  readonly kind: SupportingKind;
  /** Of the paper that it is a scan of. */
  readonly number: string;
  readonly issuedOn: LocalDate | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** One paper that is shown to the bank. */
export interface SupportingDocument {
  readonly kind: SupportingKind;
  readonly number: string;
  readonly issuedOn: LocalDate | null;
  readonly amount: MoneyJson | null;
  readonly note: string | null;
  readonly files?: readonly AttachedFile[];
}

/** The letter of the bank that something answers. */
export interface AnsweredLetter {
  readonly messageId: string;
  readonly reference: string;
}

/** Who reports, about whose contract, to which bank. */
export interface FilingParties {
  readonly seller: string;
  readonly buyer: string;
  /** ISO 3166-1 alpha-2. */
  readonly buyerCountry: string;
  readonly bic: string;
}

/** What a message says, beside who says it; kept as it was ordered. */
export type FilingContent =
  | { readonly kind: 'registration'; readonly terms: ContractTerms; readonly files?: readonly AttachedFile[] }
  | {
      readonly kind: 'amendment';
      readonly registrationNumber: string;
      readonly terms: ContractTerms;
      readonly reason: string;
      readonly files?: readonly AttachedFile[];
    }
  | {
      readonly kind: 'closure';
      readonly registrationNumber: string;
      readonly registeredOn: LocalDate;
      readonly reason: string;
    }
  | {
      readonly kind: 'statement';
      readonly registrationNumber: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  | {
      readonly kind: 'documents';
      readonly registrationNumber: string;
      readonly documents: readonly SupportingDocument[];
      /** The declaration of the receipt that they are shown for; null where it is the contract as a whole. */
      readonly declarationNumber: string | null;
      readonly answers: AnsweredLetter | null;
    }
  | {
      readonly kind: 'letter';
      readonly registrationNumber: string;
      readonly subject: string;
      readonly text: string;
      readonly responseRequired: boolean;
      readonly dueOn: LocalDate | null;
      readonly answers: AnsweredLetter | null;
    };

/** A message on its way to the bank: all of it from rows, so that a repeat is the same message. */
export interface ContractFiling {
  readonly messageId: string;
  /** `2026-11-24T17:49:05+08:00` */
  readonly createdAt: string;
  readonly parties: FilingParties;
  readonly content: FilingContent;
  /** Of the files that are enclosed, base64 by their ids. */
  readonly bytes?: ReadonlyMap<string, string>;
}

/** The type of message that each kind of request is. */
export const MESSAGE_TYPES: Readonly<Record<RequestKind, string>> = {
  registration: 'auth.018.001.02',
  amendment: 'auth.021.001.02',
  closure: 'auth.020.001.02',
  statement: 'auth.023.001.02',
  documents: 'auth.025.001.02',
  letter: 'auth.026.001.02',
};

/** What the bank has registered, as it says. */
export interface RegisteredTerms {
  readonly registrationNumber: string;
  readonly registeredOn: LocalDate;
  /** Null where the bank names no number of the contract itself. */
  readonly contractNumber: string | null;
  readonly amount: Money;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** When and why it was closed; null while it is open. */
  readonly closed: { readonly on: LocalDate; readonly reason: string } | null;
}

/** One contract of a ContractRegistrationConfirmation (auth.019). */
export interface ContractConfirmation {
  /** Our message that it answers; null where the bank does not say. */
  readonly messageId: string | null;
  readonly reportId: string;
  readonly registered: RegisteredTerms;
}

/** One contract of a ContractRegistrationStatement (auth.022). */
export interface ContractStatement {
  readonly messageId: string | null;
  readonly reportId: string;
  readonly registered: RegisteredTerms;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** What the bank has counted under it in all. */
  readonly turnover: Money;
  readonly transactions: readonly {
    readonly reference: string;
    readonly on: LocalDate;
    readonly direction: 'in' | 'out';
    readonly amount: Money;
  }[];
  readonly documents: readonly { readonly number: string; readonly code: string; readonly amount: Money | null }[];
}

/** One letter of a CurrencyControlRequestOrLetter (auth.026). */
export interface LetterFromBank {
  readonly messageId: string;
  readonly reference: string;
  readonly isRequestForDocuments: boolean;
  readonly writtenOn: LocalDate | null;
  readonly subject: string;
  readonly text: string | null;
  readonly responseRequired: boolean;
  readonly dueOn: LocalDate | null;
  /** What of ours it is about: messages, and records within them. */
  readonly about: readonly { readonly messageId: string; readonly recordId: string }[];
  readonly attachments: readonly { readonly code: string; readonly number: string; readonly url: string | null }[];
}
