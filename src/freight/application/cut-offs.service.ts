import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue, publish } from '../../platform/outbox/outbox.js';
import { type CutOffDeadline, cutOffNews, nextCutOffWord } from '../domain/cut-off.js';
import { Booking } from '../entities/booking.entity.js';
import { EXPIRE_CUT_OFFS } from '../jobs/freight.job.js';

export interface CutOffRow extends CutOffDeadline {
  readonly localTime: string;
  readonly metAt: Date | null;
  readonly missedAt: Date | null;
}

const COLUMNS = `
  code, at, local_time AS "localTime", state, warned_at AS "warnedAt", met_at AS "metAt", missed_at AS "missedAt"`;

/** A time that moved is open again, unless what was due is done; `was` is where it stood before. */
const SYNC = `
  WITH before AS (SELECT code, at FROM freight.cut_off WHERE tenant_id = $1 AND booking_id = $2)
  INSERT INTO freight.cut_off AS c (tenant_id, booking_id, code, at, local_time, state)
  SELECT $1, $2, t.code, t.at::timestamptz, t.at, 'open'
  FROM (SELECT DISTINCT ON (code) code, at FROM jsonb_to_recordset($3::jsonb) AS r (code text, at text)
        WHERE code <> '' ORDER BY code, at) AS t
  ON CONFLICT (tenant_id, booking_id, code) DO UPDATE SET
    at = excluded.at, local_time = excluded.local_time,
    state = CASE WHEN c.state = 'met' THEN c.state ELSE 'open' END, warned_at = NULL, missed_at = NULL
  WHERE c.at <> excluded.at
  RETURNING c.code, c.local_time AS "localTime", (SELECT b.at FROM before b WHERE b.code = c.code) AS was`;

const OF_BOOKING = `
  SELECT ${COLUMNS} FROM freight.cut_off WHERE tenant_id = $1 AND booking_id = $2 ORDER BY at, code`;

const MEET = `
  UPDATE freight.cut_off SET state = 'met', met_at = $4
  WHERE tenant_id = $1 AND booking_id = $2 AND code = ANY($3) AND state IN ('open', 'missed')`;

const REOPEN = `
  UPDATE freight.cut_off SET state = 'open', met_at = NULL
  WHERE tenant_id = $1 AND booking_id = $2 AND code = ANY($3) AND state = 'met' RETURNING code`;

const END = `
  UPDATE freight.cut_off SET state = 'void' WHERE tenant_id = $1 AND booking_id = $2 AND state = 'open'`;

const NOTE = `
  UPDATE freight.cut_off SET
    warned_at = CASE WHEN $4::text = 'due_soon' THEN $5 ELSE warned_at END,
    missed_at = CASE WHEN $4::text = 'overdue' THEN $5 ELSE missed_at END,
    state = CASE WHEN $4::text = 'overdue' THEN 'missed' ELSE state END
  WHERE tenant_id = $1 AND booking_id = $2 AND code = $3`;

/** The carrier's latest times, as deadlines: warned of before they pass, and called overdue once. */
@Injectable()
export class CutOffs {
  /** What the carrier says of them now. The caller holds the booking, and stores it. */
  async sync(tx: Tx, booking: Booking): Promise<void> {
    const told = booking.cutOffs.map(({ code, at }) => ({ code, at }));
    if (told.length === 0) return;
    const rows = await tx.query<{ code: string; localTime: string; was: Date | null }>(SYNC, [
      tx.tenantId,
      booking.id,
      JSON.stringify(told),
    ]);
    for (const { code, localTime, was } of rows) {
      if (was !== null) {
        const data = { code, at: localTime, was: was.toISOString() };
        publish(tx, { type: 'freight.cut_off.moved', ...about(booking), changed: ['cutOffs'], data });
      }
    }
    if (rows.length > 0) await this.arm(tx, booking);
  }

  list(view: View, bookingId: string): Promise<CutOffRow[]> {
    return view.query<CutOffRow>(OF_BOOKING, [view.tenantId, bookingId]);
  }

  /** What was due is done. */
  async meet(tx: Tx, bookingId: string, codes: readonly string[]): Promise<void> {
    await tx.query(MEET, [tx.tenantId, bookingId, [...codes], tx.now]);
  }

  /** What was done does not hold any more: it is due again, and overdue where its hour has passed. The caller holds the booking. */
  async reopen(tx: Tx, booking: Booking, codes: readonly string[]): Promise<void> {
    const rows = await tx.query(REOPEN, [tx.tenantId, booking.id, [...codes]]);
    if (rows.length === 0) return;
    await this.arm(tx, booking);
    await tx.store(Booking, booking);
  }

  /** The ship has gone, or the booking is over: nothing is due any more. */
  async end(tx: Tx, bookingId: string): Promise<void> {
    await tx.query(END, [tx.tenantId, bookingId]);
  }

  /** Says what has come near or passed. */
  async pass(tx: Tx, bookingId: string): Promise<void> {
    const booking = await tx.lock(Booking, bookingId);
    if (booking === null) return;
    for (const row of await this.list(tx, bookingId)) {
      const news = cutOffNews(row, tx.now);
      if (news === null) continue;
      await tx.query(NOTE, [tx.tenantId, bookingId, row.code, news, tx.now]);
      const { code, localTime: at } = row;
      const type = news === 'overdue' ? 'freight.cut_off.overdue' : 'freight.cut_off.due_soon';
      publish(tx, { type, ...about(booking), changed: ['cutOffs'], data: { code, at } });
    }
    await this.arm(tx, booking);
    await tx.store(Booking, booking);
  }

  private async arm(tx: Tx, booking: Booking): Promise<void> {
    const dueAt = nextCutOffWord(await this.list(tx, booking.id));
    if (!booking.armCutOffs(dueAt) || dueAt === null) return;
    enqueue(tx, EXPIRE_CUT_OFFS, { bookingId: booking.id, dueAt: dueAt.toISOString() }, { dueAt });
  }
}

function about({ id, orderId }: Booking): { resource: { type: 'booking'; id: string }; orderId: string } {
  return { resource: { type: 'booking', id }, orderId };
}
