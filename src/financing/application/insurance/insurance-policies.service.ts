import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { checkTerms, type CoverTerms } from '../../domain/insurance/cover-terms.js';
import { PolicyExistsError } from '../../domain/insurance/insurance.errors.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { InsurancePolicy } from '../../entities/insurance-policy.entity.js';
import { EXPIRE_INSURANCE_POLICY } from '../../jobs/insurance/insurance.job.js';

export interface NewPolicy {
  readonly sellerId: string;
  readonly insurer: string;
  readonly policyNumber: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly declaresItself: boolean;
  readonly terms: CoverTerms;
}

/** Policies of sellers with their insurers, as the papers say. */
@Injectable()
export class InsurancePolicies {
  constructor(private readonly parties: Parties) {}

  /** @throws InvalidInputError naming every fault; PolicyExistsError */
  async enter(tx: Tx, wanted: NewPolicy): Promise<InsurancePolicy> {
    checkTerms(wanted.terms, wanted);
    const check = new InputCheck();
    const seller = await this.parties.find(tx, wanted.sellerId);
    check.that(seller?.kind === 'seller', '/sellerId', 'unknown', SAY.unknown_party);
    check.done();
    const policy = InsurancePolicy.enter({ ...wanted, tenantId: tx.tenantId, id: newId() }, tx.now);
    const { id, policyNumber, insurer, validFrom, validTo } = policy;
    try {
      await tx.insert(InsurancePolicy, policy);
    } catch (error) {
      if (!violates(error, 'uq_insurance_policy_number')) throw error;
      throw new PolicyExistsError(SAY.policy_exists({ number: policyNumber }));
    }
    publish(tx, {
      type: 'financing.insurance_policy.entered',
      resource: { type: 'insurancePolicy', id },
      creates: true,
      data: { sellerId: publicId('party', policy.sellerId), policyNumber, insurer, validFrom, validTo },
    });
    const dueAt = new Date(`${addDays(validTo, 1)}T00:00:00+08:00`);
    enqueue(tx, EXPIRE_INSURANCE_POLICY, { policyId: id }, { dueAt });
    audit(tx, {
      ...{ action: 'financing.insurance_policy.enter', resourceType: 'insurancePolicy', resourceId: id },
      details: { policyNumber, insurer, validFrom, validTo, terms: policy.terms },
    });
    return policy;
  }

  /** Its last day is over. */
  async lapse(tx: Tx, id: string): Promise<void> {
    const { sellerId, policyNumber, validTo } = await this.get(tx, id);
    publish(tx, {
      type: 'financing.insurance_policy.lapsed',
      resource: { type: 'insurancePolicy', id },
      data: { sellerId: publicId('party', sellerId), policyNumber, validTo },
    });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<InsurancePolicy> {
    const policy = await view.find(InsurancePolicy, id);
    if (policy === null) throw new ResourceNotFoundError(SAY.no_such_policy);
    return policy;
  }

  list(view: View, query: PageQuery, sellerUuid: string | undefined): Promise<Page<InsurancePolicy>> {
    const conditions = equal('seller_id', sellerUuid);
    return entityPage(view, InsurancePolicy, { table: 'financing.insurance_policy', query, conditions });
  }
}
