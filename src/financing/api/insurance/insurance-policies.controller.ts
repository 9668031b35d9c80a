import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { InsurancePolicies } from '../../application/insurance/insurance-policies.service.js';
import { PolicyExistsError } from '../../domain/insurance/insurance.errors.js';
import {
  EnterPolicyDto,
  InsurancePoliciesQuery,
  InsurancePolicyDto,
  InsurancePolicyPageDto,
} from '../dto/insurance/policy.dto.js';
import { POLICY } from './insurance.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'isp_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The policy',
} as const;

/** Policies of sellers with their insurers. */
@ApiTags('Financing')
@Controller('v1/financing/insurance-policies')
export class InsurancePoliciesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: InsurancePolicies,
  ) {}

  @Post()
  @CommandOperation({
    id: 'enterInsurancePolicy',
    summary: 'Enter a policy of export credit insurance',
    description:
      'As the paper says: cover shares, the longest term of payment, days for declarations and loss notices, the waiting time, ' +
      'premium rates by country grade and term, and the least premium. It never changes: another year is another policy. Every fault ' +
      'is named at once.',
    scope: 'financing:write',
    answers: InsurancePolicyDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { yearly: POLICY },
    problems: [InvalidInputError, PolicyExistsError],
  })
  enter(@CommandOf() command: Command, @Body() body: EnterPolicyDto): Promise<string> {
    const policy = EnterPolicyDto.toPolicy(body);
    return this.commands.run(command, (tx) => this.policies.enter(tx, policy), InsurancePolicyDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listInsurancePolicies',
    summary: 'Policies, newest first',
    description: 'By seller.',
    scope: 'financing:read',
    answers: InsurancePolicyPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { sellerId, ...query }: InsurancePoliciesQuery,
  ): Promise<InsurancePolicyPageDto> {
    const sellerUuid = parseOptionalId('party', sellerId);
    const found = await this.unitOfWork.read(caller, (view) => this.policies.list(view, query, sellerUuid));
    return mapPage(found, InsurancePolicyDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getInsurancePolicy',
    summary: 'One policy',
    description: 'What is covered, by when what is to be said, and what it costs.',
    scope: 'financing:read',
    answers: InsurancePolicyDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<InsurancePolicyDto> {
    const policyId = parseId('insurancePolicy', id);
    const found = await this.unitOfWork.read(caller, (view) => this.policies.get(view, policyId));
    return withETag(reply, InsurancePolicyDto.from(found));
  }
}
