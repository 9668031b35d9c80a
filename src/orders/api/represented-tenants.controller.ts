import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage, PageQuery } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { RepresentedOrders } from '../application/represented-orders.js';
import { RepresentedTenantDto, RepresentedTenantPageDto } from './dto/represented-tenant.dto.js';

@ApiTags('Mandates')
@Controller('v1/represented-tenants')
export class RepresentedTenantsController {
  constructor(private readonly represented: RepresentedOrders) {}

  @Get()
  @QueryOperation({
    id: 'listRepresentedTenants',
    summary: 'Tenants that you may act for, by their newest mandate',
    description:
      'Each tenant whose mandate holds, with what it allows, and its orders by state where mandate and credential both have `orders:read`.',
    scope: 'mandates:read',
    costly: true,
    answers: RepresentedTenantPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: PageQuery): Promise<RepresentedTenantPageDto> {
    return mapPage(await this.represented.list(caller, query), RepresentedTenantDto.from);
  }
}
