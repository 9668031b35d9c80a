import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { GuaranteeCalls } from '../application/guarantee/guarantee-calls.service.js';
import { RecourseClaims } from '../application/guarantee/recourse-claims.service.js';
import { DebtNotOverdueError, GuaranteeCallOpenError } from '../domain/guarantee/guarantee.errors.js';
import {
  GuaranteeCallDetailsDto,
  GuaranteeCallDto,
  GuaranteeCallPageDto,
  RecourseClaimDto,
  RecourseClaimPageDto,
} from './dto/guarantee-call.dto.js';
import {
  CallGuaranteeDto,
  GuaranteeCallsQuery,
  RecourseClaimsQuery,
  RepayRecourseDto,
} from './dto/guarantee-request.dto.js';
import { GROUP_ID } from './guarantee.examples.js';

const CALL_ID = {
  name: 'id',
  description: 'Id of the call',
  schema: { type: 'string', maxLength: 40, example: 'gcl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const CLAIM_ID = {
  name: 'id',
  description: 'Id of the recourse claim',
  schema: { type: 'string', maxLength: 40, example: 'rcc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const COMMAND = { scope: 'financing:write', idempotencyKey: 'required', ifMatch: 'optional', byId: true } as const;

/** What happens when a member of a guarantee group does not pay, and how it pays back. */
@ApiTags('Financing')
@Controller('v1/financing')
export class GuaranteeCallsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: GuaranteeCalls,
    private readonly claims: RecourseClaims,
  ) {}

  @Post('guarantee-groups/:id/calls')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...COMMAND,
    id: 'callGuarantee',
    summary: 'Call an overdue advance of a member on its guarantee group',
    description:
      'Freezes the group and takes what can be had now: the own account of the member, then the pool, then the others in ' +
      'proportion to their limits, of none more than it has free. The lender gets it by the waterfall of the order; what is ' +
      'missing stands in `shortfall`, to be called again. Who paid has a recourse claim.',
    answers: GuaranteeCallDetailsDto,
    dryRun: true,
    examples: { overdue: { advanceId: 'adv_01jdq3x7k2e9ta6v0m8r4c5wzb' } },
    problems: [
      IllegalTransitionError,
      DebtNotOverdueError,
      GuaranteeCallOpenError,
      InsufficientFundsError,
      MandateLimitError,
    ],
  })
  open(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { advanceId }: CallGuaranteeDto,
  ): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    const advance = parseId('advance', advanceId);
    return this.commands.run(command, (tx) => this.calls.open(tx, groupId, advance), GuaranteeCallDetailsDto.of);
  }

  @Get('guarantee-calls')
  @QueryOperation({
    id: 'listGuaranteeCalls',
    summary: 'Calls on guarantee groups, newest first',
    description: 'By group or state.',
    scope: 'financing:read',
    answers: GuaranteeCallPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: GuaranteeCallsQuery): Promise<GuaranteeCallPageDto> {
    const filter = { groupId: parseOptionalId('guaranteeGroup', query.groupId), state: query.state };
    const found = await this.unitOfWork.read(caller, (view) => this.calls.list(view, query, filter));
    return mapPage(found, GuaranteeCallDto.from);
  }

  @Get('guarantee-calls/:id')
  @ApiParam(CALL_ID)
  @QueryOperation({
    id: 'getGuaranteeCall',
    summary: 'One call, with what was paid for it and the recourse claims',
    description: 'Who paid how much, from where and in which round; and what the defaulted member owes for that.',
    scope: 'financing:read',
    answers: GuaranteeCallDetailsDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<GuaranteeCallDetailsDto> {
    const callId = parseId('guaranteeCall', id);
    const found = await this.unitOfWork.read(caller, (view) => this.calls.get(view, callId));
    return withETag(reply, GuaranteeCallDetailsDto.of(found));
  }

  @Post('guarantee-calls/:id/collection')
  @ApiParam(CALL_ID)
  @CommandOperation({
    ...COMMAND,
    id: 'collectGuaranteeCall',
    summary: 'Call the remainder again',
    description:
      'On whoever has something by now, of none more in all than the liability. What the refund has paid meanwhile is not called; ' +
      'with nothing left the call is covered.',
    answers: GuaranteeCallDetailsDto,
    dryRun: true,
    problems: [IllegalTransitionError, InsufficientFundsError, MandateLimitError],
  })
  collect(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const callId = parseId('guaranteeCall', id);
    return this.commands.run(command, (tx) => this.calls.collect(tx, callId), GuaranteeCallDetailsDto.of);
  }

  @Get('recourse-claims')
  @QueryOperation({
    id: 'listRecourseClaims',
    summary: 'What defaulted members owe those who have paid for them',
    description: 'Newest first; by group, debtor, creditor or state.',
    scope: 'financing:read',
    answers: RecourseClaimPageDto,
  })
  async listClaims(@CallerOf() caller: Principal, @Query() query: RecourseClaimsQuery): Promise<RecourseClaimPageDto> {
    const filter = {
      groupId: parseOptionalId('guaranteeGroup', query.groupId),
      debtorId: parseOptionalId('party', query.debtorId),
      creditorId: parseOptionalId('party', query.creditorId),
      state: query.state,
    };
    const found = await this.unitOfWork.read(caller, (view) => this.claims.list(view, query, filter));
    return mapPage(found, RecourseClaimDto.from);
  }

  @Get('recourse-claims/:id')
  @ApiParam(CLAIM_ID)
  @QueryOperation({
    id: 'getRecourseClaim',
    summary: 'One recourse claim',
    description: 'What was paid for the debtor, and what it still owes of it.',
    scope: 'financing:read',
    answers: RecourseClaimDto,
    byId: true,
  })
  async getClaim(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<RecourseClaimDto> {
    const claimId = parseId('recourseClaim', id);
    const found = await this.unitOfWork.read(caller, (view) => this.claims.get(view, claimId));
    return withETag(reply, RecourseClaimDto.from(found));
  }

  @Post('recourse-claims/:id/repayments')
  @ApiParam(CLAIM_ID)
  @CommandOperation({
    ...COMMAND,
    id: 'repayRecourseClaim',
    summary: 'The debtor pays back who has paid for it',
    description:
      'From what the platform holds for it, to the account of the creditor, or into its part of the pool where that had paid.',
    answers: RecourseClaimDto,
    dryRun: true,
    examples: { part: { amount: { amount: '0.01', currency: 'CNY' } } },
    problems: [InvalidInputError, IllegalTransitionError, InsufficientFundsError, MandateLimitError],
  })
  repay(@CommandOf() command: Command, @Param('id') id: string, @Body() { amount }: RepayRecourseDto): Promise<string> {
    const claimId = parseId('recourseClaim', id);
    return this.commands.run(command, (tx) => this.claims.repay(tx, claimId, amount), RecourseClaimDto.from);
  }
}
