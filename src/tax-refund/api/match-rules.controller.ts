import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { MatchRuleBook } from '../application/match-rules.service.js';
import { MatchRulesDto, MatchRulesRequest } from './dto/match-rules.dto.js';

/** What a tenant matches by. */
@ApiTags('Refund matching')
@Controller('v1/tax-refund/match-rules')
export class MatchRulesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: MatchRuleBook,
  ) {}

  @Get()
  @QueryOperation({
    id: 'readMatchRules',
    summary: 'What is matched by, beside the law',
    description: 'The bands of export cost (换汇成本) of the tax offices, and the codes that the tariff has changed.',
    scope: 'tax_refund:read',
    answers: MatchRulesDto,
  })
  async read(@CallerOf() caller: Principal): Promise<MatchRulesDto> {
    return MatchRulesDto.from(await this.unitOfWork.read(caller, (view) => this.rules.get(view)));
  }

  @Put()
  @CommandOperation({
    id: 'setMatchRules',
    summary: 'Set what is matched by',
    description: 'Replaces all of it, for every look from now on; what is claimed already stays as it is.',
    scope: 'tax_refund:write',
    answers: MatchRulesDto,
    examples: {
      ningbo: {
        costBands: [{ region: '3302', currency: 'USD', from: '5', to: '8.5', validFrom: '2026-01-01' }],
        codeChanges: [{ from: '8516609000', to: '8516609010', changedOn: '2027-01-01' }],
      },
    },
    problems: [InvalidInputError],
  })
  set(@CommandOf() command: Command, @Body() request: MatchRulesRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.rules.set(tx, request.toRules()), MatchRulesDto.from);
  }
}
