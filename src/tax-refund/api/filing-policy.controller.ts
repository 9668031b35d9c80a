import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { FilingPolicies } from '../application/filing-policies.service.js';
import { FilingPolicyDto } from './dto/filing-policy.dto.js';

/** How a tenant files its claims. */
@ApiTags('Filing batches')
@Controller('v1/tax-refund/filing-policy')
export class FilingPolicyController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: FilingPolicies,
  ) {}

  @Get()
  @QueryOperation({
    id: 'readFilingPolicy',
    summary: 'How claims are filed',
    description: 'Until it is set each claim is filed at once, by itself.',
    scope: 'tax_refund:read',
    answers: FilingPolicyDto,
  })
  read(@CallerOf() caller: Principal): Promise<FilingPolicyDto> {
    return this.unitOfWork.read(caller, (view) => this.policies.get(view));
  }

  @Put()
  @CommandOperation({
    id: 'setFilingPolicy',
    summary: 'File claims at once, or in batches',
    description: 'Of what may be filed from now on; what waits in a batch stays there.',
    scope: 'tax_refund:write',
    answers: FilingPolicyDto,
    examples: { monthly: { mode: 'batched', fileOnDay: 15 } },
  })
  set(@CommandOf() command: Command, @Body() { mode, fileOnDay }: FilingPolicyDto): Promise<string> {
    return this.commands.run(command, (tx) => this.policies.set(tx, { mode, fileOnDay }), FilingPolicyDto.from);
  }
}
