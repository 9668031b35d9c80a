import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf } from '../../platform/http/command.js';
import { ApiSpoken, LanguageOf } from '../../platform/http/language.js';
import { COSTLY_NOTE, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { CashFlows, type CashOutlook } from '../application/cash-flows.service.js';
import { forecastChart } from '../domain/cash-flow/forecast-chart.js';
import { CashForecastDto, CashForecastQuery, WEEKS_USUAL } from './dto/cash-flow.dto.js';

/** What a client's orders and advances are expected to bring and to cost, week by week. Nothing here changes anything. */
@ApiTags('Financing')
@Controller('v1/financing/cash-flow-forecast')
export class CashFlowsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cashFlows: CashFlows,
  ) {}

  @Get()
  @QueryOperation({
    id: 'getCashFlowForecast',
    summary: 'Money expected by week: receipts, refunds, dues',
    description:
      'What buyers still owe, on the day that is likely for each order (thirty days after departure, forty after the goods are ' +
      'ready, seventy-five after the order was placed, whichever is known best); refunds that are matched, thirty days after ' +
      'their match; advances, repaid by the refund of their order or at maturity. Estimates: nothing is promised by them. Calls ' +
      'of guarantee groups and fees of other services are not among them.',
    scope: 'financing:read',
    costly: true,
    answers: CashForecastDto,
  })
  async get(@CallerOf() caller: Principal, @Query() query: CashForecastQuery): Promise<CashForecastDto> {
    return CashForecastDto.from(await this.outlook(caller, query));
  }

  @Get('chart')
  @ApiOperation({
    operationId: 'drawCashFlowForecast',
    summary: 'Money expected by week, as a picture',
    description: `SVG, with title and description for who cannot see it; it names nobody.\n\nScope: \`financing:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'financing:read')
  @RequiresScope('financing:read', { isCostly: true, operationId: 'drawCashFlowForecast' })
  @ApiSpoken()
  @ApiProduces('image/svg+xml')
  @ApiResponse({
    status: 200,
    description: 'The picture',
    content: { 'image/svg+xml': { schema: { type: 'string', maxLength: 100_000 } } },
  })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS)
  async draw(
    @CallerOf() caller: Principal,
    @Query() query: CashForecastQuery,
    @LanguageOf() language: Language,
  ): Promise<StreamableFile> {
    const { forecast } = await this.outlook(caller, query);
    return new StreamableFile(Buffer.from(forecastChart(forecast, language)), { type: 'image/svg+xml; charset=utf-8' });
  }

  private outlook(caller: Principal, { sellerId, weeks = WEEKS_USUAL }: CashForecastQuery): Promise<CashOutlook> {
    const of = { sellerId: parseOptionalId('party', sellerId), weeks };
    return this.unitOfWork.read(caller, (view) => this.cashFlows.forecast(view, of));
  }
}
