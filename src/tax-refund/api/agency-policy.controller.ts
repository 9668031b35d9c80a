import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { AgencyPolicies } from '../application/agency-policies.service.js';
import { AgencyRequiredError } from '../domain/agency.errors.js';
import { AgencyPolicyDto, AgencyPolicyRequest } from './dto/agency.dto.js';

/** Whether a tenant files nothing for a producer without an agreement. */
@ApiTags('Agency agreements')
@Controller('v1/tax-refund/agency-policy')
export class AgencyPolicyController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: AgencyPolicies,
  ) {}

  @Get()
  @QueryOperation({
    id: 'readAgencyPolicy',
    summary: 'Whether an agency agreement is required',
    description: 'Of a live tenant always. Of a sandbox tenant only once it has asked for it.',
    scope: 'tax_refund:read',
    answers: AgencyPolicyDto,
  })
  async read(@CallerOf() caller: Principal): Promise<AgencyPolicyDto> {
    return AgencyPolicyDto.from(await this.unitOfWork.read(caller, (view) => this.policies.get(view)));
  }

  @Put()
  @CommandOperation({
    id: 'setAgencyPolicy',
    summary: 'Require an agency agreement, or not',
    description:
      'In a sandbox tenant: with it, claims that are filed for producers pass the gate of live operation. An agreement that ' +
      'was there and has ended keeps them back either way.',
    scope: 'tax_refund:write',
    answers: AgencyPolicyDto,
    examples: { required: { required: true } },
    problems: [AgencyRequiredError],
  })
  set(@CommandOf() command: Command, @Body() { required }: AgencyPolicyRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.policies.set(tx, required), AgencyPolicyDto.from);
  }
}
