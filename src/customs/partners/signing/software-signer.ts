import { X509Certificate } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { APP_CONFIG, type AppConfig } from '../../../platform/config/app-config.js';
import { SignerUnavailableError } from '../../domain/ceb/ceb.errors.js';
import { SAY } from '../../domain/ceb/ceb.sentences.js';
import { type Message } from '../../domain/ceb/layout.js';
import { DocumentSigner, type SignerStanding } from '../document-signer.port.js';
import { kindOf, type SignatureAlgorithm, signingWith } from './algorithms.js';
import { SANDBOX_CERTIFICATE, SANDBOX_KEY } from './sandbox-certificate.js';
import { verifyXml } from './verify-xml.js';
import { signMessage, type SigningKey } from './xml-signature.js';

const DAY_MS = 86_400_000;
/** A new certificate takes weeks to get. */
const SOON_DAYS = 30;

/** Signs in this process, with the certificate and the key of the configuration; outside production with one that everybody has. */
@Injectable()
export class SoftwareSigner extends DocumentSigner {
  private readonly key: SigningKey | null;
  private readonly isGiven: boolean;

  constructor(@Inject(APP_CONFIG) { ceb, environment }: Pick<AppConfig, 'ceb' | 'environment'>) {
    super();
    const sandbox = environment === 'production' ? null : { certificate: SANDBOX_CERTIFICATE, key: SANDBOX_KEY };
    const given = ceb.signing ?? sandbox;
    this.isGiven = given !== null;
    this.key = given === null ? null : keyOf(given, ceb.rsaDigest);
  }

  override get isConfigured(): boolean {
    return this.key !== null;
  }

  /** In no other place than here: a signature takes about a millisecond. */
  override async sign(xml: string, message: Message): Promise<string> {
    const { key } = this;
    if (key === null) throw new SignerUnavailableError(SAY.signer_cannot);
    return Promise.resolve(signMessage(xml, message, key));
  }

  override verify(xml: string): 'valid' | 'unsigned' | 'invalid' {
    return verifyXml(xml);
  }

  override standing(now: Date): Promise<SignerStanding> {
    return Promise.resolve(this.key === null ? this.nothing() : standingOf(this.key, now));
  }

  private nothing(): SignerStanding {
    return { status: 'down', reason: this.isGiven ? 'key_unusable' : 'not_configured', certificate: null };
  }
}

/** @returns null where certificate and key cannot be read, do not belong together, or are of no kind that customs takes */
function keyOf(
  given: { readonly certificate: string; readonly key: string },
  rsaDigest: AppConfig['ceb']['rsaDigest'],
): SigningKey | null {
  try {
    const certificate = new X509Certificate(given.certificate);
    const kind = kindOf(certificate);
    if (kind === null) return null;
    const algorithm: SignatureAlgorithm = kind === 'sm2' ? 'sm2-sm3' : `rsa-${rsaDigest}`;
    return { algorithm, certificate, sign: signingWith(given.key, certificate, algorithm) };
  } catch {
    // Node's words would be of the key itself.
    return null;
  }
}

function standingOf({ algorithm, certificate }: SigningKey, now: Date): SignerStanding {
  const [validFrom, validUntil] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  const facts = {
    subject: certificate.subject.replaceAll('\n', ', '),
    serialNumber: certificate.serialNumber,
    algorithm,
    validFrom,
    validUntil,
  };
  if (now < validFrom) return { status: 'down', reason: 'not_valid_yet', certificate: facts };
  if (now >= validUntil) return { status: 'down', reason: 'expired', certificate: facts };
  const isSoon = validUntil.getTime() - now.getTime() < SOON_DAYS * DAY_MS;
  return { status: isSoon ? 'degraded' : 'operational', reason: isSoon ? 'expires_soon' : null, certificate: facts };
}
