import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { Receivables } from '../application/collections/receivables.js';
import { ReceivableDto, ReceivablePageDto, ReceivablesQuery } from './dto/receivable.dto.js';

@ApiTags('FX')
@Controller('v1/fx/receivables')
export class ReceivablesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receivables: Receivables,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listReceivables',
    summary: 'What buyers owe, newest first',
    description: 'One receivable for each placed order: what is owed, what has arrived, what is still missing.',
    scope: 'fx:read',
    answers: ReceivablePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ReceivablesQuery): Promise<ReceivablePageDto> {
    const { sellerId, orderId, state } = query;
    const filter = {
      partyId: parseOptionalId('party', sellerId),
      orderId: parseOptionalId('order', orderId),
      state,
    };
    const found = await this.unitOfWork.read(caller, (view) => this.receivables.list(view, query, filter));
    return mapPage(found, ReceivableDto.from);
  }
}
