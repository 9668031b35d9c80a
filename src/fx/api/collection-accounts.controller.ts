import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { CollectionAccounts } from '../application/collections/collection-accounts.js';
import {
  CollectionAccountDto,
  CollectionAccountPageDto,
  CollectionAccountsQuery,
} from './dto/collection-account.dto.js';

@ApiTags('FX')
@Controller('v1/fx/collection-accounts')
export class CollectionAccountsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CollectionAccounts,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listCollectionAccounts',
    summary: 'Collection accounts, newest first',
    description:
      'Where buyers pay: one account for each seller and currency, opened by itself when the seller places its first order ' +
      'in that currency; and one in CNY, from which payouts leave.',
    scope: 'fx:read',
    answers: CollectionAccountPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: CollectionAccountsQuery,
  ): Promise<CollectionAccountPageDto> {
    const { sellerId, currency, state } = query;
    const filter = { partyId: parseOptionalId('party', sellerId), currency, state };
    const found = await this.unitOfWork.read(caller, (view) => this.accounts.list(view, query, filter));
    return mapPage(found, CollectionAccountDto.from);
  }
}
