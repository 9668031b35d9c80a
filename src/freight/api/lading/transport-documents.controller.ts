import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { TransportDocuments } from '../../application/lading/transport-documents.service.js';
import {
  BookingNotConfirmedError,
  CutOffPassedError,
  DocumentNotReadyError,
  HouseDocumentExistsError,
  InstructionsNotChangeableError,
  UnsendableInstructionsError,
} from '../../domain/lading/lading.errors.js';
import { type TransportDocument } from '../../entities/transport-document.entity.js';
import { ShippingInstructionsRequestDto } from '../dto/lading/shipping-instructions-request.dto.js';
import {
  DocumentSurrenderDto,
  HouseDocumentDto,
  TransportDocumentDto,
  TransportDocumentPageDto,
  TransportDocumentsQuery,
} from '../dto/lading/transport-document.dto.js';
import { INSTRUCTIONS_EXAMPLES } from './lading-examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'trd_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The transport document',
} as const;

const COMMAND = {
  scope: 'freight:write',
  answers: TransportDocumentDto,
  speaks: true,
  idempotencyKey: 'required',
  ifMatch: 'optional',
  byId: true,
} as const;

@ApiTags('Freight')
@Controller('v1/freight/transport-documents')
export class TransportDocumentsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: TransportDocuments,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listTransportDocuments',
    summary: 'Bills of lading and sea waybills, newest first',
    description: 'By booking and state. House documents stand beside their masters.',
    scope: 'freight:read',
    answers: TransportDocumentPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: TransportDocumentsQuery,
    @LanguageOf() language: Language,
  ): Promise<TransportDocumentPageDto> {
    const filter = { bookingId: parseOptionalId('booking', query.bookingId), state: query.state };
    const found = await this.unitOfWork.read(caller, (view) => this.documents.list(view, query, filter));
    return mapPage(found, (row) => TransportDocumentDto.from(row, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getTransportDocument',
    summary: 'A bill of lading or a sea waybill',
    description: 'As the carrier told it last (DCSA TransportDocument), with where it stands.',
    scope: 'freight:read',
    answers: TransportDocumentDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<TransportDocumentDto> {
    const row = await this.unitOfWork.read(caller, (view) => this.documents.get(view, parse(id)));
    return withETag(reply, TransportDocumentDto.from(row, language));
  }

  @Post(':id/approval')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'approveTransportDocument',
    summary: 'Approve a draft',
    description:
      'The carrier then issues it (`freight.transport_document.issued`). A house document is issued at once, by us.',
    status: 202,
    problems: [DocumentNotReadyError],
  })
  approve(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.documents.approve(tx, parse(id)));
  }

  @Post(':id/change-request')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'requestDocumentChange',
    summary: 'Ask for another draft',
    description:
      'An update of the shipping instructions: all of them, as they are to be. Once agreed to, another draft comes.',
    status: 202,
    problems: [
      BookingNotConfirmedError,
      CutOffPassedError,
      DocumentNotReadyError,
      InstructionsNotChangeableError,
      UnsendableInstructionsError,
    ],
    examples: INSTRUCTIONS_EXAMPLES,
  })
  requestChange(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: ShippingInstructionsRequestDto,
  ): Promise<string> {
    return this.run(command, (tx) => this.documents.requestChange(tx, parse(id), request.toRequest()));
  }

  @Post(':id/surrender')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'surrenderTransportDocument',
    summary: 'Give an issued bill of lading back',
    description:
      'For delivery the goods can then be given out; for amendment it is voided and another draft comes. All originals are ' +
      'handed in, or released by telex. A sea waybill is not surrendered. Told by `freight.transport_document.surrendered` or ' +
      '`….surrender_declined`.',
    status: 202,
    problems: [DocumentNotReadyError],
  })
  surrender(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { purpose, manner }: DocumentSurrenderDto,
  ): Promise<string> {
    return this.run(command, (tx) => this.documents.surrender(tx, parse(id), { purpose, manner }));
  }

  @Post(':id/house-documents')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'draftHouseDocument',
    summary: 'Draw up the forwarder’s own bill under a master document',
    description: 'With other parties where they are given; what else stands in it is as in the master.',
    status: 200,
    problems: [DocumentNotReadyError, HouseDocumentExistsError],
  })
  drawUpHouse(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: HouseDocumentDto,
  ): Promise<string> {
    return this.run(command, (tx) => this.documents.drawUpHouse(tx, parse(id), request.toHouse()));
  }

  @Post(':id/voiding')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'voidHouseDocument',
    summary: 'Void a house document',
    description: 'A master document is voided by the carrier alone.',
    status: 200,
    problems: [DocumentNotReadyError],
  })
  voidHouse(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.documents.voidHouse(tx, parse(id)));
  }

  private run(command: Command, act: (tx: Tx) => Promise<TransportDocument>): Promise<string> {
    return this.commands.run(command, act, (row) => TransportDocumentDto.from(row, command.language));
  }
}

function parse(id: string): string {
  return parseId('transportDocument', id);
}
