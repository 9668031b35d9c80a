import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { ScheduledTask } from '../../operations/schedules/scheduled-task.js';
import { PartnerStandings, type Standing } from './partner-standings.js';

const DAY_MS = 86_400_000;
const EVERY_MS = 15_000;
/** A day is told; the minutes of one more are kept, for clocks that differ. */
const CALL_DAYS = 2;
const INCIDENT_DAYS = 90;

/** Begins, or says that it got worse. */
const BEGIN = `
  INSERT INTO platform.partner_incident AS i (partner, started_at, status) VALUES ($1, $2, $3)
  ON CONFLICT (partner) WHERE ended_at IS NULL
  DO UPDATE SET status = 'down' WHERE i.status = 'degraded' AND excluded.status = 'down'`;
const END = `UPDATE platform.partner_incident SET ended_at = $2 WHERE partner = $1 AND ended_at IS NULL`;
const FORGET_CALLS = `DELETE FROM platform.partner_call WHERE minute < $1`;
const FORGET_INCIDENTS = `DELETE FROM platform.partner_incident WHERE ended_at < $1`;

/** Writes down from when until when a partner was not as it should be. That nothing is known of it ends nothing. */
@Injectable()
export class WatchPartners extends ScheduledTask {
  readonly name = 'platform.watch-partners';
  readonly everyMs = EVERY_MS;

  constructor(
    private readonly standings: PartnerStandings,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    for (const standing of await this.standings.all()) await this.judge(standing);
    const ago = (days: number): Date => new Date(this.clock.now().getTime() - days * DAY_MS);
    await this.unitOfWork.asMachine(async (client) => {
      await prepared(client, FORGET_CALLS, [ago(CALL_DAYS)]);
      await prepared(client, FORGET_INCIDENTS, [ago(INCIDENT_DAYS)]);
    });
    return false;
  }

  private async judge({ partner, status, incidents: [newest] }: Standing): Promise<void> {
    const isOpen = newest?.to === null;
    const now = this.clock.now();
    if (status === 'operational' && isOpen) await this.write(END, [partner, now]);
    const isBad = status === 'down' || status === 'degraded';
    if (isBad && (!isOpen || newest.status !== status)) await this.write(BEGIN, [partner, now, status]);
  }

  private async write(sql: string, values: readonly (string | Date)[]): Promise<void> {
    await this.unitOfWork.asMachine((client) => prepared(client, sql, values));
  }
}
