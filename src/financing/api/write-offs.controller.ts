import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { WriteOffs } from '../application/write-offs/write-offs.service.js';
import { NotWriteOffableError } from '../domain/write-off/write-off.errors.js';
import { ProposeWriteOffDto, LoanWriteOffDto, LoanWriteOffPageDto, LoanWriteOffsQuery } from './dto/write-off.dto.js';

const ADVANCE_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'adv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The advance',
} as const;
const WRITE_OFF_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'lwo_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The write-off',
} as const;

/** Loans that are given up in their lender's books. */
@ApiTags('Financing')
@Controller('v1/financing')
export class WriteOffsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly writeOffs: WriteOffs,
  ) {}

  @Post('advances/:id/write-offs')
  @ApiParam(ADVANCE_ID)
  @CommandOperation({
    id: 'proposeWriteOff',
    summary: 'Propose to the lender to write an overdue advance off',
    description:
      'Once it is overdue for more days than its product says. Where the tenant asks for a second person the lender is asked only when ' +
      'that has approved it. The lender decides, and may also do it of itself. What is owed stays owed.',
    scope: 'financing:write',
    answers: LoanWriteOffDto,
    speaks: true,
    examples: { nothing_came_in: { reason: 'The claim was rejected and nothing has come in for half a year' } },
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, NotWriteOffableError],
  })
  propose(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ProposeWriteOffDto): Promise<string> {
    const advanceId = parseId('advance', id);
    return this.commands.run(
      command,
      (tx) => this.writeOffs.propose(tx, advanceId, body.reason),
      (writeOff) => LoanWriteOffDto.from(writeOff, command.language),
    );
  }

  @Get('write-offs')
  @QueryOperation({
    id: 'listLoanWriteOffs',
    summary: 'Advances that were written off, or shall be',
    description:
      'Newest first, by advance or state: what was written off, what has come in since, and proposals that wait or came to nothing.',
    scope: 'financing:read',
    answers: LoanWriteOffPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { advanceId, ...query }: LoanWriteOffsQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<LoanWriteOffDto>> {
    const filter = { ...query, advanceUuid: parseOptionalId('advance', advanceId) };
    const found = await this.unitOfWork.read(caller, (view) => this.writeOffs.list(view, filter));
    return mapPage(found, (writeOff) => LoanWriteOffDto.from(writeOff, language));
  }

  @Get('write-offs/:id')
  @ApiParam(WRITE_OFF_ID)
  @QueryOperation({
    id: 'getLoanWriteOff',
    summary: 'One write-off',
    description: 'What was written off by its parts, when and why, and what the lender has given up of it.',
    scope: 'financing:read',
    answers: LoanWriteOffDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<LoanWriteOffDto> {
    const writeOffId = parseId('loanWriteOff', id);
    const found = await this.unitOfWork.read(caller, (view) => this.writeOffs.get(view, writeOffId));
    return withETag(reply, LoanWriteOffDto.from(found, language));
  }
}
