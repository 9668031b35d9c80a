import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal } from '../../../platform/http/request.js';
import { Bookings } from '../../application/bookings.service.js';
import { InstructionsDesk } from '../../application/lading/shipping-instructions.service.js';
import { TransportDocuments } from '../../application/lading/transport-documents.service.js';
import {
  BookingNotConfirmedError,
  CutOffPassedError,
  InstructionsExistError,
  UnsendableInstructionsError,
} from '../../domain/lading/lading.errors.js';
import {
  ShippingInstructionsDto,
  ShippingInstructionsPageDto,
  ShippingInstructionsQuery,
} from '../dto/lading/shipping-instructions.dto.js';
import { ShippingInstructionsRequestDto } from '../dto/lading/shipping-instructions-request.dto.js';
import {
  BookingDocumentsQuery,
  TransportDocumentDto,
  TransportDocumentPageDto,
} from '../dto/lading/transport-document.dto.js';
import { INSTRUCTIONS_EXAMPLES } from './lading-examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The booking',
} as const;

@ApiTags('Freight')
@Controller('v1/freight/bookings/:id')
export class BookingInstructionsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly bookings: Bookings,
    private readonly desk: InstructionsDesk,
    private readonly documents: TransportDocuments,
  ) {}

  @Post('shipping-instructions')
  @ApiParam(ID)
  @CommandOperation({
    id: 'submitShippingInstructions',
    summary: 'Tell the carrier what is to stand in the transport document',
    description:
      'DCSA Bill of Lading 3.0 CreateShippingInstructions, made of order, parties and booking with what is said here. Checked ' +
      'before it leaves: container numbers, that the containers hold what the order says, payload, and masses that were ' +
      'verified; `errors` has all of it. Refused after the cut-off of documents (`DCO`), with a warning before. Told by ' +
      '`freight.shipping_instructions.received` or `….declined`.',
    scope: 'freight:write',
    answers: ShippingInstructionsDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    byId: true,
    problems: [BookingNotConfirmedError, CutOffPassedError, InstructionsExistError, UnsendableInstructionsError],
    examples: INSTRUCTIONS_EXAMPLES,
  })
  submit(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: ShippingInstructionsRequestDto,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.desk.submit(tx, parseId('booking', id), request.toRequest()),
      (row) => ShippingInstructionsDto.from(row, command.language),
    );
  }

  @Get('shipping-instructions')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listShippingInstructions',
    summary: 'Shipping instructions of a booking, newest first',
    description: 'One that holds, and those that were cancelled or not taken before it.',
    scope: 'freight:read',
    answers: ShippingInstructionsPageDto,
    speaks: true,
    byId: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: ShippingInstructionsQuery,
    @LanguageOf() language: Language,
  ): Promise<ShippingInstructionsPageDto> {
    const bookingId = parseId('booking', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      await this.bookings.get(view, bookingId);
      return this.desk.list(view, bookingId, query);
    });
    return mapPage(found, (row) => ShippingInstructionsDto.from(row, language));
  }

  @Get('transport-documents')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listBookingDocuments',
    summary: 'Bills of lading and sea waybills of a booking, newest first',
    description: 'Those that were voided too, and house documents beside their masters.',
    scope: 'freight:read',
    answers: TransportDocumentPageDto,
    speaks: true,
    byId: true,
  })
  async listDocuments(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: BookingDocumentsQuery,
    @LanguageOf() language: Language,
  ): Promise<TransportDocumentPageDto> {
    const bookingId = parseId('booking', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      await this.bookings.get(view, bookingId);
      return this.documents.list(view, query, { bookingId });
    });
    return mapPage(found, (row) => TransportDocumentDto.from(row, language));
  }
}
