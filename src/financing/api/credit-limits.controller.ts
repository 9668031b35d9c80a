import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { CreditLimits } from '../application/limits/credit-limits.service.js';
import { CreditLimitExistsError, LimitBelowExposureError } from '../domain/limits/limit.errors.js';
import {
  ChangeCreditLimitDto,
  CreditLimitDto,
  CreditLimitPageDto,
  CreditLimitsQuery,
  OpenCreditLimitDto,
} from './dto/limit.dto.js';
import { CLIENT_LIMIT, CREDIT_LIMIT_ID } from './financing.examples.js';

/** How much may be owed at once: platform → lender → group → client → product → buyer. */
@ApiTags('Financing')
@Controller('v1/financing/credit-limits')
export class CreditLimitsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: CreditLimits,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listCreditLimits',
    summary: 'Every level at which something was drawn or set',
    description: 'Newest first, by level or party. A level without a limit stops nothing, but counts what is owed.',
    scope: 'financing:read',
    answers: CreditLimitPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { level, partyId, ...query }: CreditLimitsQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<CreditLimitDto>> {
    const filter = { level, subjectUuid: parseOptionalId('party', partyId) };
    const found = await this.unitOfWork.read(caller, (view) => this.limits.list(view, query, filter));
    return mapPage(found, (row) => CreditLimitDto.of(row, language));
  }

  @Get(':id')
  @ApiParam(CREDIT_LIMIT_ID)
  @QueryOperation({
    id: 'getCreditLimit',
    summary: 'One limit, and what of it is taken',
    description: 'Reserved on application, used on draw, restored on repayment.',
    scope: 'financing:read',
    answers: CreditLimitDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<CreditLimitDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.limits.get(view, parseId('creditLimit', id)));
    return withETag(reply, CreditLimitDto.of(found, language));
  }

  @Post()
  @CommandOperation({
    id: 'openCreditLimit',
    summary: 'Set a limit where none was set',
    description:
      'For the lender, or the owner: of all that is lent (`platform`), of a lender, a guarantee group, a client, a client’s ' +
      'product, or a buyer. What is owed already counts. With a policy on `financing.limit.change` a second person approves it ' +
      'first: until then it is `proposed`.',
    scope: 'financing:terms',
    answers: CreditLimitDto,
    speaks: true,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { client: CLIENT_LIMIT },
    problems: [InvalidInputError, CreditLimitExistsError, LimitBelowExposureError],
  })
  open(@CommandOf() command: Command, @Body() body: OpenCreditLimitDto): Promise<string> {
    const names = OpenCreditLimitDto.toNames(body);
    return this.commands.run(
      command,
      (tx) => this.limits.open(tx, body.level, names, Money.fromJSON(body.limit)),
      (row) => CreditLimitDto.of(row, command.language),
    );
  }

  @Put(':id')
  @ApiParam(CREDIT_LIMIT_ID)
  @CommandOperation({
    id: 'setCreditLimit',
    summary: 'Set another limit',
    description:
      'At once, for what is asked for from now on; never below what is owed and asked for. The ETag counts draws and repayments ' +
      'too: who sets a limit has seen what is owed. With a policy on `financing.limit.change` a second person approves it first.',
    scope: 'financing:terms',
    answers: CreditLimitDto,
    speaks: true,
    ifMatch: 'required',
    byId: true,
    dryRun: true,
    examples: { higher: { limit: { amount: '8000000.00', currency: 'CNY' } } },
    problems: [InvalidInputError, LimitBelowExposureError],
  })
  set(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { limit }: ChangeCreditLimitDto,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.limits.change(tx, parseId('creditLimit', id), Money.fromJSON(limit)),
      (row) => CreditLimitDto.of(row, command.language),
    );
  }
}
