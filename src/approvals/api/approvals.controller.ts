import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Decisions } from '../application/decisions.js';
import {
  AlreadyDecidedError,
  ApprovalTimeUpError,
  MakerCannotDecideError,
  NotAPersonError,
  NotTheMakerError,
  RoleCannotDecideError,
} from '../domain/approval.errors.js';
import { type ApprovalRequest } from '../entities/approval-request.entity.js';
import { ApprovalDto, ApprovalPageDto, ApprovalReasonRequest, ApprovalsQuery } from './dto/approval.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'apr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const DECIDING = [
  IllegalTransitionError,
  ApprovalTimeUpError,
  NotAPersonError,
  MakerCannotDecideError,
  AlreadyDecidedError,
  RoleCannotDecideError,
];

@ApiTags('Approvals')
@Controller('v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: Decisions,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listApprovals',
    summary: 'What waits for a second person, and what did',
    description: 'Newest first. `state=pending` is the list to work through.',
    scope: 'approvals:read',
    answers: ApprovalPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ApprovalsQuery,
    @LanguageOf() language: Language,
  ): Promise<ApprovalPageDto> {
    const { state, command } = query;
    const filter = { state, command, orderId: parseOptionalId('order', query.orderId) };
    const found = await this.unitOfWork.read(caller, (view) => this.decisions.list(view, query, filter));
    return mapPage(found, (request) => ApprovalDto.from(request, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getApproval',
    summary: 'One request',
    description: 'What exactly would be done, who asked, who has said what, and until when it can be decided.',
    scope: 'approvals:read',
    answers: ApprovalDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ApprovalDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.decisions.get(view, parseId('approval', id)));
    return withETag(reply, ApprovalDto.from(found, language));
  }

  @Post(':id/approval')
  @ApiParam(ID)
  @CommandOperation({
    id: 'approveRequest',
    summary: 'Approve',
    description:
      'For a person of the tenant who has one of `roles` and is not behind the command. With the last approval needed ' +
      'the step is taken by itself, once, provided that it is still what was approved.',
    scope: 'approvals:decide',
    answers: ApprovalDto,
    speaks: true,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: DECIDING,
  })
  approve(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.answer(command, (tx) => this.decisions.approve(tx, command.caller, parseId('approval', id)));
  }

  @Post(':id/refusal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'refuseRequest',
    summary: 'Refuse',
    description: 'The first person who refuses decides. What waited shows the reason, and can be asked for anew.',
    scope: 'approvals:decide',
    answers: ApprovalDto,
    speaks: true,
    examples: { new_account: { reason: 'The account is new to us' } },
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: DECIDING,
  })
  refuse(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: ApprovalReasonRequest,
  ): Promise<string> {
    return this.answer(command, (tx) => this.decisions.refuse(tx, command.caller, parseId('approval', id), reason));
  }

  @Post(':id/withdrawal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'withdrawRequest',
    summary: 'Take a request back',
    description: 'For whoever asked, or is behind the key or client that did.',
    scope: 'approvals:request',
    answers: ApprovalDto,
    speaks: true,
    examples: { mistake: { reason: 'Entered by mistake' } },
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, NotTheMakerError],
  })
  withdraw(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: ApprovalReasonRequest,
  ): Promise<string> {
    return this.answer(command, (tx) => this.decisions.withdraw(tx, command.caller, parseId('approval', id), reason));
  }

  private answer(command: Command, work: (tx: Tx) => Promise<ApprovalRequest>): Promise<string> {
    return this.commands.run(command, work, (request) => ApprovalDto.from(request, command.language));
  }
}
