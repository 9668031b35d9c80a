import { publicId } from '../../../kernel/ids.js';
import { type Language, LANGUAGES } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { type Calendar, type NewCalendar } from '../../application/deadline-subscriptions.service.js';
import { DEADLINE_KINDS, type DeadlineKind } from '../../domain/deadline-kinds.js';
import { SUBSCRIPTION_STATES } from '../../domain/deadline-subscription.js';

const NAME = { description: 'Whose or which calendar it is', max: 100, example: 'Outlook of the export desk' } as const;
const KINDS = {
  description: 'The kinds of deadlines that it shows',
  values: DEADLINE_KINDS,
  min: 1,
  max: DEADLINE_KINDS.length,
  maxLength: 40,
  example: ['filing_window', 'collection'],
} as const;
const SELLER = {
  description: 'The exporter whose deadlines it shows; null: of all',
  kind: 'party',
  nullable: true,
} as const;
const LANGUAGE = { description: 'What it is written in', values: LANGUAGES } as const;

export class CalendarSubscriptionRequest {
  @TextField(NAME)
  name!: string;

  @TextListField({ ...KINDS, description: 'The kinds of deadlines that it shows; all where left out', optional: true })
  kinds?: DeadlineKind[];

  @IdField({ ...SELLER, optional: true })
  sellerId?: string | null;

  @EnumField({ ...LANGUAGE, description: 'What it is written in; as this request asks where left out', optional: true })
  language?: Language;
}

export class CalendarSubscriptionDto {
  @IdField({ kind: 'calendarSubscription', description: 'Id' })
  readonly id!: string;

  @TextField(NAME)
  readonly name!: string;

  @EnumField({
    description: '`expired`: nobody fetched it for 365 days. What is not `active` answers 404',
    values: SUBSCRIPTION_STATES,
  })
  readonly state!: string;

  @TextListField(KINDS)
  readonly kinds!: string[];

  @IdField(SELLER)
  readonly sellerId!: string | null;

  @EnumField(LANGUAGE)
  readonly language!: string;

  @TextField({ description: 'Who made it', max: 200, example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly madeBy!: string;

  @InstantField({ description: 'When it was last fetched, to the hour; null: never', nullable: true, example: null })
  readonly lastUsedAt!: string | null;

  @InstantField({ description: 'When it ends unless it is fetched before' })
  readonly expiresAt!: string;

  @InstantField({ description: 'When it was revoked; null: it was not', nullable: true, example: null })
  readonly revokedAt!: string | null;

  @InstantField({ description: 'When it was made' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Counts the changes', min: 1 })
  readonly version!: number;

  static from(this: void, calendar: Calendar): CalendarSubscriptionDto {
    const { name, state, kinds, language, madeBy, version } = calendar;
    return {
      id: publicId('calendarSubscription', calendar.id),
      name,
      state,
      kinds: [...(kinds ?? DEADLINE_KINDS)],
      sellerId: calendar.sellerId === null ? null : publicId('party', calendar.sellerId),
      language,
      madeBy,
      lastUsedAt: calendar.lastUsedAt?.toISOString() ?? null,
      expiresAt: calendar.expiresAt.toISOString(),
      revokedAt: calendar.revokedAt?.toISOString() ?? null,
      createdAt: calendar.createdAt.toISOString(),
      version,
    };
  }
}

export class NewCalendarSubscriptionDto extends CalendarSubscriptionDto {
  @TextField({
    description: 'The address, shown this once; null when the request is repeated under its Idempotency-Key',
    max: 500,
    nullable: true,
    example: 'https://api.example.com/v1/tax-refund/calendars/ten_…/…/deadlines.ics',
  })
  readonly subscriptionUrl!: string | null;

  static fromNew(this: void, calendar: NewCalendar): NewCalendarSubscriptionDto {
    return { ...CalendarSubscriptionDto.from(calendar), subscriptionUrl: calendar.subscriptionUrl };
  }

  /** What may be kept: no secret is ever stored. */
  static withoutSecret(this: void, shown: NewCalendarSubscriptionDto): NewCalendarSubscriptionDto {
    return { ...shown, subscriptionUrl: null };
  }
}

export const CalendarSubscriptionPageDto = PageOf(CalendarSubscriptionDto);
