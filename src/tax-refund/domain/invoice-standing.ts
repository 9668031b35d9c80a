import { type CheckName, type Finding, type Missing } from './finding.js';
import { SAY } from './invoice.sentences.js';
import { type VerificationState } from './verification-status.js';
import { VERIFICATION_OUTCOMES, type VerificationOutcome } from './verification.js';

/** What is known of an invoice beside what it says. */
export interface InvoiceStanding {
  readonly id: string;
  readonly invoiceNumber: string;
  /** Null: recorded before invoices were checked. */
  readonly state: VerificationState | null;
  readonly outcome: VerificationOutcome | null;
}

/** Which invoices of an export cannot be claimed on, which are not known well enough yet, and what is odd. */
export interface InvoiceStandings {
  readonly unusable: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
}

/** Claims are made of invoices that the tax authority has as they were recorded. */
export function judgeInvoices(standings: readonly InvoiceStanding[]): InvoiceStandings {
  const findings: Finding[] = [];
  const missing: Missing[] = [];
  const unusable = new Set<string>();
  const note = (
    check: CheckName,
    outcome: 'warn' | 'block',
    invoiceNumber: string,
    detail: Finding['detail'],
  ): void => {
    findings.push({ check, outcome, lineNumber: null, invoiceNumber, detail });
  };
  for (const { id, invoiceNumber, state, outcome } of standings) {
    if (state === 'refused' && outcome !== null) {
      unusable.add(id);
      const detail = SAY.check_says({ number: invoiceNumber, outcome: VERIFICATION_OUTCOMES[outcome] });
      note('authenticity', 'block', invoiceNumber, detail);
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
