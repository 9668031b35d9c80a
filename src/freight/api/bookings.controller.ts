import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Bookings } from '../application/bookings.service.js';
import { Milestones } from '../application/milestones.service.js';
import {
  BookingExistsError,
  NotOurFreightError,
  OrderNotPlacedError,
  UnsendableBookingError,
} from '../domain/booking.errors.js';
import {
  FreightReferenceTakenError,
  QuoteAlreadyBookedError,
  QuoteExpiredError,
  QuoteMisfitError,
} from '../domain/quote.errors.js';
import { BookingCancellationDto, BookingRequestDto, BookingsQuery } from './dto/booking-requests.dto.js';
import { BookingDto, BookingPageDto } from './dto/booking.dto.js';
import { MilestoneDto, MilestonePageDto, MilestonesQuery } from './dto/milestone.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The booking',
} as const;

@ApiTags('Freight')
@Controller('v1/freight/bookings')
export class BookingsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly bookings: Bookings,
    private readonly milestones: Milestones,
  ) {}

  @Post()
  @CommandOperation({
    id: 'bookFreight',
    summary: 'Book space on a ship',
    description:
      'Orders with `freight.by` = `platform` are quoted and booked by themselves when they are placed; this is for ' +
      'booking again after a rejection. The carrier answers by `freight.booking.confirmed` or `….rejected`.',
    scope: 'freight:write',
    answers: BookingDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    byId: true,
    problems: [
      NotOurFreightError,
      OrderNotPlacedError,
      BookingExistsError,
      QuoteExpiredError,
      QuoteAlreadyBookedError,
      QuoteMisfitError,
      UnsendableBookingError,
      FreightReferenceTakenError,
    ],
  })
  book(@CommandOf() command: Command, @Body() request: BookingRequestDto): Promise<string> {
    const wanted = {
      orderId: parseId('order', request.orderId),
      quoteId: parseId('freightQuote', request.quoteId),
      reference: request.reference ?? null,
    };
    return this.commands.run(
      command,
      (tx) => this.bookings.request(tx, wanted),
      (booking) => BookingDto.from(booking, command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listBookings',
    summary: 'Bookings, newest first',
    description: 'By state, order, or either number. Filters go together.',
    scope: 'freight:read',
    answers: BookingPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: BookingsQuery,
    @LanguageOf() language: Language,
  ): Promise<BookingPageDto> {
    const { orderId, state, reference, carrierBookingReference } = query;
    const filter = {
      state,
      reference,
      carrierBookingReference,
      orderId: parseOptionalId('order', orderId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.bookings.list(view, query, filter));
    return mapPage(found, (booking) => BookingDto.from(booking, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBooking',
    summary: 'One booking',
    description: 'With ship, cut-offs, departure and arrival as planned, estimated and actual.',
    scope: 'freight:read',
    answers: BookingDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<BookingDto> {
    const booking = await this.unitOfWork.read(caller, (view) => this.bookings.get(view, parseId('booking', id)));
    return withETag(reply, BookingDto.from(booking, language));
  }

  @Post(':id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelBooking',
    summary: 'Ask the carrier to cancel a booking',
    description:
      'Before the confirmation it holds as soon as the carrier has it; after it, the carrier may decline, mostly because ' +
      'the goods are loaded. Told by `freight.booking.cancelled` or `….cancellation_declined`.',
    scope: 'freight:write',
    answers: BookingDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: BookingCancellationDto,
  ): Promise<string> {
    const reason = request.reason ?? null;
    return this.commands.run(
      command,
      (tx) => this.bookings.requestCancellation(tx, parseId('booking', id), reason),
      (result) => BookingDto.from(result, command.language),
    );
  }

  @Get(':id/events')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listMilestones',
    summary: 'Milestones of a shipment, oldest first',
    description:
      'DCSA Track & Trace events as the carrier told them: planned, estimated and actual ones side by side, also those ' +
      'that it took back.',
    scope: 'freight:read',
    answers: MilestonePageDto,
    byId: true,
  })
  async events(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: MilestonesQuery,
  ): Promise<MilestonePageDto> {
    const bookingId = parseId('booking', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      await this.bookings.get(view, bookingId);
      return this.milestones.list(view, bookingId, query);
    });
    return mapPage(found, MilestoneDto.from);
  }
}
