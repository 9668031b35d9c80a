import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
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
import { Extensions } from '../application/extensions.service.js';
import { NotExtendableError } from '../domain/extension/extension.errors.js';
import { ExtendAdvanceDto, LoanExtensionDto, LoanExtensionPageDto, LoanExtensionsQuery } from './dto/extension.dto.js';

const ADVANCE_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'adv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The advance',
} as const;
const EXTENSION_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'lxt_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The extension',
} as const;

/** Later due dates. */
@ApiTags('Financing')
@Controller('v1/financing')
export class ExtensionsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly extensions: Extensions,
  ) {}

  @Post('advances/:id/extensions')
  @ApiParam(ADVANCE_ID)
  @CommandOperation({
    id: 'extendAdvance',
    summary: 'Ask the lender for a later due date',
    description:
      'Before the due date, or within the days of grace that the product allows. The answer says what it costs: a fee, and the ' +
      'interest of the extra days. Nothing changes until the lender has granted it, perhaps for fewer days. With `dryRun=true` ' +
      'the lender is not asked.',
    scope: 'financing:write',
    answers: LoanExtensionDto,
    speaks: true,
    examples: {
      until_the_end_of_august: { dueOn: '2027-08-31' },
      with_a_reason: { dueOn: '2027-08-31', purpose: 'The tax bureau checks the invoices of the supplier' },
    },
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, IllegalTransitionError, NotExtendableError],
  })
  extend(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ExtendAdvanceDto): Promise<string> {
    const advanceId = parseId('advance', id);
    return this.commands.run(
      command,
      (tx) => this.extensions.request(tx, advanceId, ExtendAdvanceDto.toWanted(body)),
      (extension) => LoanExtensionDto.from(extension, command.language),
    );
  }

  @Get('extensions')
  @QueryOperation({
    id: 'listLoanExtensions',
    summary: 'Later due dates that were asked for',
    description:
      'Newest first, by advance or state: granted, refused, waiting for the lender, or over because the advance was.',
    scope: 'financing:read',
    answers: LoanExtensionPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { advanceId, ...query }: LoanExtensionsQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<LoanExtensionDto>> {
    const filter = { ...query, advanceUuid: parseOptionalId('advance', advanceId) };
    const found = await this.unitOfWork.read(caller, (view) => this.extensions.list(view, filter));
    return mapPage(found, (extension) => LoanExtensionDto.from(extension, language));
  }

  @Get('extensions/:id')
  @ApiParam(EXTENSION_ID)
  @QueryOperation({
    id: 'getLoanExtension',
    summary: 'One later due date that was asked for',
    description: 'What was asked for, what the lender has said, and what it costs.',
    scope: 'financing:read',
    answers: LoanExtensionDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<LoanExtensionDto> {
    const extensionId = parseId('loanExtension', id);
    const found = await this.unitOfWork.read(caller, (view) => this.extensions.get(view, extensionId));
    return withETag(reply, LoanExtensionDto.from(found, language));
  }
}
