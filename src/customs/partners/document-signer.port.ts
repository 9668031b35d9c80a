import { type Message } from '../domain/ceb/layout.js';
import { type SignerStanding } from '../domain/ceb/signer-standing.js';

/**
 * Signs what e-commerce customs (跨境电商统一版) takes signed only: by a key that we hold, or by a device or a service (加签服务器)
 * that does. Three outcomes: the signed message; CertificateNotValidError, it does not leave until somebody mends that;
 * SignerUnavailableError, try again.
 */
export abstract class DocumentSigner {
  /** False where there is nothing to sign with: what must be signed is not even queued. */
  abstract readonly isConfigured: boolean;

  /** @param xml as `CebXml.write` wrote it, without a signature */
  abstract sign(xml: string, message: Message): Promise<string>;

  /**
   * The same where the key is at hand, in this process: a message is then kept as it leaves from the beginning.
   * @returns null where it is not, or cannot be used now: `sign` is asked when the message leaves
   */
  abstract signAtHand(xml: string, message: Message): string | null;

  /**
   * Whether a document is as its signer left it, by the certificate that it brings along.
   * @param xml well-formed, without a document type
   */
  abstract verify(xml: string): 'valid' | 'unsigned' | 'invalid';

  /** How it stands now. */
  abstract standing(): Promise<SignerStanding>;
}
