import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { DatedPageQuery, mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { DeclarationReader } from '../application/declaration-reader.service.js';
import { Declarations } from '../application/declarations.service.js';
import { BrokerMandateMissingError } from '../domain/broker-mandate.errors.js';
import { corrected } from '../domain/correction.js';
import { DeclarationBlockedError } from '../domain/declaration.errors.js';
import { CancelDeclarationDto, CorrectionDto, SubmitDeclarationDto } from './dto/correction.dto.js';
import { correctionOf } from './dto/correction-of.js';
import { DeclarationDto } from './dto/declaration.dto.js';
import {
  DeclarationMessageDto,
  DeclarationMessagePageDto,
  DeclarationReceiptDto,
  DeclarationReceiptPageDto,
  DeclarationsQuery,
  DeclarationSummaryDto,
  DeclarationSummaryPageDto,
} from './dto/lists.dto.js';

const DECLARATION_ID = {
  name: 'id',
  description: 'Id of the declaration',
  schema: { type: 'string', maxLength: 40, example: 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Export declarations: drafted by the order, completed by freight, declared by themselves; looked at and mended here. */
@ApiTags('Customs')
@Controller('v1/customs/declarations')
export class DeclarationsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
    private readonly reader: DeclarationReader,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listDeclarations',
    summary: 'The export declarations',
    description: 'Newest first, without their items.',
    scope: 'customs:read',
    answers: DeclarationSummaryPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DeclarationsQuery): Promise<Page<DeclarationSummaryDto>> {
    const { state, entryNumber } = query;
    const orderId = query.orderId === undefined ? undefined : parseId('order', query.orderId);
    const filter = { state, entryNumber, orderId };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, DeclarationSummaryDto.from);
  }

  @Get(':id')
  @ApiParam(DECLARATION_ID)
  @QueryOperation({
    id: 'getDeclaration',
    summary: 'One declaration',
    description: 'The whole form, what is wrong with it, where it stands, and its FOB value by item.',
    scope: 'customs:read',
    answers: DeclarationDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<DeclarationDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, parseId('declaration', id)));
    return withETag(reply, DeclarationDto.from(found, language));
  }

  @Patch(':id')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    id: 'correctDeclaration',
    summary: 'Complete or mend a declaration',
    description:
      'While it is a draft, blocked or rejected. Every rule is tried again. A draft that lacks nothing any more is ' +
      'declared at once; what customs sent back waits for its resubmission.',
    scope: 'customs:write',
    answers: DeclarationDto,
    speaks: true,
    examples: {
      transport: { transport: { vesselName: 'EVER EXAMPLE', voyageNumber: '026W', billNumber: 'EXAMPLE00000001' } },
      contract_number: { contractNumber: 'NB20261101A' },
    },
    ifMatch: 'required',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError],
  })
  correct(@CommandOf() command: Command, @Param('id') id: string, @Body() body: CorrectionDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.declarations.mend(tx, parseId('declaration', id), (form) => corrected(form, correctionOf(body))),
      (result) => DeclarationDto.from(result, command.language),
    );
  }

  @Post(':id/validation')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    id: 'validateDeclaration',
    summary: 'Try every rule again',
    description:
      "Against today's rules and code tables. Errors block a draft; a blocked one without errors is a draft again.",
    scope: 'customs:write',
    answers: DeclarationDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  validate(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.declarations.validateAgain(tx, parseId('declaration', id)),
      (result) => DeclarationDto.from(result, command.language),
    );
  }

  @Post(':id/submission')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    id: 'submitDeclaration',
    summary: 'Declare',
    description:
      'Needed only where freight is booked elsewhere, with the transport in the body unless a PATCH gave it. With ' +
      '`dryRun` the message is written and every field of it checked, and nothing is kept or sent.',
    scope: 'customs:write',
    answers: DeclarationDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, DeclarationBlockedError, BrokerMandateMissingError],
  })
  submit(@CommandOf() command: Command, @Param('id') id: string, @Body() body: SubmitDeclarationDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.declarations.submit(tx, parseId('declaration', id), correctionOf(body)),
      (result) => DeclarationDto.from(result, command.language),
    );
  }

  @Post(':id/resubmission')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    id: 'resubmitDeclaration',
    summary: 'Declare again what customs sent back',
    description: 'Mend it by PATCH first. A new attempt with a new message; the old one stays on record.',
    scope: 'customs:write',
    answers: DeclarationDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, DeclarationBlockedError, BrokerMandateMissingError],
  })
  resubmit(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.declarations.resubmit(tx, parseId('declaration', id)),
      (result) => DeclarationDto.from(result, command.language),
    );
  }

  @Post(':id/cancellation')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    id: 'cancelDeclaration',
    summary: 'Give a declaration up',
    description: 'Before it is declared, or after customs sent it back. What is with customs cannot be cancelled here.',
    scope: 'customs:write',
    answers: DeclarationDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: CancelDeclarationDto,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.declarations.cancel(tx, parseId('declaration', id), reason),
      (result) => DeclarationDto.from(result, command.language),
    );
  }

  @Get(':id/receipts')
  @ApiParam(DECLARATION_ID)
  @QueryOperation({
    id: 'listDeclarationReceipts',
    summary: 'What customs said',
    description: 'Every receipt word for word, with what it did. Newest first.',
    scope: 'customs:read',
    answers: DeclarationReceiptPageDto,
    byId: true,
  })
  async receipts(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: DatedPageQuery,
  ): Promise<Page<DeclarationReceiptDto>> {
    const found = await this.unitOfWork.read(caller, (view) =>
      this.reader.receipts(view, parseId('declaration', id), query),
    );
    return mapPage(found, DeclarationReceiptDto.from);
  }

  @Get(':id/messages')
  @ApiParam(DECLARATION_ID)
  @QueryOperation({
    id: 'listDeclarationMessages',
    summary: 'What was declared',
    description: 'The message of every attempt word for word, with the answer to it. Newest first.',
    scope: 'customs:read',
    answers: DeclarationMessagePageDto,
    byId: true,
  })
  async messages(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: DatedPageQuery,
  ): Promise<Page<DeclarationMessageDto>> {
    const found = await this.unitOfWork.read(caller, (view) =>
      this.reader.messages(view, parseId('declaration', id), query),
    );
    return mapPage(found, DeclarationMessageDto.from);
  }
}
