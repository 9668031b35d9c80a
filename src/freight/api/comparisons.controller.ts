import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { FigureTooLargeError } from '../../kernel/wire.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Comparisons } from '../application/comparisons.service.js';
import { FreightComparisonRequestDto } from './dto/comparison-request.dto.js';
import { FreightComparisonDto, FreightComparisonPageDto, FreightComparisonsQuery } from './dto/comparison.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'frc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The comparison',
} as const;

/** One request, every way of carriage. */
@ApiTags('Freight')
@Controller('v1/freight/comparisons')
export class ComparisonsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly comparisons: Comparisons,
  ) {}

  @Post()
  @CommandOperation({
    id: 'compareFreight',
    summary: 'Price a shipment by every way of carriage',
    description:
      'Full and part containers by sea, air, rail, express, post, dedicated lines, and a warehouse abroad: each with every charge in ' +
      'its own currency, the total in yours, times, cut-offs, an estimate of emissions and what to know of it; of each way without an ' +
      'offer, why. An offer by sea becomes a quote that can be booked: send its `quoteRequest` to `quoteFreight`.',
    scope: 'freight:write',
    answers: FreightComparisonDto,
    speaks: true,
    examples: {
      cartons: {
        origin: 'CNNGB',
        destination: 'DEHAM',
        readyOn: '2026-12-05',
        pieces: [{ count: 40, length: '60', width: '40', height: '40', weight: '12.5' }],
        goodsValue: { amount: '60000.00', currency: 'CNY' },
        incoterm: 'DAP',
        currency: 'CNY',
        rankBy: 'weighted',
        costWeight: '0.6',
        exchangeRates: [
          { currency: 'USD', rate: '7.12' },
          { currency: 'EUR', rate: '7.75' },
        ],
      },
      with_batteries: {
        origin: 'CNSZX',
        destination: 'USLAX',
        readyOn: '2026-12-05',
        pieces: [{ count: 10, length: '16', width: '12', height: '8', weight: '2.4' }],
        lengthUnit: 'in',
        weightUnit: 'lb',
        batteries: 'contained',
        currency: 'USD',
        rankBy: 'time',
      },
    },
    status: 201,
    dryRun: true,
    problems: [InvalidInputError, FigureTooLargeError],
  })
  compare(@CommandOf() command: Command, @Body() request: FreightComparisonRequestDto): Promise<string> {
    const wanted = request.toRequest();
    return this.commands.run(
      command,
      (tx) => this.comparisons.give(tx, wanted),
      FreightComparisonDto.in(command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listFreightComparisons',
    summary: 'Comparisons, newest first',
    description: 'As they were made.',
    scope: 'freight:read',
    answers: FreightComparisonPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: FreightComparisonsQuery,
    @LanguageOf() language: Language,
  ): Promise<FreightComparisonPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.comparisons.list(view, query));
    return mapPage(found, FreightComparisonDto.in(language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFreightComparison',
    summary: 'One comparison',
    description: 'As it was made: prices that have passed `validUntil` are no offer any more.',
    scope: 'freight:read',
    answers: FreightComparisonDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FreightComparisonDto> {
    const comparisonId = parseId('freightComparison', id);
    const found = await this.unitOfWork.read(caller, (view) => this.comparisons.get(view, comparisonId));
    return withETag(reply, FreightComparisonDto.in(language)(found));
  }
}
