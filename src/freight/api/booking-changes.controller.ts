import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { BookingAmendments } from '../application/booking-changes.service.js';
import { Bookings } from '../application/bookings.service.js';
import { CutOffs } from '../application/cut-offs.service.js';
import { UnsendableBookingError } from '../domain/booking.errors.js';
import {
  BookingNotChangeableError,
  InvalidBookingChangeError,
  NoOpenChangeError,
} from '../domain/booking-change.errors.js';
import {
  BookingChangeDto,
  BookingChangePageDto,
  BookingChangesDto,
  BookingChangesQuery,
} from './dto/booking-change.dto.js';
import { CutOffBoardDto, CutOffDeadlineDto } from './dto/cut-off.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The booking',
} as const;

@ApiTags('Freight')
@Controller('v1/freight/bookings/:id')
export class BookingChangesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly bookings: Bookings,
    private readonly changes: BookingAmendments,
    private readonly cutOffs: CutOffs,
  ) {}

  @Post('changes')
  @ApiParam(ID)
  @CommandOperation({
    id: 'changeBooking',
    summary: 'Ask the carrier to change a booking',
    description:
      'Until the carrier has confirmed it is an update (DCSA UPDATE_RECEIVED), afterwards an amendment: the booking then ' +
      'stands as it was until the carrier says yes. A newer change takes the place of one that is open. Ports, mode and ' +
      'containers are what the freight was quoted for: cancel and book another quote. Told by `freight.booking.changed` ' +
      'or `….change_declined`.',
    scope: 'freight:write',
    answers: BookingChangeDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [BookingNotChangeableError, InvalidBookingChangeError, UnsendableBookingError],
    examples: {
      day: { expectedDepartureDate: '2099-12-12' },
      weight: { goods: [{ lineNumber: 1, grossKg: '1120.5' }] },
    },
  })
  change(@CommandOf() command: Command, @Param('id') id: string, @Body() request: BookingChangesDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.changes.request(tx, parseId('booking', id), request.toChanges()),
      (change) => BookingChangeDto.from(change, command.language),
    );
  }

  @Get('changes')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listBookingChanges',
    summary: 'Updates and amendments of a booking, newest first',
    description: 'With what the carrier said to each.',
    scope: 'freight:read',
    answers: BookingChangePageDto,
    speaks: true,
    byId: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: BookingChangesQuery,
    @LanguageOf() language: Language,
  ): Promise<BookingChangePageDto> {
    const bookingId = parseId('booking', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      await this.bookings.get(view, bookingId);
      return this.changes.list(view, bookingId, query);
    });
    return mapPage(found, (change) => BookingChangeDto.from(change, language));
  }

  @Post('change-withdrawal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'withdrawBookingAmendment',
    summary: 'Take an amendment back',
    description:
      'While the carrier has received it and not decided it (DCSA AMENDMENT_CANCELLED). The booking stands as it was. Where ' +
      'the carrier has decided it meanwhile, its decision holds.',
    scope: 'freight:write',
    answers: BookingChangeDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: [NoOpenChangeError],
  })
  withdraw(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.changes.withdraw(tx, parseId('booking', id)),
      (change) => BookingChangeDto.from(change, command.language),
    );
  }

  @Get('cut-offs')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBookingCutOffs',
    summary: 'Cut-offs of a booking, as deadlines',
    description:
      'Latest times for papers, weights and boxes as the carrier last told them, with what has become of each. Warned of by ' +
      '`freight.cut_off.due_soon`, then `….overdue`; `….moved` where the carrier has changed one.',
    scope: 'freight:read',
    answers: CutOffBoardDto,
    speaks: true,
    byId: true,
  })
  async board(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
  ): Promise<CutOffBoardDto> {
    const bookingId = parseId('booking', id);
    const rows = await this.unitOfWork.read(caller, async (view) => {
      await this.bookings.get(view, bookingId);
      return this.cutOffs.list(view, bookingId);
    });
    return { data: rows.map((row) => CutOffDeadlineDto.from(row, language)) };
  }
}
