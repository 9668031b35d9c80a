import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf } from '../http/command.js';
import { QueryOperation } from '../http/operation.js';
import { type Principal } from '../http/request.js';
import { usageOf } from './usage.js';
import { UsageDto, UsageQuery } from './usage.dto.js';
import { PERIOD_DAYS_MAX, usagePeriod } from './usage-period.js';

@ApiTags('Usage')
@Controller('v1/usage')
export class UsageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @QueryOperation({
    id: 'getUsage',
    summary: 'How much you ask of the API: by day, by operation, by credential',
    description:
      `Counted from the request log, a second or two after each answer, and kept for 400 days; up to ${PERIOD_DAYS_MAX} of ` +
      'them at once. In real time, in a sandbox too. In an outage requests may be missing.',
    scope: 'operations:read',
    answers: UsageDto,
  })
  async get(@CallerOf() caller: Principal, @Query() query: UsageQuery): Promise<UsageDto> {
    const period = usagePeriod(query, this.clock.now().toISOString().slice(0, 10));
    return UsageDto.of(await this.unitOfWork.read(caller, (view) => usageOf(view, period, query)), period);
  }
}
