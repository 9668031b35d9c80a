import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/safe/safe.sentences.js';
import { TradeCheckOpenError } from '../../domain/safe/safe.errors.js';
import { tradeBackground, type TradeFacts } from '../../domain/safe/trade-background.js';
import { readSettings } from '../../entities/currency-control.table.js';
import { type DeclaredExport, exportsOfOrders } from '../../entities/declared-exports.table.js';
import { type ClassFact, classOn, quotaOf, usedOf } from '../../entities/enterprise-classes.table.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { TradeCheck } from '../../entities/trade-check.entity.js';
import { SmallSellers } from './small-sellers.js';

export interface TradeCheckFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
}

/** Each order is looked up by itself: of a list, a tenant's rows would all be read wherever they are thought to be few. */
const OF_ORDERS = `
  SELECT c.* FROM unnest($2::uuid[]) AS o (id) CROSS JOIN LATERAL (
    SELECT * FROM fx.trade_check WHERE tenant_id = $1 AND order_id = o.id LIMIT 1) AS c`;
const PAID_ON = `
  SELECT o.id AS "orderId", paid.day::text AS day FROM unnest($2::uuid[]) AS o (id) CROSS JOIN LATERAL (
    SELECT max(c.booked_on) AS day FROM fx.allocation a
    JOIN fx.collection c ON c.tenant_id = a.tenant_id AND c.id = a.collection_id
    WHERE a.tenant_id = $1 AND a.order_id = o.id AND a.undone_at IS NULL) AS paid`;
const NEWS = { passed: 'passed', doubtful: 'doubted', blocked: 'blocked', accepted: 'accepted' } as const;

/** Whether the money of orders has trades behind it. One check for each order; who holds its receivable looks at it. */
@Injectable()
export class TradeChecks {
  constructor(private readonly smallSellers: SmallSellers) {}

  /**
   * Looks at all facts anew. A first look that finds nothing is told to nobody.
   * @param receivable locked
   */
  async judge(tx: Tx, receivable: Receivable): Promise<TradeCheck> {
    const [check] = await this.judgeAll(tx, [receivable]);
    if (check === undefined) throw new Error('One looked at, none judged');
    return check;
  }

  /**
   * Several at once, in a handful of statements however many they are.
   * @param receivables of one seller, locked
   * @returns in their order
   */
  async judgeAll(tx: Tx, receivables: readonly Receivable[]): Promise<TradeCheck[]> {
    const known = await this.ofOrders(
      tx,
      receivables.map(({ id }) => id),
    );
    const checks = receivables.map((receivable) => known.get(receivable.id) ?? firstLook(tx, receivable));
    const facts = await this.factsOf(tx, receivables, checks);
    for (const [index, check] of checks.entries()) {
      const seen = facts[index];
      if (seen === undefined) throw new Error('A check without facts');
      const from = check.state;
      const { received, enterpriseClass } = seen;
      check.judge(tradeBackground(seen), { received, enterpriseClass, now: tx.now });
      if (check.state !== from) this.announce(tx, check, from);
    }
    await tx.insertAll(
      TradeCheck,
      checks.filter(({ orderId }) => !known.has(orderId)),
    );
    await tx.storeAll(
      TradeCheck,
      checks.filter(({ orderId }) => known.has(orderId)),
    );
    return checks;
  }

  /** Whether the money of an order may be used, as it was judged last. */
  async isOpen(tx: Tx, receivable: Receivable): Promise<boolean> {
    return ((await this.ofOrder(tx, receivable.id)) ?? (await this.judge(tx, receivable))).isOpen;
  }

  /**
   * Of an order whose money is to be used.
   * @throws TradeCheckOpenError
   */
  async require(tx: Tx, receivable: Receivable): Promise<void> {
    const check = await this.judge(tx, receivable);
    if (check.isOpen) return;
    const { id, state, findings } = check;
    throw new TradeCheckOpenError(SAY.check_open({ state }), {
      tradeCheckId: publicId('tradeCheck', id),
      state,
      findings: findings.map(({ code }) => code),
    });
  }

  async ofOrder(view: View, orderId: string): Promise<TradeCheck | null> {
    return view.manager.findOneBy(TradeCheck, { tenantId: view.tenantId, orderId });
  }

  private async ofOrders(view: View, orderIds: readonly string[]): Promise<ReadonlyMap<string, TradeCheck>> {
    const found = await view.entities(TradeCheck, OF_ORDERS, [view.tenantId, orderIds]);
    return new Map(found.map((check) => [check.orderId, check]));
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<TradeCheck> {
    const check = await view.find(TradeCheck, id);
    if (check === null) throw new ResourceNotFoundError(SAY.no_such_check);
    return check;
  }

  list(view: View, query: DatedPageQuery, { state, partyId, orderId }: TradeCheckFilter): Promise<Page<TradeCheck>> {
    const conditions = [...among('state', state), ...equal('party_id', partyId), ...equal('order_id', orderId)];
    return entityPage(view, TradeCheck, { table: 'fx.trade_check', query, conditions });
  }

  announce(tx: Tx, check: TradeCheck, from: string | null): void {
    const { id, orderId, state, findings } = check;
    publish(tx, {
      type: `fx.trade_check.${NEWS[state]}`,
      resource: { type: 'tradeCheck', id },
      orderId,
      changed: ['state', 'findings'],
      data: { findings: findings.filter(({ weight }) => weight !== 'note').map(({ code }) => code) },
    });
    audit(tx, { action: `trade_check.${NEWS[state]}`, resourceType: 'tradeCheck', resourceId: id, from, to: state });
  }

  /** In the order of the receivables. */
  private async factsOf(
    tx: Tx,
    receivables: readonly Receivable[],
    checks: readonly TradeCheck[],
  ): Promise<TradeFacts[]> {
    const [first] = receivables;
    if (first === undefined) return [];
    const { partyId } = first;
    const { currency } = first.expected;
    const on = dateInZone(tx.now, CHINA);
    const fact = await classOn(tx, partyId, on);
    const enterpriseClass = fact?.enterpriseClass ?? 'A';
    const { directory } = await readSettings(tx);
    const isInDirectory = await this.isInDirectory(tx, fact, on);
    const quota = enterpriseClass === 'B' && fact !== null ? await this.quotaOf(tx, fact, currency) : null;
    const ids = receivables.map(({ id }) => id);
    const exported = await exportsOfOrders(tx, ids);
    const paid = await tx.query<{ orderId: string; day: LocalDate | null }>(PAID_ON, [tx.tenantId, ids]);
    const paidOn = new Map(paid.map(({ orderId, day }) => [orderId, day]));
    return receivables.map(({ id, expected, received }, index) => {
      const exports = (exported.get(id) ?? []).filter(({ isVoid }) => !isVoid);
      return {
        ...{ enterpriseClass, directory, received, ordered: expected, on, paidOn: paidOn.get(id) ?? on },
        ...{ isInDirectory, quota, evidence: checks[index]?.evidenceKinds ?? [] },
        declared: declaredOf(exports, expected.currency),
        exportedOn: exports[0]?.exportDate ?? null,
      };
    });
  }

  /** Those who trade small amounts need no registration while the year's trade is small. */
  private async isInDirectory(view: View, fact: ClassFact | null, on: LocalDate): Promise<boolean> {
    if (fact === null) return false;
    if (fact.directoryNumber !== null) return true;
    return fact.isSmallSeller && (await this.smallSellers.isExempt(view, fact.partyId, on));
  }

  private async quotaOf(view: View, fact: ClassFact, currency: Money['currency']): Promise<TradeFacts['quota']> {
    const allowed = quotaOf(fact);
    if (allowed?.currency !== currency) return null;
    return { allowed, used: await usedOf(view, fact, currency) };
  }
}

/** Of all declarations of an order; null until all of them are closed. */
function declaredOf(exports: readonly DeclaredExport[], currency: Money['currency']): Money | null {
  const ofCurrency = exports.filter(({ total }) => total.currency === currency);
  const parts = Math.max(0, ...ofCurrency.map((each) => each.parts));
  if (parts === 0 || ofCurrency.length < parts) return null;
  return Money.sum(
    ofCurrency.map(({ total }) => total),
    currency,
  );
}

function firstLook({ tenantId, now }: Tx, { id: orderId, partyId, received }: Receivable): TradeCheck {
  return TradeCheck.of({ tenantId, id: newId(), orderId, partyId, received, now });
}
