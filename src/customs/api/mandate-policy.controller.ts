import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { MandatePolicies } from '../application/mandate-policies.service.js';
import { BrokerMandateRequiredError } from '../domain/broker-mandate.errors.js';
import { BrokerMandatePolicyDto, BrokerMandatePolicyRequest } from './dto/broker-mandate.dto.js';

/** Whether a tenant declares nothing without a broker's mandate. */
@ApiTags('Broker mandates')
@Controller('v1/customs/broker-mandate-policy')
export class MandatePolicyController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: MandatePolicies,
  ) {}

  @Get()
  @QueryOperation({
    id: 'readBrokerMandatePolicy',
    summary: "Whether a broker's mandate is required",
    description: 'Of a live tenant always. Of a sandbox tenant only once it has asked for it.',
    scope: 'customs:read',
    answers: BrokerMandatePolicyDto,
  })
  async read(@CallerOf() caller: Principal): Promise<BrokerMandatePolicyDto> {
    return BrokerMandatePolicyDto.from(await this.unitOfWork.read(caller, (view) => this.policies.get(view)));
  }

  @Put()
  @CommandOperation({
    id: 'setBrokerMandatePolicy',
    summary: "Require a broker's mandate, or not",
    description:
      'In a sandbox tenant: with it, declarations pass the gate of live operation. A mandate that was there and has ended ' +
      'keeps them back either way.',
    scope: 'customs:write',
    answers: BrokerMandatePolicyDto,
    examples: { required: { required: true } },
    problems: [BrokerMandateRequiredError],
  })
  set(@CommandOf() command: Command, @Body() { required }: BrokerMandatePolicyRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.policies.set(tx, required), BrokerMandatePolicyDto.from);
  }
}
