import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals, type GuardedStep } from '../../../approvals/index.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type Money } from '../../../kernel/money.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type LimitLevel, type LimitSubject } from '../../domain/limits/levels.js';
import { CreditLimitExistsError, LimitBelowExposureError } from '../../domain/limits/limit.errors.js';
import { SAY } from '../../domain/limits/limit.sentences.js';
import { checkNames, type LimitNames } from '../../domain/limits/subject.js';
import { SAY as OF_PRODUCTS } from '../../domain/products/product.sentences.js';
import { CreditLimit } from '../../entities/credit-limit.entity.js';
import { GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { readProducts } from '../products/product-book.js';

const SAME = `
  SELECT id FROM financing.credit_limit
  WHERE tenant_id = $1 AND level = $2 AND subject_id IS NOT DISTINCT FROM $3 AND code IS NOT DISTINCT FROM $4 AND currency = $5`;

export interface LimitFilter {
  readonly level?: string | undefined;
  readonly subjectUuid?: string | undefined;
}

/** What somebody has set may be owed, from the whole platform down to one buyer. */
@Injectable()
export class CreditLimits {
  constructor(
    private readonly parties: Parties,
    private readonly approvals: Approvals,
  ) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<CreditLimit> {
    const limit = await view.find(CreditLimit, id);
    if (limit === null) throw new ResourceNotFoundError(SAY.no_such_limit);
    return limit;
  }

  list(view: View, query: PageQuery, { level, subjectUuid }: LimitFilter): Promise<Page<CreditLimit>> {
    const conditions = [...among('level', level), ...equal('subject_id', subjectUuid)];
    return entityPage(view, CreditLimit, { table: 'financing.credit_limit', query, conditions });
  }

  /**
   * Sets a limit where none was set.
   * @throws InvalidInputError, CreditLimitExistsError, LimitBelowExposureError
   */
  async open(tx: Tx, level: LimitLevel, names: LimitNames, limit: Money): Promise<CreditLimit> {
    const subject = await this.subjectOf(tx, level, names);
    const row = (await this.find(tx, subject, limit.currency)) ?? (await this.begin(tx, subject, limit.currency));
    if (row.isSet || row.proposed !== null) throw exists(row.id);
    return this.decide(tx, row, limit);
  }

  /** @throws ResourceNotFoundError, StaleVersionError, LimitBelowExposureError */
  async change(tx: Tx, id: string, limit: Money): Promise<CreditLimit> {
    const row = await tx.lock(CreditLimit, id);
    if (row === null) throw new ResourceNotFoundError(SAY.no_such_limit);
    tx.assertFresh(row);
    return this.decide(tx, row, limit);
  }

  /** A second person was asked, and this came of it. News of an earlier request changes nothing. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const row = await tx.lock(CreditLimit, subjectId);
    const [standing, proposed] = [row?.approval ?? null, row?.proposed ?? null];
    if (row === null || standing?.id !== approvalId || proposed === null) return;
    if (state !== 'approved') {
      row.drop({ ...standing, state, why }, tx.now);
    } else if (row.taken.isMoreThan(proposed)) {
      await this.approvals.dismiss(tx, standing);
      const reason = reasonOf([SAY.changed_meanwhile({ taken: String(row.taken) })]);
      row.drop({ ...standing, state: 'withdrawn', why: reason }, tx.now);
    } else {
      await this.gate(tx, row, proposed);
    }
    await tx.store(CreditLimit, row);
  }

  private async decide(tx: Tx, row: CreditLimit, limit: Money): Promise<CreditLimit> {
    if (row.taken.isMoreThan(limit)) {
      const taken = row.taken.toAmountString();
      throw new LimitBelowExposureError(SAY.below_exposure({ taken: String(row.taken) }), { taken });
    }
    await this.gate(tx, row, limit);
    await tx.store(CreditLimit, row);
    return row;
  }

  private async gate(tx: Tx, row: CreditLimit, limit: Money): Promise<void> {
    const awaited = await this.approvals.gate(tx, stepOf(row, limit));
    if (awaited !== null) {
      row.propose(limit, awaited, tx.now);
      note(tx, row, 'propose', { limit: limit.toJSON() });
      return;
    }
    const before = row.limit;
    row.set(limit, tx.now);
    const { level, reserved, used } = row;
    publish(tx, {
      type: 'financing.limit.changed',
      resource: { type: 'creditLimit', id: row.id },
      changed: ['limit'],
      data: {
        level,
        limit: limit.toJSON(),
        before: before?.toJSON() ?? null,
        reserved: reserved.toJSON(),
        used: used.toJSON(),
      },
    });
    note(tx, row, 'set', { from: before?.toJSON() ?? null, to: limit.toJSON() });
  }

  private async begin(tx: Tx, subject: LimitSubject, currency: string): Promise<CreditLimit> {
    const row = CreditLimit.open({ tenantId: tx.tenantId, id: newId(), currency, now: tx.now }, subject, null);
    try {
      await tx.insert(CreditLimit, row);
    } catch (error) {
      if (!violates(error, 'uq_credit_limit_subject')) throw error;
      throw exists(null);
    }
    return row;
  }

  private async find(tx: Tx, { level, subjectId, code }: LimitSubject, currency: string): Promise<CreditLimit | null> {
    const [found] = await tx.query<{ id: string }>(SAME, [tx.tenantId, level, subjectId, code, currency]);
    return found === undefined ? null : tx.lock(CreditLimit, found.id);
  }

  private async subjectOf(tx: Tx, level: LimitLevel, names: LimitNames): Promise<LimitSubject> {
    const check = new InputCheck();
    checkNames(check, level, names);
    const { lender, groupId, sellerId, product, buyerId } = names;
    for (const [id, at] of [
      [sellerId, '/sellerId'],
      [buyerId, '/buyerId'],
    ] as const) {
      if (id !== undefined) check.that((await this.parties.find(tx, id)) !== null, at, 'unknown', SAY.unknown_seller);
    }
    if (groupId !== undefined) {
      check.that((await tx.find(GuaranteeGroup, groupId)) !== null, '/groupId', 'unknown', SAY.unknown_group);
    }
    const products = lender === undefined && product === undefined ? [] : await readProducts(tx);
    const isLender = lender === undefined || products.some((each) => each.lender.code === lender);
    check.that(isLender, '/lender', 'unknown', SAY.unknown_lender);
    const isProduct = product === undefined || products.some(({ code }) => code === product);
    check.that(isProduct, '/product', 'unknown', OF_PRODUCTS.no_such_product);
    check.done();
    return { level, subjectId: groupId ?? sellerId ?? buyerId ?? null, code: lender ?? product ?? null };
  }
}

function exists(id: string | null): CreditLimitExistsError {
  return new CreditLimitExistsError(SAY.limit_exists, id === null ? {} : { limitId: publicId('creditLimit', id) });
}

/** The setting of a limit, for the gate: what is approved is this limit of this subject. */
function stepOf({ id, level, subjectId, code, taken, approval }: CreditLimit, limit: Money): GuardedStep {
  return {
    ...{ command: 'financing.limit.change', subjectId: id, orderId: null, amount: limit, standing: approval },
    essentials: { level, subjectId, code, limit: limit.toJSON() },
    summary: SAY.approve_limit({ level, limit: String(limit), taken: String(taken) }),
  };
}

function note(tx: Tx, { id, level }: CreditLimit, what: string, details: Readonly<Record<string, unknown>>): void {
  audit(tx, {
    ...{ action: `financing.limit.${what}`, resourceType: 'creditLimit', resourceId: id },
    details: { level, ...details },
  });
}
