import { Body, Controller, Get, Param, Patch, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { BopDeclarations, type FullBopDeclaration } from '../application/bop/bop-declarations.js';
import { BopExports } from '../application/bop/bop-exports.js';
import { BopDeclarationFaultyError } from '../domain/bop/bop.errors.js';
import { BopDeclarationDetailsDto, BopDeclarationDto, BopDeclarationPageDto } from './dto/bop-declaration.dto.js';
import { BopDeclarationsQuery, BopReasonDto, ChangeBopDeclarationDto } from './dto/bop-request.dto.js';
import { BopExportQuery } from './dto/bop-export.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the declaration',
  schema: { type: 'string', maxLength: 40, example: 'bop_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const FILE = { schema: { type: 'string', maxLength: 1_000_000_000 } } as const;

/** Declarations of foreign receipts to SAFE, through the bank (涉外收入申报). */
@ApiTags('Currency control')
@Controller('v1/fx/bop-declarations')
export class BopDeclarationsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: BopDeclarations,
    private readonly exports: BopExports,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listBopDeclarations',
    summary: 'Declarations of foreign receipts, newest first',
    description: 'With `state=draft,rejected&dueBefore=…` it is the work list of what is still to be declared.',
    scope: 'fx:read',
    answers: BopDeclarationPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: BopDeclarationsQuery,
    @LanguageOf() language: Language,
  ): Promise<BopDeclarationPageDto> {
    const filter = {
      state: query.state,
      partyId: parseOptionalId('party', query.sellerId),
      orderId: parseOptionalId('order', query.orderId),
      collectionId: parseOptionalId('collection', query.collectionId),
      dueBefore: query.dueBefore,
    };
    const found = await this.unitOfWork.read(caller, (view) => this.declarations.list(view, query, filter));
    return mapPage(found, (declaration) => BopDeclarationDto.from(declaration, language));
  }

  @Get('export')
  @ApiOperation({
    operationId: 'exportBopDeclarations',
    summary: 'What was declared in a period, as a file',
    description:
      'What the bank has accepted of receipts credited from `from` to `to`, at most 10,000: `csv` with Chinese headings for a ' +
      'spreadsheet, or `xml` in a format of the platform’s own (`entrepot-bop-1`). Neither is the import file of SAFE’s own ' +
      'system.\n\nScope: `fx:read`',
  })
  @ApiExtension('x-scope', 'fx:read')
  @RequiresScope('fx:read', { isCostly: true, operationId: 'exportBopDeclarations' })
  @ApiProduces('text/csv', 'application/xml')
  @ApiResponse({ status: 200, description: 'The file', content: { 'text/csv': FILE, 'application/xml': FILE } })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS)
  async export(@CallerOf() caller: Principal, @Query() { from, to, format }: BopExportQuery): Promise<StreamableFile> {
    const period = { from, to };
    const file = await this.unitOfWork.read(caller, (view) => this.exports.write(view, period, format));
    return new StreamableFile(Buffer.from(file), {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/xml; charset=utf-8',
      disposition: `attachment; filename="bop-${from}-${to}.${format}"`,
    });
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBopDeclaration',
    summary: 'One declaration of a foreign receipt',
    description: 'With what the bank would send back, and what it said before it was corrected.',
    scope: 'fx:read',
    answers: BopDeclarationDetailsDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<BopDeclarationDetailsDto> {
    const declarationId = parseId('bopDeclaration', id);
    const found = await this.unitOfWork.read(caller, (view) => this.declarations.get(view, declarationId));
    return withETag(reply, BopDeclarationDetailsDto.of(found, language));
  }

  @Patch(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'editBopDeclaration',
    summary: 'Say what a foreign receipt is',
    description:
      'Of a draft only; a field that is left out stays. From then on nothing is proposed any more. `findings` says what is ' +
      'still to be mended.',
    scope: 'fx:write',
    answers: BopDeclarationDetailsDto,
    speaks: true,
    ifMatch: 'required',
    dryRun: true,
    byId: true,
    examples: {
      two_transactions: {
        lines: [
          { code: '121010', amount: { amount: '9000.00', currency: 'USD' }, remark: '' },
          { code: '222011', amount: { amount: '975.00', currency: 'USD' }, remark: '' },
        ],
      },
    },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  edit(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() change: ChangeBopDeclarationDto,
  ): Promise<string> {
    const declarationId = parseId('bopDeclaration', id);
    return this.commands.run(command, (tx) => this.declarations.edit(tx, declarationId, change), shown(command));
  }

  @Post(':id/submission')
  @ApiParam(ID)
  @CommandOperation({
    id: 'submitBopDeclaration',
    summary: 'Submit a declaration to the bank',
    description:
      'Refused with all findings at once where the bank would send it back. It goes the way that the settings say: by the ' +
      'bank’s own interface, or as auth.024 of ISO 20022, which the bank answers with auth.027.',
    scope: 'fx:write',
    answers: BopDeclarationDetailsDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, BopDeclarationFaultyError],
  })
  submit(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const declarationId = parseId('bopDeclaration', id);
    return this.commands.run(command, (tx) => this.declarations.submit(tx, declarationId), shown(command));
  }

  @Post(':id/correction')
  @ApiParam(ID)
  @CommandOperation({
    id: 'correctBopDeclaration',
    summary: 'Open a declaration again',
    description:
      'Of what the bank has accepted or sent back. It becomes a draft under the same number; what it said is kept as a revision.',
    scope: 'fx:write',
    answers: BopDeclarationDetailsDto,
    speaks: true,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    examples: { freight: { reason: 'Part of it is freight' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  correct(@CommandOf() command: Command, @Param('id') id: string, @Body() { reason }: BopReasonDto): Promise<string> {
    const declarationId = parseId('bopDeclaration', id);
    return this.commands.run(command, (tx) => this.declarations.correct(tx, declarationId, reason), shown(command));
  }

  @Post(':id/deletion')
  @ApiParam(ID)
  @CommandOperation({
    id: 'deleteBopDeclaration',
    summary: 'Take a declaration back',
    description:
      'At once where the bank never accepted it; else the bank is asked, and it is `deletion_submitted` until it agrees. Its ' +
      'number is not given again.',
    scope: 'fx:write',
    answers: BopDeclarationDetailsDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    examples: { not_abroad: { reason: 'The payer is in China' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  remove(@CommandOf() command: Command, @Param('id') id: string, @Body() { reason }: BopReasonDto): Promise<string> {
    const declarationId = parseId('bopDeclaration', id);
    return this.commands.run(command, (tx) => this.declarations.remove(tx, declarationId, reason), shown(command));
  }
}

function shown({ language }: Command): (found: FullBopDeclaration) => BopDeclarationDetailsDto {
  return (found) => BopDeclarationDetailsDto.of(found, language);
}
