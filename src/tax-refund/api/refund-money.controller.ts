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
import { RefundMoney } from '../application/refund-money.service.js';
import { ageingChart } from '../domain/ageing-chart.js';
import { type MoneyFilter } from '../entities/refund-money.table.js';
import {
  RefundAgeingDto,
  RefundForecastDto,
  RefundForecastQuery,
  RefundMoneyQuery,
  RefundSummaryDto,
} from './dto/refund-money.dto.js';

/** What refunds are worth: by the books, by week, by age. */
@ApiTags('Refund money')
@Controller('v1/tax-refund')
export class RefundMoneyController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly money: RefundMoney,
  ) {}

  @Get('summary')
  @QueryOperation({
    id: 'sumRefunds',
    summary: 'What refunds came to',
    description:
      'Expected, filed, approved, received, advanced and clawed back: of all, of an exporter, an order or a period.',
    scope: 'tax_refund:read',
    costly: true,
    answers: RefundSummaryDto,
  })
  async summary(@CallerOf() caller: Principal, @Query() query: RefundMoneyQuery): Promise<RefundSummaryDto> {
    const filter = filterOf(query);
    return RefundSummaryDto.from(await this.unitOfWork.read(caller, (view) => this.money.summary(view, filter)));
  }

  @Get('forecast')
  @QueryOperation({
    id: 'forecastRefunds',
    summary: 'When refunds are likely to be paid, by week',
    description:
      'From the state of each open claim, the working days of the class of its enterprise, and how long it lately took. The ' +
      'first hundred are explained one by one.',
    scope: 'tax_refund:read',
    costly: true,
    answers: RefundForecastDto,
  })
  async forecast(@CallerOf() caller: Principal, @Query() query: RefundForecastQuery): Promise<RefundForecastDto> {
    const { weeks = 13 } = query;
    const filter = filterOf(query);
    return RefundForecastDto.from(
      await this.unitOfWork.read(caller, (view) => this.money.forecast(view, filter, weeks)),
    );
  }

  @Get('ageing')
  @QueryOperation({
    id: 'ageRefunds',
    summary: 'How long open claims have waited',
    description: 'By days since they were filed.',
    scope: 'tax_refund:read',
    costly: true,
    answers: RefundAgeingDto,
  })
  async ageing(@CallerOf() caller: Principal, @Query() query: RefundMoneyQuery): Promise<RefundAgeingDto> {
    const filter = filterOf(query);
    return RefundAgeingDto.from(await this.unitOfWork.read(caller, (view) => this.money.ageing(view, filter)));
  }

  @Get('ageing.svg')
  @ApiOperation({
    operationId: 'drawRefundAgeing',
    summary: 'How long open claims have waited, as a picture',
    description: `SVG, with title and description for who cannot see it; it names nobody.\n\nScope: \`tax_refund:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'tax_refund:read')
  @RequiresScope('tax_refund:read', { isCostly: true, operationId: 'drawRefundAgeing' })
  @ApiSpoken()
  @ApiProduces('image/svg+xml')
  @ApiResponse({
    status: 200,
    description: 'The picture',
    content: { 'image/svg+xml': { schema: { type: 'string', maxLength: 20_000 } } },
  })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS)
  async drawAgeing(
    @CallerOf() caller: Principal,
    @Query() query: RefundMoneyQuery,
    @LanguageOf() language: Language,
  ): Promise<StreamableFile> {
    const filter = filterOf(query);
    const found = await this.unitOfWork.read(caller, (view) => this.money.ageing(view, filter));
    return new StreamableFile(Buffer.from(ageingChart(found, language)), { type: 'image/svg+xml; charset=utf-8' });
  }
}

function filterOf({ sellerId, orderId, period }: RefundMoneyQuery): MoneyFilter {
  return { sellerId: parseOptionalId('party', sellerId), orderId: parseOptionalId('order', orderId), period };
}
