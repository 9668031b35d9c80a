import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type AuditRecord, AuditLog } from '../../platform/audit/audit-log.js';
import { type View } from '../../platform/database/session.js';
import { type Condition } from '../../platform/http/condition.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/agency.sentences.js';
import { type Entrusted, entrustedIn, missingConditions } from '../domain/agency-conditions.js';
import { type AgencyCondition } from '../domain/agency-evidence.js';
import { agencyLaw } from '../domain/agency-law.js';
import { agencyStanding, entrustedRefund, tenantTime } from '../entities/agencies.table.js';
import { AgencyAgreement } from '../entities/agency-agreement.entity.js';
import { lacking } from './agency-lacks.js';

export interface AgencyFilter {
  readonly state: string | undefined;
  readonly producerId: string | undefined;
  readonly agreementNumber: string | undefined;
  /** Of these conditions at least one is not shown to be met today. */
  readonly missingEvidence: readonly AgencyCondition[] | undefined;
}

/** How far the conditions of an agreement are shown to be met. */
export interface AgreementStanding {
  readonly agreement: AgencyAgreement;
  readonly missing: readonly AgencyCondition[];
  readonly entrusted: Entrusted;
}

/** What callers may look at. */
@Injectable()
export class AgencyReader {
  private readonly audit = new AuditLog();

  constructor(private readonly clock: Clock) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<AgencyAgreement> {
    const agreement = await view.find(AgencyAgreement, id);
    if (agreement === null) throw new ResourceNotFoundError(SAY.no_such_agreement);
    return agreement;
  }

  async list(view: View, query: PageQuery, filter: AgencyFilter): Promise<Page<AgencyAgreement>> {
    const { missingEvidence } = filter;
    const conditions = [
      ...(missingEvidence === undefined ? [] : [await this.lacking(view, missingEvidence)]),
      ...among('state', filter.state),
      ...equal('producer_id', filter.producerId),
      ...equal('agreement_number', filter.agreementNumber),
    ];
    return entityPage(view, AgencyAgreement, { table: 'tax_refund.agency_agreement', query, conditions });
  }

  /** What the law of the day does not ask for is not missing. */
  private async lacking(view: View, wanted: readonly AgencyCondition[]): Promise<Condition> {
    const day = dateInZone(await tenantTime(view, this.clock.now()), CHINA);
    const asked = agencyLaw(day)?.conditions ?? [];
    return lacking(
      wanted.filter((condition) => asked.includes(condition)),
      day,
    );
  }

  /** Which conditions are shown to be met today, and what the producer has entrusted this year. @throws ResourceNotFoundError */
  async standing(view: View, id: string): Promise<AgreementStanding> {
    const agreement = await this.get(view, id);
    const { now } = await agencyStanding(view, agreement.producerUscc, this.clock.now());
    const day = dateInZone(now, CHINA);
    const year = day.slice(0, 4);
    const refund = await entrustedRefund(view, agreement.producerUscc, year);
    return { agreement, missing: missingConditions(agreement, day), entrusted: entrustedIn(year, refund, day) };
  }

  /** Every step of it, as the audit has it. @throws ResourceNotFoundError */
  async history(view: View, id: string, query: PageQuery): Promise<Page<AuditRecord>> {
    await this.get(view, id);
    return this.audit.list(view, query, { resourceId: id });
  }
}
