import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { DuesPurchases } from '../application/dues-purchases.js';
import { DuesPurchaseDto, DuesPurchasePageDto, DuesPurchasesQuery } from './dto/dues-purchase.dto.js';

@ApiTags('FX')
@Controller('v1/fx/dues-purchases')
export class DuesPurchasesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly purchases: DuesPurchases,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listDuesPurchases',
    summary: 'Dues paid in another currency, newest first',
    description:
      'What sellers owed in foreign currency, such as freight, and what of their CNY was taken for it: at which price of ' +
      'the bank’s board, of which time, and how the cost was worked out.',
    scope: 'fx:read',
    answers: DuesPurchasePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DuesPurchasesQuery): Promise<DuesPurchasePageDto> {
    const { sellerId, orderId } = query;
    const filter = {
      partyId: parseOptionalId('party', sellerId),
      orderId: parseOptionalId('order', orderId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.purchases.list(view, query, filter));
    return mapPage(found, DuesPurchaseDto.from);
  }
}
