import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { listRateChanges } from '../application/rate-change-list.js';
import { RateChangeDto, RateChangePageDto, RateChangesQuery } from './dto/rate-changes.dto.js';

/** What new issues of the refund library meant for the orders that were open then. */
@ApiTags('Rate changes')
@Controller('v1/tax-refund/rate-changes')
export class RateChangesController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @QueryOperation({
    id: 'listRateChanges',
    summary: 'The orders whose refund rates a new issue of the library changed',
    description:
      'Newest first: for each order that was not claimed yet, the lines with the rate before and after, the days that each ' +
      'holds, and what the refund becomes more or less.',
    scope: 'tax_refund:read',
    answers: RateChangePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: RateChangesQuery): Promise<RateChangePageDto> {
    const orderId = parseOptionalId('order', query.orderId);
    const found = await this.unitOfWork.read(caller, (view) => listRateChanges(view, query, orderId));
    return mapPage(found, RateChangeDto.from);
  }
}
