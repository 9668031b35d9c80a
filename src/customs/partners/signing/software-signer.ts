import { X509Certificate } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { CertificateNotValidError, SignerUnavailableError } from '../../domain/ceb/ceb.errors.js';
import { SAY } from '../../domain/ceb/ceb.sentences.js';
import { type Message } from '../../domain/ceb/layout.js';
import { type SignerStanding, standingOf } from '../../domain/ceb/signer-standing.js';
import { CebSettings } from '../ceb-settings.js';
import { DocumentSigner } from '../document-signer.port.js';
import { kindOf, type SignatureAlgorithm, signingWith } from './algorithms.js';
import { verifyXml } from './verify-xml.js';
import { signMessage, type SigningKey } from './xml-signature.js';

/** Signs in this process, with the certificate and the key of the configuration. */
@Injectable()
export class SoftwareSigner extends DocumentSigner {
  private readonly key: SigningKey | null;
  private readonly isGiven: boolean;

  constructor(
    { signing, rsaDigest }: CebSettings,
    private readonly clock: Clock,
  ) {
    super();
    this.isGiven = signing !== null;
    this.key = signing === null ? null : keyOf(signing, rsaDigest);
  }

  override get isConfigured(): boolean {
    return this.key !== null;
  }

  override async sign(xml: string, message: Message): Promise<string> {
    const { status, reason } = await this.standing();
    if (this.key === null) throw new SignerUnavailableError(SAY.signer_cannot);
    if (status === 'down') throw new CertificateNotValidError(reason ?? 'expired');
    return signMessage(xml, message, this.key);
  }

  /** A signature takes about a millisecond: in this thread. */
  override signAtHand(xml: string, message: Message): string | null {
    return this.key === null || this.standsNow().status === 'down' ? null : signMessage(xml, message, this.key);
  }

  override verify(xml: string): 'valid' | 'unsigned' | 'invalid' {
    return verifyXml(xml);
  }

  override standing(): Promise<SignerStanding> {
    return Promise.resolve(this.standsNow());
  }

  private standsNow(): SignerStanding {
    const { key, isGiven } = this;
    if (key === null) return { status: 'down', reason: isGiven ? 'key_unusable' : 'not_configured', certificate: null };
    const { subject, serialNumber, validFrom, validTo } = key.certificate;
    const certificate = {
      subject: subject.replaceAll('\n', ', '),
      serialNumber,
      algorithm: key.algorithm,
      validFrom: new Date(validFrom),
      validUntil: new Date(validTo),
    };
    return standingOf(certificate, this.clock.now());
  }
}

/** @returns null where certificate and key cannot be read, do not belong together, or are of no kind that customs takes */
function keyOf(given: NonNullable<CebSettings['signing']>, rsaDigest: CebSettings['rsaDigest']): SigningKey | null {
  try {
    const certificate = new X509Certificate(given.certificate);
    const kind = kindOf(certificate);
    if (kind === null) return null;
    const algorithm: SignatureAlgorithm = kind === 'sm2' ? 'sm2-sm3' : `rsa-${rsaDigest}`;
    return { algorithm, certificate, sign: signingWith(given.key, certificate, algorithm) };
  } catch {
    // Node's words would be of the key itself; the signing health says that it cannot be used.
    return null;
  }
}
