import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { dayBasisOf } from '../../../kernel/day-basis.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, earlierOf, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue } from '../../../platform/outbox/outbox.js';
import { CurveStaleError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { type ForwardTermsRule } from '../../domain/forwards/forward-terms.js';
import { assertCurve, type Curve, findingsOf } from '../../domain/forwards/interest-curve.js';
import { InterestCurve } from '../../entities/interest-curve.entity.js';
import { refreshCurves } from '../../jobs/forward.job.js';
import { type BankCurve } from '../../partners/forward-desk.port.js';

/** A curve as somebody gives it. */
export type GivenCurve = Omit<Curve, 'dayBasis'> & { readonly dayBasis?: Curve['dayBasis'] | undefined };

const LATEST = `
  SELECT id FROM fx.interest_curve
  WHERE tenant_id = $1 AND currency = $2 AND as_of <= $3 AND created_at >= $4
  ORDER BY as_of DESC, id DESC LIMIT 1`;
const KNOWN = `
  SELECT DISTINCT ON (currency) id FROM fx.interest_curve
  WHERE tenant_id = $1 AND currency = ANY($2::text[]) AND as_of <= $3
  ORDER BY currency, as_of DESC, id DESC`;
/** One request in five seconds, of the machine's own clock, however many ask. */
const REQUEST = `
  INSERT INTO fx.curve_request (tenant_id, requested_at) VALUES ($1, now())
  ON CONFLICT (tenant_id) DO UPDATE SET requested_at = now()
    WHERE fx.curve_request.requested_at < now() - interval '5 seconds'
  RETURNING tenant_id`;
const FOREVER = new Date(0);

/** What money costs by its time, in each currency: given by people, or by the bank for guidance. */
@Injectable()
export class Curves {
  /** Takes a curve in, with what is odd about it. @throws InvalidInputError */
  async take(tx: Tx, given: GivenCurve): Promise<InterestCurve> {
    const today = dateInZone(tx.now, CHINA);
    assertCurve(given, today);
    const curve = { ...given, dayBasis: given.dayBasis ?? dayBasisOf(given.currency) };
    const earlier = await this.latest(tx, curve.currency, FOREVER);
    const findings = findingsOf(curve, earlier);
    const row = InterestCurve.take({ tenantId: tx.tenantId, id: newId(), curve, findings, now: tx.now });
    await tx.insert(InterestCurve, row);
    audit(tx, { action: 'interest_curve.taken', resourceType: 'interestCurve', resourceId: row.id, to: curve.asOf });
    return row;
  }

  /** The bank's own curves, for guidance. A day that is not here yet counts as today: its clock may go before ours. */
  async record(tx: Tx, curves: readonly BankCurve[]): Promise<void> {
    const today = dateInZone(tx.now, CHINA);
    for (const curve of curves) {
      await this.take(tx, { ...curve, asOf: earlierOf(curve.asOf, today), source: 'Bank, indicative' });
    }
  }

  /** @throws CurveStaleError */
  async fresh(tx: Tx, currency: string, { curveMaxAgeDays }: ForwardTermsRule): Promise<Curve> {
    const since = new Date(tx.now.getTime() - curveMaxAgeDays * 86_400_000);
    const found = await this.latest(tx, currency, since);
    if (found === null) throw new CurveStaleError(SAY.no_fresh_curve({ currency }), { currency });
    return found;
  }

  /** The latest of each of these currencies, however old: for advice, not for a price. */
  async known(view: View, currencies: readonly string[], today: LocalDate): Promise<ReadonlyMap<string, Curve>> {
    const rows = await view.query<{ id: string }>(KNOWN, [view.tenantId, currencies, today]);
    const ids = rows.map(({ id }) => id);
    const found = await view.manager.findBy(InterestCurve, { tenantId: view.tenantId, id: In(ids) });
    return new Map(found.map(({ curve }) => [curve.currency, curve]));
  }

  /** Orders new curves from the bank, unless they were ordered just now. */
  async request(tx: Tx): Promise<void> {
    const ordered = await tx.query(REQUEST, [tx.tenantId]);
    if (ordered.length > 0) enqueue(tx, refreshCurves, {});
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<InterestCurve> {
    const found = await view.find(InterestCurve, id);
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_curve);
    return found;
  }

  list(view: View, query: PageQuery, currency: string | undefined): Promise<Page<InterestCurve>> {
    const conditions = equal('currency', currency);
    return entityPage(view, InterestCurve, { table: 'fx.interest_curve', query, conditions });
  }

  private async latest(tx: Tx, currency: string, since: Date): Promise<Curve | null> {
    const today = dateInZone(tx.now, CHINA);
    const [row] = await tx.query<{ id: string }>(LATEST, [tx.tenantId, currency, today, since]);
    return row === undefined ? null : ((await tx.find(InterestCurve, row.id))?.curve ?? null);
  }
}
