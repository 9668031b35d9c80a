import { Injectable } from '@nestjs/common';

import { type AuditRecord, AuditLog } from '../../platform/audit/audit-log.js';
import { type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/agency.sentences.js';
import { AgencyAgreement } from '../entities/agency-agreement.entity.js';

export interface AgencyFilter {
  readonly state: string | undefined;
  readonly producerId: string | undefined;
  readonly agreementNumber: string | undefined;
}

/** What callers may look at. */
@Injectable()
export class AgencyReader {
  private readonly audit = new AuditLog();

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<AgencyAgreement> {
    const agreement = await view.find(AgencyAgreement, id);
    if (agreement === null) throw new ResourceNotFoundError(SAY.no_such_agreement);
    return agreement;
  }

  list(view: View, query: PageQuery, filter: AgencyFilter): Promise<Page<AgencyAgreement>> {
    const conditions = [
      ...among('state', filter.state),
      ...equal('producer_id', filter.producerId),
      ...equal('agreement_number', filter.agreementNumber),
    ];
    return entityPage(view, AgencyAgreement, { table: 'tax_refund.agency_agreement', query, conditions });
  }

  /** Every step of it, as the audit has it. @throws ResourceNotFoundError */
  async history(view: View, id: string, query: PageQuery): Promise<Page<AuditRecord>> {
    await this.get(view, id);
    return this.audit.list(view, query, { resourceId: id });
  }
}
