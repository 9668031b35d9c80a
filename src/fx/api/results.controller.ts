import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { FxResults } from '../application/results/fx-results.js';
import {
  CarryingMovementDto,
  CarryingMovementPageDto,
  CarryingMovementsQuery,
  FxResultsDto,
  FxResultsQuery,
} from './dto/result.dto.js';

@ApiTags('FX')
@Controller('v1/fx/results')
export class FxResultsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly results: FxResults,
  ) {}

  @Get()
  @QueryOperation({
    id: 'getFxResults',
    summary: 'Gains and losses by exchange rates',
    description:
      'Realised: what exchanges of orders’ money brought against the rate it was booked at, by currency and order. Unrealised: ' +
      'what month-end revaluations booked and took back. Beside both what the ledger says of the same days. Exchanges that ' +
      'could not be valued are named in `unvalued`.',
    scope: 'fx:read',
    costly: true,
    answers: FxResultsDto,
    problems: [InvalidInputError],
  })
  async summary(@CallerOf() caller: Principal, @Query() query: FxResultsQuery): Promise<FxResultsDto> {
    const { sellerId, orderId } = query;
    const ids = { sellerId: parseOptionalId('party', sellerId), orderId: parseOptionalId('order', orderId) };
    const filter = { ...query.days(), ...ids };
    const found = await this.unitOfWork.read(caller, (view) => this.results.summary(view, filter));
    return FxResultsDto.from(filter, found);
  }

  @Get('items')
  @QueryOperation({
    id: 'listFxResultItems',
    summary: 'What orders’ foreign currency stands at in CNY, movement by movement, newest first',
    description:
      'Money comes in at the rate of the day on which it is recognised and goes out at its average; what an exchange brings ' +
      'beyond that is its result. Each with its working.',
    scope: 'fx:read',
    answers: CarryingMovementPageDto,
  })
  async items(@CallerOf() caller: Principal, @Query() query: CarryingMovementsQuery): Promise<CarryingMovementPageDto> {
    const { sellerId, orderId, kind } = query;
    const filter = {
      sellerId: parseOptionalId('party', sellerId),
      orderId: parseOptionalId('order', orderId),
      kind,
    };
    const found = await this.unitOfWork.read(caller, (view) => this.results.movements(view, query, filter));
    return mapPage(found, CarryingMovementDto.from);
  }
}
