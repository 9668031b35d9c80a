import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { DeclarationReader } from '../application/declaration-reader.service.js';
import { DeclarationRequests } from '../application/declaration-requests.service.js';
import { type Declared, Declarations } from '../application/declarations.service.js';
import { ImportAssessments } from '../application/import-assessments.service.js';
import { ImportDeclarations } from '../application/import-declarations.service.js';
import { BrokerMandateMissingError } from '../domain/broker-mandate.errors.js';
import { RequestNotPossibleError, RequestOpenError } from '../domain/declaration-request.errors.js';
import { DeclarationBlockedError } from '../domain/declaration.errors.js';
import { CancelDeclarationDto } from './dto/correction.dto.js';
import { DeclarationRequestDto } from './dto/declaration-request.dto.js';
import {
  ImportDeclarationDto,
  ImportDeclarationsQuery,
  ImportSummaryDto,
  ImportSummaryPageDto,
} from './dto/import-declaration.dto.js';
import { AmendImportRequest, ImportChangesRequest, ImportDeclarationRequest } from './dto/import-request.dto.js';
import { changesOf, termsOf } from './dto/import-terms-of.js';
import { IMPORT_ID, IMPORTED, LEAVES, WHISKY } from './import-operations.js';

/** Imports of general trade: entered, declared, and what customs would charge on them. */
@ApiTags('Customs')
@Controller('v1/customs/import-declarations')
export class ImportDeclarationsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportDeclarations,
    private readonly declarations: Declarations,
    private readonly requests: DeclarationRequests,
    private readonly assessments: ImportAssessments,
    private readonly reader: DeclarationReader,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listImportDeclarations',
    summary: 'The import declarations',
    description: 'Newest first, without their items.',
    scope: 'customs:read',
    answers: ImportSummaryPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ImportDeclarationsQuery,
    @LanguageOf() language: Language,
  ): Promise<ImportSummaryPageDto> {
    const { state, entryNumber } = query;
    const filter = { state, entryNumber, importerId: parseOptionalId('party', query.importerId) };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.imports(view, query, filter));
    return mapPage(found, (declaration) => ImportSummaryDto.from(declaration, language));
  }

  @Get(':id')
  @ApiParam(IMPORT_ID)
  @QueryOperation({
    id: 'getImportDeclaration',
    summary: 'One import declaration',
    description: 'The whole form, what is wrong with it, where it stands, and what customs would charge item by item.',
    scope: 'customs:read',
    answers: ImportDeclarationDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ImportDeclarationDto> {
    const found = await this.unitOfWork.read(caller, async (view) => {
      const declared = await this.reader.get(view, parseId('declaration', id), 'import');
      return { ...declared, tax: await this.assessments.foresee(view, declared.declaration) };
    });
    return withETag(reply, ImportDeclarationDto.from(found, language));
  }

  @Post()
  @CommandOperation({
    ...IMPORTED,
    id: 'draftImportDeclaration',
    summary: 'Enter an import',
    description:
      'Of general trade (0110). Every rule is tried, and findings say what is to be mended; nothing is sent before its ' +
      '`submission`. With `dryRun` the findings and the taxes are told, and nothing is kept.',
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { whisky: WHISKY },
  })
  enter(@CommandOf() command: Command, @Body() body: ImportDeclarationRequest): Promise<string> {
    return this.run(command, (tx) => {
      const importerId = parseId('party', body.importerId);
      return this.imports.enter(tx, { importerId, reference: body.reference, terms: termsOf(body) });
    });
  }

  @Patch(':id')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    id: 'correctImportDeclaration',
    summary: 'Complete or mend an import',
    description:
      'Before it is declared, or after customs sent it back. Every rule is tried again. Lists are given whole.',
    ifMatch: 'required',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError],
    examples: { freight: { freightCharge: { amount: '1250.00', currency: 'USD' } } },
  })
  correct(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ImportChangesRequest): Promise<string> {
    return this.run(command, (tx) => this.imports.mend(tx, parseId('declaration', id), changesOf(body)));
  }

  @Post(':id/validation')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    id: 'validateImportDeclaration',
    summary: 'Try every rule on an import again',
    description:
      "Against today's rules, code tables and tariff. Errors block a draft; a blocked one without is a draft again.",
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  validate(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.declarations.validateAgain(tx, parseId('declaration', id), 'import'));
  }

  @Post(':id/submission')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    ...LEAVES,
    id: 'submitImportDeclaration',
    summary: 'Declare an import',
    description:
      'Sends it to the single window. With `dryRun` the message is written and every field of it checked, and nothing is kept ' +
      'or sent. Customs then issues a tax bill: see `GET /v1/customs/tax-bills`.',
  })
  submit(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.declarations.submit(tx, parseId('declaration', id), {}, 'import'));
  }

  @Post(':id/resubmission')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    ...LEAVES,
    id: 'resubmitImportDeclaration',
    summary: 'Declare again an import that customs sent back',
    description: 'Mend it by PATCH first. A new attempt with a new message; the old one stays on record.',
  })
  resubmit(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.declarations.resubmit(tx, parseId('declaration', id), 'import'));
  }

  @Post(':id/cancellation')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    id: 'cancelImportDeclaration',
    summary: 'Give an import up',
    description: 'Before it is declared, or after customs sent it back. What is with customs is withdrawn on request.',
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: CancelDeclarationDto,
  ): Promise<string> {
    return this.run(command, (tx) => this.declarations.cancel(tx, parseId('declaration', id), reason, 'import'));
  }

  @Post(':id/amendment')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...LEAVES,
    id: 'amendImportDeclaration',
    summary: 'Ask customs to amend an import (改单)',
    description:
      'From its acceptance until it is cleared. Customs is sent every field of the message that changes; the form changes when ' +
      'customs grants it. What has become of it is told by `GET /v1/customs/declarations/{id}/requests`.',
    scope: 'customs:write',
    answers: DeclarationRequestDto,
    speaks: true,
    problems: [RequestNotPossibleError, RequestOpenError, BrokerMandateMissingError, DeclarationBlockedError],
    examples: { remarks: { reason: 'A remark was missing', changes: { remarks: 'Partial shipment' } } },
  })
  amend(@CommandOf() command: Command, @Param('id') id: string, @Body() body: AmendImportRequest): Promise<string> {
    const declarationId = parseId('declaration', id);
    return this.commands.run(
      command,
      async (tx) => {
        await this.reader.get(tx, declarationId, 'import');
        const amend = await this.imports.amending(tx, changesOf(body.changes), '/changes');
        return this.requests.ask(tx, declarationId, { kind: 'amendment', reason: body.reason, amend });
      },
      (request) => DeclarationRequestDto.from(request, command.language),
    );
  }

  /** Answers with the import as it is then, and its taxes. */
  private run(command: Command, act: (tx: Tx) => Promise<Declared>): Promise<string> {
    return this.commands.run(
      command,
      async (tx) => {
        const declared = await act(tx);
        return { ...declared, tax: await this.assessments.foresee(tx, declared.declaration) };
      },
      (shown) => ImportDeclarationDto.from(shown, command.language),
    );
  }
}
