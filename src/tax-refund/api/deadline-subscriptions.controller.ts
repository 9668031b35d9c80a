import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { DatedPageQuery, mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { DeadlineSubscriptions } from '../application/deadline-subscriptions.service.js';
import { CalendarLimitError, CalendarUnderMandateError } from '../domain/deadline-subscription.errors.js';
import {
  CalendarSubscriptionDto,
  CalendarSubscriptionPageDto,
  CalendarSubscriptionRequest,
  NewCalendarSubscriptionDto,
} from './dto/deadline-subscription.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the calendar',
  schema: { type: 'string', maxLength: 40, example: 'cal_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Addresses under which calendar programs read the deadlines. */
@ApiTags('Refund deadlines')
@Controller('v1/tax-refund/calendar-subscriptions')
export class DeadlineSubscriptionsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: DeadlineSubscriptions,
  ) {}

  @Post()
  @CommandOperation({
    id: 'createRefundCalendar',
    summary: 'Make an address for a calendar program',
    description:
      'Outlook, Google and Apple calendars send no key: whoever knows this address reads the deadlines, and nothing else. It is in ' +
      'this answer and nowhere again. The calendar (RFC 5545) has kind, order reference, declaration and source of each deadline, ' +
      'with reminders; no names, no amounts. It answers `ETag` and 304, at most 60 times in an hour, and ends when it is revoked or ' +
      'was not fetched for 365 days.',
    scope: 'tax_refund:write',
    answers: NewCalendarSubscriptionDto,
    status: 201,
    showsSecret: true,
    examples: { all: { name: 'Outlook of the export desk' }, own: { name: 'Collections', kinds: ['collection'] } },
    problems: [CalendarLimitError, CalendarUnderMandateError, InvalidInputError],
  })
  create(@CommandOf() command: Command, @Body() request: CalendarSubscriptionRequest): Promise<string> {
    const { name, kinds, sellerId, language = command.language } = request;
    const seller = sellerId == null ? null : parseId('party', sellerId);
    const terms = { name, language, kinds: kinds === undefined ? null : [...new Set(kinds)], sellerId: seller };
    return this.commands.run(
      command,
      (tx) => this.subscriptions.create(tx, terms),
      NewCalendarSubscriptionDto.fromNew,
      NewCalendarSubscriptionDto.withoutSecret,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listRefundCalendars',
    summary: 'The calendars that read deadlines',
    description: 'Newest first, also those that have ended; without their addresses.',
    scope: 'tax_refund:read',
    answers: CalendarSubscriptionPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DatedPageQuery): Promise<Page<CalendarSubscriptionDto>> {
    const found = await this.unitOfWork.read(caller, (view) => this.subscriptions.list(view, query));
    return mapPage(found, CalendarSubscriptionDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getRefundCalendar',
    summary: 'One calendar',
    description: 'Also one that has ended; without its address.',
    scope: 'tax_refund:read',
    answers: CalendarSubscriptionDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CalendarSubscriptionDto> {
    const calendarId = parseId('calendarSubscription', id);
    const found = await this.unitOfWork.read(caller, (view) => this.subscriptions.get(view, calendarId));
    return withETag(reply, CalendarSubscriptionDto.from(found));
  }

  @Post(':id/revocation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'revokeRefundCalendar',
    summary: 'End a calendar',
    description: 'Its address answers 404 from now on. This cannot be undone; make another one.',
    scope: 'tax_refund:write',
    answers: CalendarSubscriptionDto,
    ifMatch: 'optional',
    byId: true,
  })
  revoke(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const calendarId = parseId('calendarSubscription', id);
    return this.commands.run(command, (tx) => this.subscriptions.revoke(tx, calendarId), CalendarSubscriptionDto.from);
  }
}
