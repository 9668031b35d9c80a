import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { wire } from '../../kernel/wire.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { STANDARD_VAT_RATE } from '../domain/claim-figures.js';
import { type DeadlineKind } from '../domain/deadline-kinds.js';
import { type PlannedDeadline, planDeadlines } from '../domain/deadline-plan.js';
import { type DeadlineLook, lookAt } from '../domain/deadline-standing.js';
import { deemedDomesticVat } from '../domain/deemed-domestic.js';
import { evidenceStanding } from '../domain/evidence-documents.js';
import { type ClearedDeclaration } from '../domain/export-facts.js';
import {
  type AtStake,
  type Deadline,
  deadlinesFor,
  deadlinesOf,
  type FiledClaimRow,
  filedClaimsOf,
  forgetDays,
  type NewDeadline,
  promiseDays,
  storeDeadlines,
} from '../entities/deadlines.table.js';
import { documentsOf } from '../entities/evidence.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { TaxPeriod } from '../entities/tax-period.entity.js';
import { PASS_DEADLINES } from '../jobs/tax-refund.job.js';
import { certificateDeadlines } from './certificate-deadlines.js';
import { announceDeadline } from './deadline-news.js';

/** As many are looked at in one transaction; what is left has its own turn. */
const LOOKS_MAX = 500;

/** The clocks of exports: started, stopped and set by the facts, and told of as time passes. */
@Injectable()
export class Deadlines {
  constructor(private readonly orders: OrderBook) {}

  /** Works the clocks of an order out anew, as its facts stand now. */
  async follow(tx: Tx, orderId: string): Promise<void> {
    const refundCase = await tx.find(RefundCase, orderId);
    const known = await deadlinesOf(tx, orderId);
    const today = dateInZone(tx.now, CHINA);
    if (refundCase === null) {
      await this.set(tx, known, await certificateDeadlines(tx, orderId), today);
      return;
    }
    if (refundCase.declarations.length === 0 && known.length === 0) return;
    const [order, claims] = await Promise.all([this.orders.snapshot(tx, orderId), filedClaimsOf(tx, orderId)]);
    const wanted =
      refundCase.state === 'closed' ? [] : await this.planned(tx, { refundCase, order, claims, known, today });
    await this.set(tx, known, wanted, today);
  }

  /** Sets the clocks as they are wanted now; what is not wanted any more is void. */
  private async set(
    tx: Tx,
    known: readonly Deadline[],
    wanted: readonly NewDeadline[],
    today: LocalDate,
  ): Promise<void> {
    const changed = wanted.flatMap((one) => {
      const before = known.find((each) => each.entryNumber === one.entryNumber && each.kind === one.kind) ?? null;
      return this.look(tx, one, before, today) ?? [];
    });
    const gone = known.filter(({ entryNumber, kind, state }) => {
      const isWanted = wanted.some((one) => one.entryNumber === entryNumber && one.kind === kind);
      return !isWanted && state !== 'void' && state !== 'deemed_domestic';
    });
    await this.store(tx, [...changed, ...gone.map((one) => ({ ...one, state: 'void' as const, nextOn: null }))]);
  }

  /** Looks at everything that a day is the day for, by the tenant's clock. */
  async pass(tx: Tx, day: LocalDate): Promise<void> {
    const today = dateInZone(tx.now, CHINA);
    const due = await deadlinesFor(tx, today, LOOKS_MAX);
    await this.store(
      tx,
      due.flatMap((one) => this.look(tx, one, one, today) ?? []),
    );
    if (due.length === LOOKS_MAX) enqueue(tx, PASS_DEADLINES, { day });
    else await forgetDays(tx, today);
  }

  /** Tells what is new of it. @returns null where nothing has changed */
  private look(tx: Tx, wanted: NewDeadline, before: Deadline | null, today: LocalDate): Deadline | null {
    const { standing, news }: DeadlineLook = lookAt(wanted, before, today);
    const { createdAt = tx.now, version = 0, id = newId() } = before ?? {};
    const next: Deadline = { ...wanted, ...standing, id, createdAt, updatedAt: tx.now, version: version + 1 };
    if (before !== null && isSame(next, before)) return null;
    for (const one of news) announceDeadline(tx, next, one, today, before?.state ?? null);
    return next;
  }

  private async store(tx: Tx, deadlines: readonly Deadline[]): Promise<void> {
    await storeDeadlines(tx, deadlines);
    const days = deadlines.flatMap(({ nextOn }) => nextOn ?? []);
    for (const day of await promiseDays(tx, days)) {
      enqueue(tx, PASS_DEADLINES, { day }, { dueAt: new Date(`${day}T00:00:00+08:00`) });
    }
  }

  private async planned(tx: Tx, { refundCase, order, claims, known, today }: Known): Promise<NewDeadline[]> {
    const all: NewDeadline[] = [];
    // The day on which it was first known counts.
    const metBefore = (kind: DeadlineKind): LocalDate => known.find((one) => one.kind === kind)?.metOn ?? today;
    const documents = await documentsOf(tx, refundCase.id);
    const { completeOn } = evidenceStanding(
      documents.map(({ kind, createdAt }) => ({ kind, addedOn: dateInZone(createdAt, CHINA) })),
    );
    for (const declaration of refundCase.declarations) {
      const { entryNumber, exportDate } = declaration;
      const claim = claims.find(({ entryNumbers }) => entryNumbers.includes(entryNumber)) ?? null;
      const atStake = await atStakeOf(tx, refundCase, order, declaration);
      const plan = planDeadlines({
        exportDate,
        contractFinalCollection: null,
        collectedOn: refundCase.collection === null ? null : metBefore('collection'),
        filedOn: claim === null ? null : dateInZone(claim.filedAt, CHINA),
        documentedOn: completeOn,
        advancedOn: dayOf(claim?.advancedAt),
        settledOn: dayOf(claim?.settledAt),
      });
      all.push(...plan.map((one) => newDeadline(refundCase, entryNumber, claim, one, atStake)));
    }
    return all;
  }
}

function dayOf(instant: Date | null | undefined): LocalDate | null {
  return instant == null ? null : dateInZone(instant, CHINA);
}

/** All that the clocks of an order are worked out from. */
interface Known {
  readonly refundCase: RefundCase;
  readonly order: OrderSnapshot;
  readonly claims: readonly FiledClaimRow[];
  readonly known: readonly Deadline[];
  readonly today: LocalDate;
}

function newDeadline(
  { id, orderReference, sellerId }: RefundCase,
  entryNumber: string,
  claim: FiledClaimRow | null,
  { kind, dueOn, metOn, source }: PlannedDeadline,
  atStake: AtStake,
): NewDeadline {
  const about = { orderId: id, orderReference, sellerId, claimId: claim?.id ?? null, entryNumber };
  return { ...about, kind, dueOn, metOn, source, atStake: kind === 'thirty_six_months' ? atStake : null };
}

function isSame(left: Deadline, right: Deadline): boolean {
  const facts = ({ claimId, dueOn, state, metOn, alerted, nextOn, source, atStake }: Deadline): unknown[] => [
    ...[claimId, dueOn, state, metOn, alerted, nextOn, source],
    atStake?.outputVat.amount ?? null,
  ];
  return JSON.stringify(facts(left)) === JSON.stringify(facts(right));
}

/** At the rate of the tax period where there is one; else at the one the order was planned with, and it says so. */
async function atStakeOf(
  tx: Tx,
  { sellerId }: RefundCase,
  order: OrderSnapshot,
  { exportDate, fob, items }: ClearedDeclaration,
): Promise<AtStake> {
  const { currency } = fob;
  const period = exportDate.slice(0, 7).replace('-', '');
  const kept = await tx.manager.findOneBy(TaxPeriod, { tenantId: tx.tenantId, sellerId, period });
  const ofPeriod = kept?.fxRates.find((rate) => rate.currency === currency)?.rate;
  const fxRate = currency === 'CNY' ? null : (ofPeriod ?? order.fx.planRate);
  const result = deemedDomesticVat(
    items.map((item) => {
      const line = order.lines.find(({ id }) => id === item.orderLineId);
      const vatRate = line?.purchase == null ? STANDARD_VAT_RATE : new Decimal(line.purchase.vatRate);
      return { fob: Money.fromJSON(item.fob), vatRate, fxRate: fxRate === null ? undefined : new Decimal(fxRate) };
    }),
    exportDate,
  );
  const fxSource = fxRate === null ? null : ofPeriod === undefined ? 'order_plan' : 'tax_period';
  const { outputVat, fobCny, rule, steps } = result;
  return wire({ outputVat, fobCny, fxRate, fxSource, rule, steps });
}
