import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { Bookings } from '../application/bookings.service.js';
import { Tracking } from '../application/tracking.service.js';
import { WaitingEvents } from '../application/waiting-events.service.js';
import { EVENT_CODES } from '../domain/event-codes.js';
import { UnknownEventCodeError } from '../domain/tracking.errors.js';
import { MilestoneDto } from './dto/milestone.dto.js';
import {
  BookingFreeTimeDto,
  BookingTrackingDto,
  EventCodeDto,
  EventCodeTableDto,
  FreeTimeQuery,
  SightingDto,
  WaitingEventDto,
  WaitingEventPageDto,
  WaitingEventsQuery,
} from './dto/tracking.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The booking',
} as const;

@ApiTags('Freight')
@Controller('v1/freight')
export class TrackingController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly bookings: Bookings,
    private readonly tracking: Tracking,
    private readonly waiting: WaitingEvents,
  ) {}

  @Get('bookings/:id/tracking')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBookingTracking',
    summary: 'Where a shipment is',
    description:
      'Everything that was told of it, by what happened where to which box: planned, estimated and actual side by side, ' +
      'where sources differ, how old the last word is, and the arrival that your own past voyages of the lane foretell.',
    scope: 'freight:read',
    answers: BookingTrackingDto,
    byId: true,
  })
  track(@CallerOf() caller: Principal, @Param('id') id: string): Promise<BookingTrackingDto> {
    const bookingId = parseId('booking', id);
    return this.unitOfWork.read(caller, async (view) => {
      const booking = await this.bookings.get(view, bookingId);
      return BookingTrackingDto.from(await this.tracking.of(view, booking, await this.tracking.now(view)));
    });
  }

  @Get('bookings/:id/free-time')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBookingFreeTime',
    summary: 'How long the boxes have stood, and what that costs',
    description:
      'Demurrage from the discharge to the gate, detention from the gate to the return, in calendar days of the port, by the ' +
      'tariff of the country on the day of discharge: the platform’s sample tariff, which nobody offers.',
    scope: 'freight:read',
    answers: BookingFreeTimeDto,
    byId: true,
  })
  freeTime(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: FreeTimeQuery,
  ): Promise<BookingFreeTimeDto> {
    const bookingId = parseId('booking', id);
    return this.unitOfWork.read(caller, async (view) => {
      const booking = await this.bookings.get(view, bookingId);
      const asOf = query.asOf ?? dateInZone(await this.tracking.now(view), CHINA);
      return BookingFreeTimeDto.from(await this.tracking.freeTime(view, booking, asOf));
    });
  }

  @Post('bookings/:id/events')
  @ApiParam(ID)
  @CommandOperation({
    id: 'reportMilestone',
    summary: 'Tell what somebody other than the carrier saw',
    description:
      'A terminal, a forwarder, a courier: in DCSA names of either version, ANSI X12 315, CODECO or UPU EMS codes. It stands ' +
      'beside the carrier’s own words, contradicts them where it differs, and moves neither the order nor its times.',
    scope: 'freight:write',
    answers: MilestoneDto,
    byId: true,
    problems: [UnknownEventCodeError],
    examples: {
      gate: { source: 'terminal', scheme: 'x12', code: 'I', classifier: 'ACT', at: '2026-12-04T09:30:00+08:00' },
    },
  })
  report(@CommandOf() command: Command, @Param('id') id: string, @Body() request: SightingDto): Promise<string> {
    const { source, sourceReference, scheme, code, classifier, at, location, equipmentReference, remark } = request;
    const sighting = {
      ...{ source, scheme, code, classifier, at, sourceReference: sourceReference ?? null },
      ...{ location: location ?? null, equipmentReference: equipmentReference ?? null, remark: remark ?? null },
    };
    return this.commands.run(
      command,
      (tx) => this.tracking.report(tx, parseId('booking', id), sighting),
      MilestoneDto.from,
    );
  }

  @Get('waiting-events')
  @QueryOperation({
    id: 'listWaitingEvents',
    summary: 'Events that name no booking of yours, newest first',
    description: 'Kept until a booking has the number that they name; it then has them among its milestones.',
    scope: 'freight:read',
    answers: WaitingEventPageDto,
  })
  async strangers(@CallerOf() caller: Principal, @Query() query: WaitingEventsQuery): Promise<WaitingEventPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.waiting.list(view, query));
    return mapPage(found, WaitingEventDto.from);
  }

  @Get('event-codes')
  @QueryOperation({
    id: 'listEventCodes',
    summary: 'What milestones are called, here and elsewhere',
    description: 'DCSA Track & Trace 2.2, words of 3.0, ANSI X12 315, CODECO and UPU EMS codes, as one table.',
    scope: 'freight:read',
    answers: EventCodeTableDto,
    speaks: true,
  })
  codes(@LanguageOf() language: Language): EventCodeTableDto {
    return { data: EVENT_CODES.map((entry) => EventCodeDto.from(entry, language)) };
  }
}
