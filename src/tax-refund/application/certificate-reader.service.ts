import { Injectable } from '@nestjs/common';

import { type AuditRecord, AuditLog } from '../../platform/audit/audit-log.js';
import { type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type CertifiedLine } from '../domain/agency-certificate.js';
import { SAY } from '../domain/agency-certificate.sentences.js';
import { AgencyCertificate } from '../entities/agency-certificate.entity.js';
import {
  type CertificateMessage,
  certificateMessagesOf,
  certifiedLinesOf,
} from '../entities/agency-certificates.table.js';

export interface CertificateFilter {
  readonly state: string | undefined;
  readonly orderId: string | undefined;
}

/** A certificate with its items and all that was sent about it. */
export interface FullCertificate {
  readonly certificate: AgencyCertificate;
  readonly lines: readonly CertifiedLine[];
  readonly messages: readonly CertificateMessage[];
}

/** What callers may look at. */
@Injectable()
export class CertificateReader {
  private readonly audit = new AuditLog();

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullCertificate> {
    const certificate = await view.find(AgencyCertificate, id);
    if (certificate === null) throw new ResourceNotFoundError(SAY.no_such_certificate);
    const [lines, messages] = await Promise.all([certifiedLinesOf(view, id), certificateMessagesOf(view, id)]);
    return { certificate, lines, messages };
  }

  list(view: View, query: PageQuery, filter: CertificateFilter): Promise<Page<AgencyCertificate>> {
    const conditions = [...among('state', filter.state), ...equal('order_id', filter.orderId)];
    return entityPage(view, AgencyCertificate, { table: 'tax_refund.agency_certificate', query, conditions });
  }

  /** Every step of it, as the audit has it. @throws ResourceNotFoundError */
  async history(view: View, id: string, query: PageQuery): Promise<Page<AuditRecord>> {
    await this.get(view, id);
    return this.audit.list(view, query, { resourceId: id });
  }
}
