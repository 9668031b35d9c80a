import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type AuditRecord, AuditLog } from '../../platform/audit/audit-log.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/broker-mandate.sentences.js';
import { BrokerMandate } from '../entities/broker-mandate.entity.js';

export interface MandateFilter {
  readonly state: string | undefined;
  readonly sellerId: string | undefined;
  readonly orderId: string | undefined;
  readonly agreementNumber: string | undefined;
}

/** What callers may look at. */
@Injectable()
export class BrokerMandateReader {
  private readonly audit = new AuditLog();

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<BrokerMandate> {
    const mandate = await view.find(BrokerMandate, id);
    if (mandate === null) throw new ResourceNotFoundError(SAY.no_such_mandate);
    return mandate;
  }

  list(view: View, query: PageQuery, filter: MandateFilter): Promise<Page<BrokerMandate>> {
    const conditions = [
      ...among('state', filter.state),
      ...equal('seller_id', filter.sellerId),
      ...equal('order_id', filter.orderId),
      ...equal('agreement_number', filter.agreementNumber),
    ];
    return entityPage(view, BrokerMandate, { table: 'customs.broker_mandate', query, conditions });
  }

  /** Every step of it, as the audit has it. @throws ResourceNotFoundError */
  async history(view: View, id: string, query: PageQuery): Promise<Page<AuditRecord>> {
    await this.get(view, id);
    return this.audit.list(view, query, { resourceId: id });
  }
}
