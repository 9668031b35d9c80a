import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { listLimits } from '../application/limits.js';
import { Waterfalls } from '../application/waterfalls.service.js';
import { PRODUCTS } from '../data/products.js';
import { LimitListDto, ProductListDto } from './dto/terms.dto.js';
import { WaterfallDto, WaterfallPageDto, WaterfallsQuery } from './dto/waterfall.dto.js';

@ApiTags('Financing')
@Controller('v1/financing')
export class TermsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly waterfalls: Waterfalls,
  ) {}

  @Get('products')
  @QueryOperation({
    id: 'listFinancingProducts',
    summary: 'What lenders offer, and on which terms',
    description: 'Every product with its price and the time it is offered.',
    scope: 'financing:read',
    answers: ProductListDto,
  })
  products(): ProductListDto {
    return ProductListDto.from(PRODUCTS);
  }

  @Get('limits')
  @QueryOperation({
    id: 'listFinancingLimits',
    summary: 'What each client may owe, owes, and may still draw',
    description: 'Reserved on application, used on draw, restored on repayment.',
    scope: 'financing:read',
    answers: LimitListDto,
  })
  async limits(@CallerOf() caller: Principal): Promise<LimitListDto> {
    return LimitListDto.from(await this.unitOfWork.read(caller, listLimits));
  }

  @Get('waterfalls')
  @QueryOperation({
    id: 'listWaterfalls',
    summary: 'Every receipt and what became of it',
    description: 'Fees, penalty, interest, principal, other dues, and what the SME gets; newest first.',
    scope: 'financing:read',
    answers: WaterfallPageDto,
  })
  async splits(
    @CallerOf() caller: Principal,
    @Query() { orderId, ...query }: WaterfallsQuery,
  ): Promise<Page<WaterfallDto>> {
    const orderUuid = parseOptionalId('order', orderId);
    const found = await this.unitOfWork.read(caller, (view) => this.waterfalls.list(view, { ...query, orderUuid }));
    return mapPage(found, WaterfallDto.from);
  }
}
