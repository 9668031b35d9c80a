import { createHash, randomBytes } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId, publicId } from '../../kernel/ids.js';
import { Parties } from '../../parties/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { bound } from '../../platform/usage/bounds.js';
import { SAY } from '../domain/deadline.sentences.js';
import { CalendarLimitError, CalendarUnderMandateError } from '../domain/deadline-subscription.errors.js';
import {
  endsUnused,
  type SubscriptionState,
  subscriptionState,
  UNUSED_DAYS_MAX,
} from '../domain/deadline-subscription.js';
import {
  addCalendar,
  CALENDAR_COLUMNS,
  type CalendarRow,
  type CalendarTerms,
  findCalendar,
  lockCalendar,
  revokeCalendar,
} from '../entities/deadline-subscriptions.table.js';

const TOKEN_BYTES = 32;
const LIVING = `
  SELECT count(*) FROM tax_refund.calendar_subscription
  WHERE tenant_id = $1 AND revoked_at IS NULL AND coalesce(last_used_at, created_at) > now() - interval '${UNUSED_DAYS_MAX} days'`;
const CALENDARS_MAX = bound({
  name: 'tax_refund.calendars',
  max: 100,
  per: 'tenant',
  unit: 'items',
  title: { en: 'Calendars of refund deadlines that live', zh: '有效的退税期限日历订阅' },
  used: LIVING,
});

/** A calendar, and how it stands now. */
export interface Calendar extends CalendarRow {
  readonly state: SubscriptionState;
  readonly expiresAt: Date;
}

/** A calendar and its address, which nobody can read again. */
export interface NewCalendar extends Calendar {
  readonly subscriptionUrl: string;
}

/**
 * The addresses under which calendar programs, which can send no key, read the deadlines of a tenant. As keys they live by the
 * real time: a clock that is moved years ahead to rehearse the deadlines must not end them.
 */
@Injectable()
export class DeadlineSubscriptions {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly parties: Parties,
    private readonly clock: Clock,
  ) {}

  list(view: View, query: PageQuery): Promise<Page<Calendar>> {
    return page<CalendarRow>(view, {
      table: 'tax_refund.calendar_subscription',
      columns: CALENDAR_COLUMNS,
      query,
    }).then(({ data, nextCursor }) => ({ data: data.map((row) => this.standing(row)), nextCursor }));
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Calendar> {
    return this.standing(known(await findCalendar(view, id)));
  }

  /** @throws CalendarUnderMandateError, InvalidInputError, CalendarLimitError */
  async create(tx: Tx, terms: CalendarTerms): Promise<NewCalendar> {
    if (tx.caller.acting !== undefined) throw new CalendarUnderMandateError(SAY.calendar_under_mandate);
    await this.assertSeller(tx, terms.sellerId);
    await assertRoom(tx);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const added = await addCalendar(tx, {
      ...terms,
      id: newId(),
      tokenHash: hashOfToken(token),
      createdAt: this.clock.now(),
    });
    note(tx, 'create', added, { kinds: terms.kinds, seller: sellerOf(terms) });
    const subscriptionUrl = `${this.config.publicUrl}/v1/tax-refund/calendars/${publicId('tenant', tx.tenantId)}/${token}/deadlines.ics`;
    return { ...this.standing(added), subscriptionUrl };
  }

  /** Its address answers 404 from now on. Again changes nothing. @throws ResourceNotFoundError, StaleVersionError */
  async revoke(tx: Tx, id: string): Promise<Calendar> {
    const calendar = known(await lockCalendar(tx, id));
    tx.assertFresh({ ...calendar, tenantId: tx.tenantId });
    if (calendar.revokedAt !== null) return this.standing(calendar);
    const revoked = await revokeCalendar(tx, id, this.clock.now());
    note(tx, 'revoke', revoked);
    return this.standing(revoked);
  }

  private standing(row: CalendarRow): Calendar {
    return { ...row, state: subscriptionState(row, this.clock.now()), expiresAt: endsUnused(row) };
  }

  private async assertSeller(tx: Tx, sellerId: string | null): Promise<void> {
    if (sellerId === null) return;
    const party = await this.parties.find(tx, sellerId);
    if (party?.kind === 'seller') return;
    throw new InvalidInputError([{ pointer: '/sellerId', code: 'unknown', message: SAY.no_such_seller }]);
  }
}

/** What is kept of the token: enough to know it again. Tokens are random, so one round is enough. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

async function assertRoom(tx: Tx): Promise<void> {
  const [row] = await tx.query<{ count: string }>(LIVING, [tx.tenantId]);
  if (Number(row?.count ?? 0) >= CALENDARS_MAX) throw new CalendarLimitError(SAY.calendars_max({ max: CALENDARS_MAX }));
}

function known(calendar: CalendarRow | null): CalendarRow {
  if (calendar === null) throw new ResourceNotFoundError(SAY.no_such_calendar);
  return calendar;
}

function sellerOf({ sellerId }: CalendarTerms): string | null {
  return sellerId === null ? null : publicId('party', sellerId);
}

function note(tx: Tx, verb: string, { id, name }: CalendarRow, details: object = {}): void {
  audit(tx, {
    action: `tax_refund.calendar.${verb}`,
    resourceType: 'calendarSubscription',
    resourceId: id,
    details: { name, ...details },
  });
}
