/** `degraded`: it signs, and not for long any more; `down`: nothing can be signed. */
export const SIGNER_STATUSES = ['operational', 'degraded', 'down'] as const;

export const SIGNER_REASONS = ['not_configured', 'key_unusable', 'not_valid_yet', 'expired', 'expires_soon'] as const;
export type SignerReason = (typeof SIGNER_REASONS)[number];

export interface SigningCertificate {
  /** Attributes in the order of the certificate: `C=CN, O=…, CN=…`. */
  readonly subject: string;
  readonly serialNumber: string;
  readonly algorithm: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

export interface SignerStanding {
  readonly status: (typeof SIGNER_STATUSES)[number];
  /** Why it is not operational. */
  readonly reason: SignerReason | null;
  /** Null where there is none that can be used. */
  readonly certificate: SigningCertificate | null;
}

const DAY_MS = 86_400_000;
/** A new certificate takes weeks to get. */
const SOON_DAYS = 30;

/** @param now real time: certificates know no test clock */
export function standingOf(certificate: SigningCertificate, now: Date): SignerStanding {
  const { validFrom, validUntil } = certificate;
  if (now < validFrom) return { status: 'down', reason: 'not_valid_yet', certificate };
  if (now >= validUntil) return { status: 'down', reason: 'expired', certificate };
  const isSoon = validUntil.getTime() - now.getTime() < SOON_DAYS * DAY_MS;
  return { status: isSoon ? 'degraded' : 'operational', reason: isSoon ? 'expires_soon' : null, certificate };
}
