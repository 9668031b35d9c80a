import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Tx, type Versioned } from '../../platform/database/session.js';
import { type Company, type ExportAgreement } from '../domain/agency-certificate.js';
import {
  CERTIFICATE,
  CERTIFICATE_STATES,
  type CertificateCommand,
  certificatePatienceMs,
  type CertificateState,
} from '../domain/agency-certificate-status.js';

type Moment = Pick<Tx, 'now' | 'livemode'>;

interface NewCertificate {
  readonly tenantId: string;
  readonly id: string;
  readonly orderId: string;
  readonly orderReference: string;
  readonly agent: Company;
  readonly principal: Company;
  readonly agreement: ExportAgreement;
  readonly applyBy: LocalDate;
  readonly replacesId: string | null;
}

/** 代理出口货物证明: with it a principal claims the refund of what an agent has exported for it. */
@Entity({ schema: 'tax_refund', name: 'agency_certificate' })
@Check('ck_agency_certificate_state', oneOf('state', CERTIFICATE_STATES))
export class AgencyCertificate implements Versioned {
  @TenantKey('agency_certificate')
  readonly tenantId!: string;

  @TenantKey('agency_certificate')
  readonly id!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('text')
  readonly orderReference!: string;

  @Column('jsonb')
  readonly agent!: Company;

  @Column('jsonb')
  readonly principal!: Company;

  @Column('jsonb')
  readonly agreement!: ExportAgreement;

  /** The last day for the application: of its earliest export. */
  @Column('date')
  readonly applyBy!: LocalDate;

  /** The one that was voided before (补办). */
  @Column('uuid', { nullable: true })
  readonly replacesId!: string | null;

  @Column('text')
  readonly state!: CertificateState;

  /** Counts the applications; 0 before the first. */
  @Column('integer')
  readonly attempt!: number;

  @Column('integer')
  readonly voidAttempt!: number;

  @Column('text', { nullable: true })
  readonly applicationNumber!: string | null;

  /** The day on which the bureau had the application, in China. */
  @Column('date', { nullable: true })
  readonly appliedOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly certificateNumber!: string | null;

  @Column('date', { nullable: true })
  readonly issuedOn!: LocalDate | null;

  /** Why the bureau refused it, or refused to void it; why it was abandoned. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** Why it is to be void, in the words of who said it. */
  @Column('text', { nullable: true })
  readonly voidReason!: string | null;

  @Column('integer')
  readonly asks!: number;

  /** When the bureau is asked, if nothing has come; null where it is not waited for. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static draft(given: NewCertificate, now: Date): AgencyCertificate {
    return Object.assign(new AgencyCertificate(), {
      ...given,
      ...{ state: 'drafted' as const, attempt: 0, voidAttempt: 0, applicationNumber: null, appliedOn: null },
      ...{ certificateNumber: null, issuedOn: null, reason: null, voidReason: null, asks: 0, expectedBy: null },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  /** A new attempt, with a reference of its own. */
  apply(moment: Moment): void {
    const fresh = { applicationNumber: null, appliedOn: null, reason: null };
    this.become('apply', { ...fresh, attempt: this.attempt + 1 }, moment);
  }

  send(applicationNumber: string, appliedOn: LocalDate, moment: Moment): void {
    this.become('send', { applicationNumber, appliedOn }, moment);
  }

  /** The bureau never had it after all. */
  resend(moment: Moment): void {
    this.become('resend', { applicationNumber: null, appliedOn: null }, moment);
  }

  issue(certificateNumber: string, issuedOn: LocalDate, moment: Moment): void {
    this.become('issue', { certificateNumber, issuedOn }, moment);
  }

  refuse(reason: string, moment: Moment): void {
    this.become('refuse', { reason, appliedOn: null }, moment);
  }

  void(voidReason: string, moment: Moment): void {
    this.become('void', { voidReason, reason: null, voidAttempt: this.voidAttempt + 1 }, moment);
  }

  confirmVoid(moment: Moment): void {
    this.become('confirm_void', {}, moment);
  }

  refuseVoid(reason: string, moment: Moment): void {
    this.become('refuse_void', { reason }, moment);
  }

  abandon(reason: string, moment: Moment): void {
    this.become('abandon', { reason }, moment);
  }

  /** Nothing came: wait again, longer. */
  waitLonger(moment: Moment): void {
    const asks = this.asks + 1;
    Object.assign(this, { asks, expectedBy: askAt(this.state, asks, moment), updatedAt: moment.now });
  }

  private become(command: CertificateCommand, changes: object, moment: Moment): void {
    const state = CERTIFICATE.next(this.state, command);
    Object.assign(this, { ...changes, state, asks: 0, expectedBy: askAt(state, 0, moment), updatedAt: moment.now });
  }
}

function askAt(state: CertificateState, asks: number, { now, livemode }: Moment): Date | null {
  const patience = certificatePatienceMs(state, asks, livemode);
  return patience === null ? null : new Date(now.getTime() + patience);
}
