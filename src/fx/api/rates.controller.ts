import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { RateBook } from '../application/rates/rate-book.js';
import { RateHistory } from '../application/rates/rate-history.js';
import { RateIntake } from '../application/rates/rate-intake.js';
import { NoRateError } from '../domain/rates/rates.errors.js';
import { FxRatesRequest, FxRatesTakenDto } from './dto/rate-intake.dto.js';
import { FxPastRateDto, FxPastRatePageDto, FxRateDto, FxRateHistoryQuery, FxRateQuery } from './dto/rate.dto.js';

/** Rates of the bank's board and of those who publish them. */
@ApiTags('FX')
@Controller('v1/fx/rates')
export class RatesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly book: RateBook,
    private readonly pastRates: RateHistory,
    private readonly intake: RateIntake,
  ) {}

  @Get()
  @QueryOperation({
    id: 'readFxRate',
    summary: 'The rate of a pair, and its parts',
    description:
      'As of a time: the source’s rate, whether it is published, turned round, or derived over EUR or CNY with both legs; ' +
      'then reference, mark-up and client’s rate for either side. It is no offer: `POST /v1/fx/quotes` is. 404 where no ' +
      'source has the pair.',
    scope: 'fx:read',
    answers: FxRateDto,
    problems: [InvalidInputError, NoRateError],
  })
  async read(@CallerOf() caller: Principal, @Query() query: FxRateQuery): Promise<FxRateDto> {
    const asked = query.toQuestion();
    return FxRateDto.from(await this.unitOfWork.read(caller, (view) => this.book.read(view, asked)));
  }

  @Get('history')
  @QueryOperation({
    id: 'listFxRates',
    summary: 'Rates of a pair, newest first',
    description:
      'By one source: one for each day on which it published both sides of the pair, or of each board that was fetched.',
    scope: 'fx:read',
    answers: FxPastRatePageDto,
    problems: [InvalidInputError],
  })
  async history(@CallerOf() caller: Principal, @Query() query: FxRateHistoryQuery): Promise<FxPastRatePageDto> {
    const found = await this.unitOfWork.read(caller, async (view) => {
      return this.pastRates.list(view, query.toQuestion(await this.book.now(view)));
    });
    return mapPage(found, FxPastRateDto.from);
  }

  @Post()
  @CommandOperation({
    id: 'takeFxRates',
    summary: 'Take in the rates of a day',
    description:
      'For this tenant, where the operator has not recorded them: middle rates (人民币汇率中间价) as CFETS publishes them, CNY per ' +
      '1 unit, JPY per 100, and MYR RUB ZAR KRW AED SAR HUF PLN DKK SEK NOK TRY MXN THB the other way round, foreign units for ' +
      '1 CNY; or the ECB’s, foreign units for 1 EUR. All or none; a rate the wrong way round is a fault, and so is one that ' +
      'is on record otherwise.',
    scope: 'fx:write',
    answers: FxRatesTakenDto,
    status: 201,
    dryRun: true,
    examples: {
      middle_rates: {
        source: 'cfets',
        publishedOn: '2026-11-02',
        document: 'https://www.chinamoney.com.cn/chinese/bkccpr/',
        rates: [
          { base: 'USD', quote: 'CNY', rate: '7.0712' },
          { base: 'JPY', quote: 'CNY', unit: 100, rate: '4.5321' },
          { base: 'CNY', quote: 'THB', rate: '4.5820' },
        ],
      },
    },
    problems: [InvalidInputError],
  })
  take(@CommandOf() command: Command, @Body() request: FxRatesRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.intake.take(tx, request.toGiven()), FxRatesTakenDto.from);
  }
}
