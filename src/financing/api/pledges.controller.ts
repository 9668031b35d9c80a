import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { Pledges } from '../application/pledges.service.js';
import { PledgeCheckDto, PledgeCheckQuery } from './dto/pledge.dto.js';

/** One asset backs one loan, across all tenants. */
@ApiTags('Financing')
@Controller('v1/financing')
export class PledgesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pledges: Pledges,
  ) {}

  @Get('pledge-check')
  @QueryOperation({
    id: 'checkPledge',
    summary: 'Whether something backs a loan already',
    description:
      'Of all tenants of the platform, by a keyed hash: it is `free` or `used`, and nobody is told whose. Nothing is kept of the ' +
      'question, and nothing reserved by it; what backs an advance is taken when that is asked for, and free again when it is ' +
      'repaid or declined.',
    scope: 'financing:read',
    costly: true,
    answers: PledgeCheckDto,
  })
  async check(@CallerOf() caller: Principal, @Query() { kind, number }: PledgeCheckQuery): Promise<PledgeCheckDto> {
    const { livemode } = caller;
    const isUsed = await this.unitOfWork.read(caller, (view) =>
      this.pledges.isPledged(view, livemode, { kind, number }),
    );
    return { kind, outcome: isUsed ? 'used' : 'free' };
  }
}
