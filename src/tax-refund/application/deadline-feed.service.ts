import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { tryParseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { type Caller } from '../../platform/database/caller.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Allowance, RateLimit } from '../../platform/http/rate-limit.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/deadline.sentences.js';
import { subscriptionState } from '../domain/deadline-subscription.js';
import { calendarBehind, type CalendarRow, useCalendar } from '../entities/deadline-subscriptions.table.js';
import { DeadlineCalendar, SHOWN } from './deadline-calendar.js';
import { type DeadlineFilter, DeadlineReader } from './deadline-reader.service.js';
import { hashOfToken } from './deadline-subscriptions.service.js';

const TOKEN = /^[\w-]{43}$/;
const HOUR_MS = 3_600_000;
const FETCHES_PER_HOUR = 60;

/** What somebody asks for who shows nothing but an address. */
export interface FeedRequest {
  readonly tenant: string;
  readonly token: string;
  readonly traceparent: string | null;
}

/** A calendar that may be read, and what of its allowance is left. */
export interface Feed {
  readonly caller: Caller;
  readonly filter: DeadlineFilter;
  readonly language: Language;
  /** Of what it shows; it changes whenever an entry comes, goes or changes. */
  readonly etag: string;
  readonly allowance: Allowance;
}

/**
 * What calendar programs read. The address names the tenant, and nothing is asked but as that tenant: row-level security holds
 * whatever the token may be.
 */
@Injectable()
export class DeadlineFeeds {
  readonly limit = new RateLimit('calendar', FETCHES_PER_HOUR, HOUR_MS);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: DeadlineReader,
    private readonly calendar: DeadlineCalendar,
    private readonly clock: Clock,
  ) {}

  /** @throws ResourceNotFoundError alike for an address that never was, was revoked, or ended unused */
  async open({ tenant, token, traceparent }: FeedRequest): Promise<Feed> {
    const tenantId = tryParseId('tenant', tenant);
    if (tenantId === null || !TOKEN.test(token)) throw new ResourceNotFoundError(SAY.no_such_calendar);
    const caller = { tenantId, actor: 'calendar', traceparent };
    const now = this.clock.now();
    const row = await this.unitOfWork.read(caller, (view) => calendarBehind(view, hashOfToken(token)));
    if (row === null || subscriptionState(row, now) !== 'active') throw new ResourceNotFoundError(SAY.no_such_calendar);
    const allowance = this.limit.take(row.id, performance.now());
    const filter = filterOf(row);
    const seal = await this.unitOfWork.read(caller, (view) => this.reader.seal(view, { ...filter, state: SHOWN }));
    await this.noteUse(caller, row, now);
    return { caller, filter, language: row.language, etag: etagOf(`${row.language} ${seal}`), allowance };
  }

  write({ caller, filter, language }: Feed): AsyncGenerator<string> {
    return this.calendar.write(caller, filter, language, { amounts: false });
  }

  /** Of the first fetch of an hour; whether it is written or not, the calendar is shown. */
  private async noteUse(caller: Caller, { id, lastUsedAt }: CalendarRow, now: Date): Promise<void> {
    if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < HOUR_MS) return;
    await this.unitOfWork.run(caller, (tx) => useCalendar(tx, id, now));
  }
}

function filterOf({ kinds, sellerId }: CalendarRow): DeadlineFilter {
  return { kind: kinds?.join(','), sellerId: sellerId ?? undefined };
}

/** Weak: of the same deadlines, not promised to be the same bytes in the next version of the platform. */
function etagOf(content: string): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 32)}"`;
}
