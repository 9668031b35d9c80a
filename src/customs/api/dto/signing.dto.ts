import { EnumField, InstantField, IntegerField, ObjectField, TextField } from '../../../platform/http/fields.js';
import { SIGNER_REASONS, SIGNER_STATUSES, type SignerStanding } from '../../domain/ceb/signer-standing.js';

const DAY_MS = 86_400_000;

class SigningCertificateDto {
  @TextField({ description: 'Whose it is', max: 500, example: 'C=CN, O=Entrepot Sandbox, CN=Sandbox signer' })
  readonly subject!: string;

  @TextField({ description: 'Its number', max: 64, example: '4E54524550303031' })
  readonly serialNumber!: string;

  @TextField({ description: 'What it signs with: `sm2-sm3`, `rsa-sha1` or `rsa-sha256`', max: 20, example: 'sm2-sm3' })
  readonly algorithm!: string;

  @InstantField({ description: 'From when on it is valid' })
  readonly validFrom!: string;

  @InstantField({ description: 'When it ends' })
  readonly validUntil!: string;

  @IntegerField({
    description: 'Whole days until then; below zero when it is past',
    min: -100_000,
    max: 100_000,
    example: 412,
  })
  readonly daysLeft!: number;
}

export class SigningHealthDto {
  @EnumField({
    description: '`degraded`: it ends within 30 days; `down`: what must be signed does not leave',
    values: SIGNER_STATUSES,
    example: 'operational',
  })
  readonly status!: string;

  @EnumField({ description: 'Why it is not operational', values: SIGNER_REASONS, nullable: true, example: null })
  readonly reason!: string | null;

  @ObjectField(() => SigningCertificateDto, { description: 'Null: there is none that can be used', nullable: true })
  readonly certificate!: SigningCertificateDto | null;

  @InstantField({ description: 'When a message of yours was last signed', nullable: true })
  readonly lastSignedAt!: string | null;

  /** @param now real time: certificates know no test clock */
  static from({ status, reason, certificate }: SignerStanding, lastSignedAt: Date | null, now: Date): SigningHealthDto {
    const left = (certificate?.validUntil.getTime() ?? 0) - now.getTime();
    return {
      status,
      reason,
      certificate:
        certificate === null
          ? null
          : {
              ...certificate,
              validFrom: certificate.validFrom.toISOString(),
              validUntil: certificate.validUntil.toISOString(),
              daysLeft: Math.floor(left / DAY_MS),
            },
      lastSignedAt: lastSignedAt?.toISOString() ?? null,
    };
  }
}
