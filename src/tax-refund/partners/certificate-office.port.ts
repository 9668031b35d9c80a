import { type CertifiedLine, type Company, type ExportAgreement } from '../domain/agency-certificate.js';
import { type CertificateNews } from '../domain/certificate-news.js';
import { type Asker } from './tax-bureau.port.js';

/** An application in our own words. */
export interface CertificateApplication {
  readonly reference: string;
  readonly agent: Company;
  readonly principal: Company;
  readonly agreement: ExportAgreement;
  /** Number of the one that was voided before; null where it replaces none. */
  readonly replaces: string | null;
  readonly lines: readonly CertifiedLine[];
}

export interface CertificateVoidance {
  readonly reference: string;
  readonly certificateNumber: string;
  readonly reason: string;
}

export type CertificateMessageKind = CertificateNews['kind'];

/**
 * The desk of a tax bureau that issues certificates of agency export (代理出口货物证明), and voids them. Three outcomes of a call: an
 * answer; PartnerRejectedError, a final no with the bureau's own words in `details.reason`; PartnerUnavailableError, unknown:
 * ask again with the same reference.
 */
export abstract class CertificateOffice {
  /** Writes the message. Pure; what it gives is kept and sent unchanged, however often. */
  abstract composeApplication(application: CertificateApplication): string;

  abstract composeVoidance(voidance: CertificateVoidance): string;

  abstract send(
    asker: Asker,
    kind: CertificateMessageKind,
    reference: string,
    message: string,
  ): Promise<CertificateNews>;

  /** How it stands, or null when the bureau never had it. */
  abstract ask(asker: Asker, kind: CertificateMessageKind, reference: string): Promise<CertificateNews | null>;

  /** @returns null where the callback is about something else */
  abstract read(message: string): CertificateNews | null;
}
