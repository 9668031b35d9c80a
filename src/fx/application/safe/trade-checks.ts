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
import { type DeclaredExport, exportsOf } from '../../entities/declared-exports.table.js';
import { type ClassFact, classOn, quotaOf, usedOf } from '../../entities/enterprise-classes.table.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { TradeCheck } from '../../entities/trade-check.entity.js';
import { SmallSellers } from './small-sellers.js';

export interface TradeCheckFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
}

const PAID_ON = `
  SELECT max(c.booked_on)::text AS day FROM fx.allocation a
  JOIN fx.collection c ON c.tenant_id = a.tenant_id AND c.id = a.collection_id
  WHERE a.tenant_id = $1 AND a.order_id = $2`;
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
    const known = await this.ofOrder(tx, receivable.id);
    const { id: orderId, partyId, received } = receivable;
    const check =
      known ?? TradeCheck.of({ tenantId: tx.tenantId, id: newId(), orderId, partyId, received, now: tx.now });
    const from = check.state;
    const facts = await this.factsOf(tx, receivable, check);
    check.judge(tradeBackground(facts), { received, enterpriseClass: facts.enterpriseClass, now: tx.now });
    if (known === null) await tx.insert(TradeCheck, check);
    else await tx.store(TradeCheck, check);
    if (check.state !== from) this.announce(tx, check, from);
    return check;
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

  private async factsOf(tx: Tx, receivable: Receivable, check: TradeCheck): Promise<TradeFacts> {
    const { id: orderId, partyId, expected, received } = receivable;
    const on = dateInZone(tx.now, CHINA);
    const fact = await classOn(tx, partyId, on);
    const enterpriseClass = fact?.enterpriseClass ?? 'A';
    const { directory } = await readSettings(tx);
    const exports = (await exportsOf(tx, orderId)).filter(({ isVoid }) => !isVoid);
    const [paid] = await tx.query<{ day: LocalDate | null }>(PAID_ON, [tx.tenantId, orderId]);
    return {
      ...{ enterpriseClass, directory, received, ordered: expected, on, paidOn: paid?.day ?? on },
      isInDirectory: await this.isInDirectory(tx, fact, on),
      declared: declaredOf(exports, expected.currency),
      exportedOn: exports[0]?.exportDate ?? null,
      quota: enterpriseClass === 'B' && fact !== null ? await this.quotaOf(tx, fact, expected.currency) : null,
      evidence: check.evidenceKinds,
    };
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
