import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Rates } from '../application/rates.service.js';
import { RateNotOursError, RateWithdrawnError } from '../domain/rate.errors.js';
import { FreightRateDto, FreightRatePageDto, FreightRateRequestDto, FreightRatesQuery } from './dto/rate.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'frt_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The rate',
} as const;

@ApiTags('Freight')
@Controller('v1/freight/rates')
export class RatesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly rates: Rates,
  ) {}

  @Post()
  @CommandOperation({
    id: 'addFreightRate',
    summary: 'Add a freight rate of your own',
    description:
      'It counts before the shared one for the same charge, from its first day of departure on. A rate is never ' +
      'changed: withdraw it and add another.',
    scope: 'freight:write',
    answers: FreightRateDto,
    examples: {
      fixed: {
        mode: 'fcl',
        code: 'OCEAN',
        name: 'Ocean freight',
        basis: 'per_container',
        portOfLoading: 'CNNGB',
        portOfDischarge: 'DEHAM',
        sizeType: '22G1',
        currency: 'USD',
        price: { amount: '1180.00', currency: 'USD' },
        validFrom: '2026-12-01',
        validTo: '2026-12-31',
        source: 'Contract 2026-118',
      },
      percentage: {
        mode: 'fcl',
        code: 'PSS',
        name: 'Peak season surcharge',
        basis: 'percent_of',
        currency: 'USD',
        share: '0.05',
        percentOf: ['OCEAN'],
        validFrom: '2026-12-01',
        source: 'Contract 2026-118',
      },
    },
    status: 201,
    dryRun: true,
    problems: [InvalidInputError],
  })
  add(@CommandOf() command: Command, @Body() request: FreightRateRequestDto): Promise<string> {
    const rate = request.toRate();
    return this.commands.run(command, (tx) => this.rates.add(tx, rate), FreightRateDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listFreightRates',
    summary: 'The rate table',
    description: "Your own rates and the platform's sample tariff. Filters go together.",
    scope: 'freight:read',
    answers: FreightRatePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: FreightRatesQuery): Promise<FreightRatePageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.rates.list(view, query, query));
    return mapPage(found, FreightRateDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFreightRate',
    summary: 'One freight rate',
    description: 'Also one that was withdrawn: old quotes name it.',
    scope: 'freight:read',
    answers: FreightRateDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FreightRateDto> {
    const rate = await this.unitOfWork.read(caller, (view) => this.rates.get(view, parseId('freightRate', id)));
    return withETag(reply, FreightRateDto.from(rate));
  }

  @Post(':id/withdrawal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'withdrawFreightRate',
    summary: 'Withdraw a freight rate of your own',
    description: 'No new quote uses it; quotes that did stand.',
    scope: 'freight:write',
    answers: FreightRateDto,
    byId: true,
    problems: [RateNotOursError, RateWithdrawnError],
  })
  withdraw(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(command, (tx) => this.rates.withdraw(tx, parseId('freightRate', id)), FreightRateDto.from);
  }
}
