import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { DuesPurchases } from '../application/dues/dues-purchases.js';
import {
  DuesPurchaseDto,
  DuesPurchasePageDto,
  DuesPurchasesQuery,
  SellerDuesPurchaseDto,
  SellerDuesPurchasePageDto,
  SellerDuesPurchasesQuery,
} from './dto/dues-purchase.dto.js';

@ApiTags('FX')
@Controller('v1/fx')
export class DuesPurchasesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly purchases: DuesPurchases,
  ) {}

  @Get('dues-purchases')
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
    return mapPage(found, DuesPurchaseDto.of);
  }

  @Get('seller-dues-purchases')
  @QueryOperation({
    id: 'listSellerDuesPurchases',
    summary: 'Dues on no order that were bought by forwards, newest first',
    description:
      'What sellers owed in foreign currency beside their orders, such as charges of a bank, and what it cost.',
    scope: 'fx:read',
    answers: SellerDuesPurchasePageDto,
  })
  async listOfSellers(
    @CallerOf() caller: Principal,
    @Query() { sellerId, ...query }: SellerDuesPurchasesQuery,
  ): Promise<SellerDuesPurchasePageDto> {
    const partyId = parseOptionalId('party', sellerId);
    const found = await this.unitOfWork.read(caller, (view) => this.purchases.listOfSellers(view, query, partyId));
    return mapPage(found, SellerDuesPurchaseDto.from);
  }

  @Get('dues-purchases/:id')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'dpu_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getDuesPurchase',
    summary: 'One payment of dues in another currency',
    description: 'With what of it was given back since.',
    scope: 'fx:read',
    answers: DuesPurchaseDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DuesPurchaseDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.purchases.get(view, parseId('duesPurchase', id)));
    return withETag(reply, DuesPurchaseDto.of(found));
  }
}
