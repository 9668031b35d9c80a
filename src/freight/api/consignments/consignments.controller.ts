import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { FigureTooLargeError } from '../../../kernel/wire.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { pdfFile, PdfOperation } from '../../../platform/http/pdf-operation.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { listEvents } from '../../application/consignments/consignment-events.js';
import { Consignments } from '../../application/consignments/consignments.service.js';
import { endsOf, labelsOf } from '../../application/consignments/consignment-labels.js';
import { PlaceBook } from '../../application/place-book.js';
import { placeNames } from '../../application/place-names.js';
import { OrderNotPlacedError } from '../../domain/booking.errors.js';
import {
  ConsignmentUnnamedError,
  OfferBookedError,
  OfferExpiredError,
  OrderGoesBySeaError,
} from '../../domain/consignments/consignment.errors.js';
import { FreightReferenceTakenError } from '../../domain/quote.errors.js';
import {
  ConsignmentCancellationDto,
  ConsignmentEventsQuery,
  ConsignmentRequestDto,
  ConsignmentsQuery,
} from '../dto/consignments/consignment-request.dto.js';
import {
  ConsignmentDto,
  ConsignmentEventDto,
  ConsignmentEventPageDto,
  ConsignmentPageDto,
} from '../dto/consignments/consignment.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'csg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The consignment',
} as const;

/** Goods that go by express, post, dedicated line, air or rail. */
@ApiTags('Freight')
@Controller('v1/freight/consignments')
export class ConsignmentsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: Consignments,
    private readonly places: PlaceBook,
  ) {}

  @Post()
  @CommandOperation({
    id: 'bookConsignment',
    summary: 'Book an offer by express, post, dedicated line, air or rail',
    description:
      'Pieces, price and days are those of the offer; parties and goods come from the order, or from you. Everything that the courier ' +
      'would send back is told at once. The courier answers by `freight.consignment.accepted` or `….rejected`.',
    scope: 'freight:write',
    answers: ConsignmentDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    byId: true,
    problems: [
      InvalidInputError,
      FigureTooLargeError,
      OrderNotPlacedError,
      OrderGoesBySeaError,
      OfferExpiredError,
      OfferBookedError,
      FreightReferenceTakenError,
    ],
  })
  book(@CommandOf() command: Command, @Body() request: ConsignmentRequestDto): Promise<string> {
    const wanted = request.toRequest();
    return this.commands.run(
      command,
      (tx) => this.consignments.request(tx, wanted),
      ConsignmentDto.in(command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listConsignments',
    summary: 'Consignments, newest first',
    description: 'By state, way, order, or either number. Filters go together.',
    scope: 'freight:read',
    answers: ConsignmentPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ConsignmentsQuery,
    @LanguageOf() language: Language,
  ): Promise<ConsignmentPageDto> {
    const { orderId, state, way, reference, waybillNumber } = query;
    const filter = { state, way, reference, waybillNumber, orderId: parseOptionalId('order', orderId) };
    const found = await this.unitOfWork.read(caller, (view) => this.consignments.list(view, query, filter));
    return mapPage(found, ConsignmentDto.in(language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getConsignment',
    summary: 'One consignment',
    description: 'With its numbers, its times as planned, estimated and actual, and when it should be there.',
    scope: 'freight:read',
    answers: ConsignmentDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ConsignmentDto> {
    const consignmentId = parseId('consignment', id);
    const found = await this.unitOfWork.read(caller, (view) => this.consignments.get(view, consignmentId));
    return withETag(reply, ConsignmentDto.in(language)(found));
  }

  @Post(':id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelConsignment',
    summary: 'Ask the courier not to collect a consignment',
    description:
      'Until it is collected. The courier may have been faster: told by `freight.consignment.cancelled` or `….cancellation_declined`.',
    scope: 'freight:write',
    answers: ConsignmentDto,
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
    @Body() { reason }: ConsignmentCancellationDto,
  ): Promise<string> {
    const why = reason ?? null;
    return this.commands.run(
      command,
      (tx) => this.consignments.requestCancellation(tx, parseId('consignment', id), why),
      ConsignmentDto.in(command.language),
    );
  }

  @Get(':id/events')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listConsignmentEvents',
    summary: 'What happened to a consignment, oldest first',
    description: 'As the courier told it, in DCSA codes: planned, estimated and actual ones side by side.',
    scope: 'freight:read',
    answers: ConsignmentEventPageDto,
    byId: true,
  })
  async events(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: ConsignmentEventsQuery,
  ): Promise<ConsignmentEventPageDto> {
    const consignmentId = parseId('consignment', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      await this.consignments.get(view, consignmentId);
      return listEvents(view, consignmentId, query);
    });
    return mapPage(found, ConsignmentEventDto.from);
  }

  @Get(':id/labels')
  @ApiParam(ID)
  @PdfOperation({
    id: 'downloadConsignmentLabels',
    summary: 'Labels of a consignment, and the papers that go with it',
    description:
      'A label (A6, Code 128) for each package; for post the contents of a CN 23, by air those of an air waybill, by rail those of ' +
      'a consignment note (SMGS, CIM). From `accepted` on.',
    scope: 'freight:read',
    problems: [ConsignmentUnnamedError],
  })
  async labels(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const consignmentId = parseId('consignment', id);
    const [found, nameOf] = await this.unitOfWork.read(caller, async (view) => {
      const consignment = await this.consignments.get(view, consignmentId);
      return [consignment, await placeNames(view, this.places, endsOf(consignment))] as const;
    });
    return pdfFile(await labelsOf(found, nameOf), id);
  }
}
