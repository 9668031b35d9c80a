import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Policies } from '../application/policies.js';
import { PolicyEndedError, PolicyExistsError } from '../domain/approval.errors.js';
import {
  ApprovalPolicyDto,
  ApprovalPolicyPageDto,
  PoliciesQuery,
  PolicyChangeRequest,
  PolicyRequest,
} from './dto/policy.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'apl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const EXAMPLE = {
  command: 'fx.payout',
  limits: [{ amount: '9000000.00', currency: 'CNY' }],
  roles: ['approver', 'owner'],
  approvers: 1,
  lifetimeHours: 72,
};

@ApiTags('Approval policies')
@Controller('v1/approval-policies')
export class PoliciesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: Policies,
  ) {}

  @Post()
  @CommandOperation({
    id: 'makeApprovalPolicy',
    summary: 'Ask for a second person',
    description:
      'From now on this command needs approval above the limit, whoever or whatever gives it. Only an owner of the ' +
      'tenant, signed in, can; no key or client is given this scope.',
    scope: 'approvals:write',
    answers: ApprovalPolicyDto,
    status: 201,
    examples: { payouts: EXAMPLE },
    problems: [InvalidInputError, PolicyExistsError],
  })
  make(@CommandOf() command: Command, @Body() { command: guarded, ...terms }: PolicyRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.policies.make(tx, guarded, terms), ApprovalPolicyDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listApprovalPolicies',
    summary: 'What needs a second person',
    description: 'Newest first, those that have ended among them. Of each command one is in force at most.',
    scope: 'approvals:read',
    answers: ApprovalPolicyPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: PoliciesQuery): Promise<ApprovalPolicyPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.policies.list(view, query, query.command));
    return mapPage(found, ApprovalPolicyDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getApprovalPolicy',
    summary: 'One policy',
    description: 'As it now stands.',
    scope: 'approvals:read',
    answers: ApprovalPolicyDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ApprovalPolicyDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.policies.get(view, parseId('approvalPolicy', id)));
    return withETag(reply, ApprovalPolicyDto.from(found));
  }

  @Patch(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'changeApprovalPolicy',
    summary: 'Change a policy',
    description:
      'Holds at once, for what is asked for from now on; what waits already keeps the terms it was asked under. What ' +
      'loosens says so in the audit.',
    scope: 'approvals:write',
    answers: ApprovalPolicyDto,
    examples: { longer: { lifetimeHours: 96 } },
    ifMatch: 'required',
    byId: true,
    problems: [InvalidInputError, PolicyEndedError],
  })
  change(@CommandOf() command: Command, @Param('id') id: string, @Body() change: PolicyChangeRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.policies.change(tx, parseId('approvalPolicy', id), given(change)),
      ApprovalPolicyDto.from,
    );
  }

  @Post(':id/termination')
  @ApiParam(ID)
  @CommandOperation({
    id: 'endApprovalPolicy',
    summary: 'End a policy',
    description:
      'The command needs nobody from now on. What waits already goes on waiting, until it is asked for anew.',
    scope: 'approvals:write',
    answers: ApprovalPolicyDto,
    ifMatch: 'optional',
    byId: true,
    problems: [PolicyEndedError],
  })
  end(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.policies.end(tx, parseId('approvalPolicy', id)),
      ApprovalPolicyDto.from,
    );
  }
}

/** A field that is left out stays. */
function given(change: PolicyChangeRequest): Partial<Required<PolicyChangeRequest>> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
