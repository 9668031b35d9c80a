import { type LocalDate } from '../../kernel/local-date.js';
import { type CertificateState } from './agency-certificate-status.js';

/** What the bureau says of what it was sent about a certificate. */
export interface CertificateNews {
  readonly kind: 'application' | 'voidance';
  /** `granted`: issued, or void. */
  readonly status: 'received' | 'granted' | 'refused';
  /** Our own reference of the message. */
  readonly reference: string;
  /** The bureau's number of an application; null of a voidance. */
  readonly applicationNumber: string | null;
  /** Of what is issued. */
  readonly certificateNumber: string | null;
  readonly issuedOn: LocalDate | null;
  readonly reason: string | null;
}

export type CertificateStep = 'send' | 'issue' | 'refuse' | 'confirm_void' | 'refuse_void';

/**
 * The steps that news mean to a certificate, the first first. They come late, twice and out of order: a certificate only ever goes
 * forward, and what it must have passed is made up for; what is known already means nothing.
 */
export function certificateSteps(
  state: CertificateState,
  { kind, status }: CertificateNews,
): readonly CertificateStep[] {
  if (kind === 'voidance') {
    if (state !== 'voiding' || status === 'received') return [];
    return [status === 'granted' ? 'confirm_void' : 'refuse_void'];
  }
  const isNew = state === 'queued';
  if (!isNew && state !== 'applied') return [];
  if (status === 'refused') return ['refuse'];
  const sent: readonly CertificateStep[] = isNew ? ['send'] : [];
  return status === 'granted' ? [...sent, 'issue'] : sent;
}
