import { type Message } from '../domain/ceb/layout.js';

/** As it can be seen from here: `down` where nothing can be signed. */
export const SIGNER_STATUSES = ['operational', 'degraded', 'down'] as const;

export interface SignerStanding {
  readonly status: (typeof SIGNER_STATUSES)[number];
  /** Why it is not operational. */
  readonly reason: 'not_configured' | 'key_unusable' | 'not_valid_yet' | 'expired' | 'expires_soon' | null;
  /** Null where there is none that can be read. */
  readonly certificate: {
    /** RFC 4514 in its order: `C=CN, O=…, CN=…`. */
    readonly subject: string;
    readonly serialNumber: string;
    readonly algorithm: string;
    readonly validFrom: Date;
    readonly validUntil: Date;
  } | null;
}

/**
 * Signs what e-commerce customs (跨境电商统一版) takes signed only: by a key that we hold, or by a device or a service (加签服务器)
 * that does. Two outcomes: the signed message; SignerUnavailableError, try again.
 */
export abstract class DocumentSigner {
  /** False where there is nothing to sign with: what must be signed is not even queued. */
  abstract readonly isConfigured: boolean;

  /** @param xml as `CebXml.write` wrote it, without a signature */
  abstract sign(xml: string, message: Message): Promise<string>;

  /**
   * Whether a document is as its signer left it, by the certificate that it brings along.
   * @param xml well-formed, without a document type
   */
  abstract verify(xml: string): 'valid' | 'unsigned' | 'invalid';

  abstract standing(now: Date): Promise<SignerStanding>;
}
