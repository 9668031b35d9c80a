import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { IfMatchRequiredError, ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { PeriodOutcomes } from '../application/period-outcomes.service.js';
import { TaxPeriods } from '../application/tax-periods.service.js';
import { PeriodInUseError } from '../domain/claim.errors.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import {
  TaxPeriodDto,
  TaxPeriodOutcomeDto,
  TaxPeriodOutcomeQuery,
  TaxPeriodPageDto,
  TaxPeriodRequest,
  TaxPeriodsQuery,
} from './dto/period.dto.js';

const PERIOD_FORMAT = /^\d{4}(0[1-9]|1[0-2])$/;
const PERIOD = {
  name: 'period',
  description: 'Year and month',
  schema: { type: 'string', pattern: '^\\d{6}$', maxLength: 6, example: '202611' },
} as const;

/** The VAT figures of manufacturers, month by month. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/periods')
export class PeriodsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly periods: TaxPeriods,
    private readonly outcomes: PeriodOutcomes,
  ) {}

  @Put(':period')
  @ApiParam(PERIOD)
  @CommandOperation({
    id: 'declareTaxPeriod',
    summary: "Give a manufacturer's VAT figures of a month",
    description:
      '免抵退税 compares the credit of the whole period: without these figures a claim of that month waits. ' +
      'A correction needs If-Match, and is possible until a claim stands on the period. The credit of the period before is taken ' +
      'over where it is left out.',
    scope: 'tax_refund:write',
    answers: TaxPeriodDto,
    examples: {
      month: {
        sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
        domesticOutputVat: { amount: '65000.00', currency: 'CNY' },
        inputVat: { amount: '91000.00', currency: 'CNY' },
        carryForwardCredit: { amount: '0.00', currency: 'CNY' },
        fxRates: [{ currency: 'USD', rate: '7.0827', source: 'SAFE middle rate of 2026-11-02' }],
      },
    },
    ifMatch: 'optional',
    byId: true,
    problems: [IfMatchRequiredError, PeriodInUseError],
  })
  declare(
    @CommandOf() command: Command,
    @Param('period') period: string,
    @Body() body: TaxPeriodRequest,
  ): Promise<string> {
    if (!PERIOD_FORMAT.test(period)) throw new ResourceNotFoundError(SAY.period_format);
    return this.commands.run(
      command,
      (tx) => this.periods.declare(tx, parseId('party', body.sellerId), period, body.toData()),
      TaxPeriodDto.from,
    );
  }

  @Get(':period/outcome')
  @ApiParam(PERIOD)
  @QueryOperation({
    id: 'reckonTaxPeriod',
    summary: "What a manufacturer's month comes to, and what goes over into the next",
    description:
      'By the claims made in it so far: VAT to pay, refund, what is set off, and the credit of the month after. Where that is ' +
      'recorded, `next.difference` says what a correction of this month changes in it.',
    scope: 'tax_refund:read',
    answers: TaxPeriodOutcomeDto,
    byId: true,
  })
  async outcome(
    @CallerOf() caller: Principal,
    @Param('period') period: string,
    @Query() { sellerId }: TaxPeriodOutcomeQuery,
  ): Promise<TaxPeriodOutcomeDto> {
    if (!PERIOD_FORMAT.test(period)) throw new ResourceNotFoundError(SAY.period_format);
    const seller = parseId('party', sellerId);
    const found = await this.unitOfWork.read(caller, (view) => this.outcomes.standing(view, seller, period));
    return TaxPeriodOutcomeDto.from(found);
  }

  @Get()
  @QueryOperation({
    id: 'listTaxPeriods',
    summary: 'The tax periods of the manufacturers',
    description: 'Newest first.',
    scope: 'tax_refund:read',
    answers: TaxPeriodPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: TaxPeriodsQuery): Promise<Page<TaxPeriodDto>> {
    const sellerId = query.sellerId === undefined ? undefined : parseId('party', query.sellerId);
    const found = await this.unitOfWork.read(caller, (view) => this.periods.list(view, query, sellerId));
    return mapPage(found, TaxPeriodDto.from);
  }
}
