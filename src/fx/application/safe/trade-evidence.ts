import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { equal, type DatedPageQuery, page, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { SecondPersonNeededError } from '../../domain/safe/safe.errors.js';
import { SAY } from '../../domain/safe/safe.sentences.js';
import { type EvidenceKind } from '../../domain/safe/trade-background.js';
import { type EnterpriseClass } from '../../domain/safe/trade-credit-reports.js';
import { CLASS_FACT, type ClassFact, findClass, insertClass } from '../../entities/enterprise-classes.table.js';
import { Receivable } from '../../entities/receivable.entity.js';
import { TradeCheck } from '../../entities/trade-check.entity.js';
import { lockAccounts } from '../collections/collection-rows.js';
import { FundReviews } from './fund-reviews.js';
import { TradeChecks } from './trade-checks.js';

export interface NewEvidence {
  readonly kind: EvidenceKind;
  readonly number: string;
  readonly note?: string | undefined;
}

export interface StatedClass {
  readonly partyId: string;
  readonly enterpriseClass: EnterpriseClass;
  readonly directoryNumber: string | null;
  readonly isSmallSeller: boolean;
  readonly quota: MoneyJson | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
}

const OPEN_CHECKS = `
  SELECT order_id AS "orderId" FROM fx.trade_check
  WHERE tenant_id = $1 AND party_id = $2 AND state IN ('doubtful', 'blocked') ORDER BY order_id LIMIT 200`;

/** What people say of sellers and orders: classes, papers, and that they are enough. */
@Injectable()
export class TradeEvidence {
  constructor(
    private readonly checks: TradeChecks,
    private readonly reviews: FundReviews,
    private readonly parties: Parties,
  ) {}

  /** Records how SAFE classes a seller; orders that waited for it are looked at anew. @throws InvalidInputError */
  async classify(tx: Tx, stated: StatedClass): Promise<ClassFact> {
    const check = new InputCheck();
    const isSeller = (await this.parties.byIds(tx, [stated.partyId])).has(stated.partyId);
    check.that(isSeller, '/sellerId', 'unknown', SAY.no_such_seller);
    const { validFrom, validTo } = stated;
    check.that(validTo === null || validTo >= validFrom, '/validTo', 'before_start', SAY.period_turned);
    check.done();
    const id = newId();
    await insertClass(tx, { ...stated, id });
    const fact = await this.fact(tx, id);
    const { partyId, enterpriseClass } = fact;
    publish(tx, {
      type: 'fx.enterprise_class.recorded',
      resource: { type: 'enterpriseClass', id },
      creates: true,
      data: { enterpriseClass, validFrom, validTo },
    });
    audit(tx, {
      action: 'enterprise_class.recorded',
      resourceType: 'enterpriseClass',
      resourceId: id,
      to: enterpriseClass,
    });
    await this.judgeAll(tx, partyId);
    return fact;
  }

  /** @throws ResourceNotFoundError */
  async fact(view: View, id: string): Promise<ClassFact> {
    const fact = await findClass(view, id);
    if (fact === null) throw new ResourceNotFoundError(SAY.no_such_class);
    return fact;
  }

  facts(view: View, query: DatedPageQuery, partyId: string | undefined): Promise<Page<ClassFact>> {
    const conditions = equal('party_id', partyId);
    return page<ClassFact>(view, { table: 'fx.enterprise_class', columns: CLASS_FACT, query, conditions });
  }

  /** A paper is brought; the trade is looked at anew. @throws ResourceNotFoundError, StaleVersionError */
  async bring(tx: Tx, id: string, { kind, number, note }: NewEvidence): Promise<TradeCheck> {
    const { check, receivable } = await this.lock(tx, id);
    const evidence = { kind, number, note: note ?? null, by: tx.caller.actor, at: tx.now.toISOString() };
    check.bring(evidence, tx.now);
    await tx.store(TradeCheck, check);
    const resource = { resourceType: 'tradeCheck', resourceId: id };
    audit(tx, {
      action: 'trade_check.evidence',
      ...resource,
      from: check.state,
      to: check.state,
      details: { kind, number },
    });
    return this.reviews.judge(tx, receivable);
  }

  /**
   * A second person takes the papers for enough; the money may be used.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, SecondPersonNeededError
   */
  async accept(tx: Tx, id: string, reason: string): Promise<TradeCheck> {
    const { check, receivable } = await this.lock(tx, id);
    const { actor } = tx.caller;
    if (check.evidence.length === 0) throw new SecondPersonNeededError(SAY.no_evidence);
    if (check.evidence.some(({ by }) => by === actor)) throw new SecondPersonNeededError(SAY.same_person);
    const from = check.state;
    check.accept({ by: actor, at: tx.now.toISOString(), reason }, tx.now);
    await tx.store(TradeCheck, check);
    this.checks.announce(tx, check, from);
    await this.reviews.free(tx, [receivable]);
    return check;
  }

  private async judgeAll(tx: Tx, partyId: string): Promise<void> {
    // Who holds several debts of a seller holds its accounts first, as everybody does.
    await lockAccounts(tx, { partyIds: [partyId] });
    const found: Receivable[] = [];
    for (const { orderId } of await tx.query<{ orderId: string }>(OPEN_CHECKS, [tx.tenantId, partyId])) {
      const receivable = await tx.lock(Receivable, orderId);
      if (receivable !== null) found.push(receivable);
    }
    for (const ofCurrency of Map.groupBy(found, ({ expected }) => expected.currency).values()) {
      await this.reviews.judgeAll(tx, ofCurrency);
    }
  }

  /** The debt before its check, as everybody takes them. */
  private async lock(tx: Tx, id: string): Promise<{ check: TradeCheck; receivable: Receivable }> {
    const { orderId } = await this.checks.get(tx, id);
    const receivable = await tx.lock(Receivable, orderId);
    const check = await tx.lock(TradeCheck, id);
    if (receivable === null || check === null) throw new ResourceNotFoundError(SAY.no_such_check);
    tx.assertFresh(check);
    return { check, receivable };
  }
}
