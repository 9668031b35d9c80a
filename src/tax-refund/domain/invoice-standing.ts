import { type LocalDate } from '../../kernel/local-date.js';
import { type Ground, GROUNDS } from './abnormal.js';
import { SAY as SAY_ABNORMAL } from './abnormal.sentences.js';
import { type CheckName, type Finding, type Missing } from './finding.js';
import { type IssuerReview } from './invoice-policy.js';
import { SAY } from './invoice.sentences.js';
import { SAY as SAY_ISSUERS } from './issuer.sentences.js';
import { type VerificationState } from './verification-status.js';
import { VERIFICATION_OUTCOMES, type VerificationOutcome } from './verification.js';

/** What is known of an invoice beside what it says. */
export interface InvoiceStanding {
  readonly id: string;
  readonly invoiceNumber: string;
  /** Null: recorded before invoices were checked. */
  readonly state: VerificationState | null;
  readonly outcome: VerificationOutcome | null;
  /** Why the authority will not look at it. */
  readonly reason: string | null;
  readonly issuedOn: LocalDate;
  readonly sellerName: string;
  readonly isReviewed: boolean;
  /** The entry of the abnormal lists that names it. */
  readonly abnormal: { readonly ground: Ground; readonly source: string; readonly listedOn: LocalDate } | null;
}

/** Which invoices of an export cannot be claimed on, which are not known well enough yet, and what is odd. */
export interface InvoiceStandings {
  readonly unusable: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
}

/**
 * Claims are made of invoices that the tax authority has as they were recorded, and where the tenant asks for it of reviewed
 * issuers alone.
 */
export function judgeInvoices(standings: readonly InvoiceStanding[], issuerReview: IssuerReview): InvoiceStandings {
  const findings: Finding[] = [];
  const missing: Missing[] = [];
  const unusable = new Set<string>();
  const note = (check: CheckName, invoiceNumber: string, detail: Finding['detail']): void => {
    findings.push({ check, outcome: 'block', lineNumber: null, invoiceNumber, detail });
  };
  for (const { id, invoiceNumber, state, outcome, reason, issuedOn, sellerName, isReviewed, abnormal } of standings) {
    if (!isReviewed && issuerReview === 'block') {
      unusable.add(id);
      note('issuer', invoiceNumber, SAY_ISSUERS.not_reviewed({ name: sellerName, day: issuedOn }));
    }
    if (abnormal !== null) {
      const { ground, source, listedOn: day } = abnormal;
      unusable.add(id);
      note(
        'authenticity',
        invoiceNumber,
        SAY_ABNORMAL.listed({ number: invoiceNumber, day, ground: GROUNDS[ground], source }),
      );
    } else if (state === 'refused' && outcome !== null) {
      unusable.add(id);
      const detail = SAY.check_says({ number: invoiceNumber, outcome: VERIFICATION_OUTCOMES[outcome] });
      note('authenticity', invoiceNumber, detail);
    } else if (state === 'declined') {
      unusable.add(id);
      note('authenticity', invoiceNumber, SAY.check_declined({ number: invoiceNumber, reason: reason ?? '' }));
    } else if (state === 'unverified') {
      const detail = SAY.check_awaited({ number: invoiceNumber });
      missing.push({ fact: 'invoice_verification', lineNumber: null, detail });
    }
  }
  return { unusable, findings, missing };
}

/** An invoice that cannot be used stops a claim only while no other covers its goods. */
export function softened({ findings }: InvoiceStandings, isCovered: boolean): Finding[] {
  return findings.map((finding) => (isCovered ? { ...finding, outcome: 'warn' as const } : finding));
}
