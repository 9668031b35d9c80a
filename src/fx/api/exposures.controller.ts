import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseOptionalId } from '../../kernel/ids.js';
import { type Language, told } from '../../kernel/sentence.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf } from '../../platform/http/command.js';
import { ApiSpoken, LanguageOf } from '../../platform/http/language.js';
import { COSTLY_NOTE, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { type ExposureFilter, Exposures } from '../application/exposures/exposures.js';
import { SAY } from '../domain/exposures/exposure.sentences.js';
import { exposureChart } from '../domain/exposures/exposure-chart.js';
import {
  ExposureItemDto,
  ExposureItemPageDto,
  ExposureItemsQuery,
  type ExposureQuery,
  ExposureTableDto,
  ExposureTableQuery,
} from './dto/exposure.dto.js';
import { HedgeQuery, HedgeSuggestionsDto } from './dto/hedge.dto.js';
import { WhatIfDto, WhatIfQuery } from './dto/what-if.dto.js';

/** What of foreign currency the market still decides, and what could be done about it. Nothing here changes anything. */
@ApiTags('FX')
@Controller('v1/fx/exposures')
export class ExposuresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exposures: Exposures,
  ) {}

  @Get()
  @QueryOperation({
    id: 'getFxExposures',
    summary: 'Open foreign currency by due date',
    description:
      'What buyers owe, what is held and not converted, what is sold and not settled, what sellers owe, less what forwards ' +
      'cover: gross, hedged and open, by currency and due date, worth in CNY at the bank’s board. A currency without a price ' +
      'is named in `unvalued`. `GET /v1/fx/exposures/items` shows the rows behind each figure.',
    scope: 'fx:read',
    costly: true,
    answers: ExposureTableDto,
  })
  async table(@CallerOf() caller: Principal, @Query() query: ExposureTableQuery): Promise<ExposureTableDto> {
    const { by = 'age' } = query;
    const found = await this.unitOfWork.read(caller, (view) => this.exposures.table(view, filterOf(query), by));
    return ExposureTableDto.from(found);
  }

  @Get('items')
  @QueryOperation({
    id: 'listFxExposureItems',
    summary: 'The amounts that exposures are made of, by due date',
    description: 'Each with the row it stands on, when it is due and why, and the forwards that cover it.',
    scope: 'fx:read',
    costly: true,
    answers: ExposureItemPageDto,
  })
  async items(@CallerOf() caller: Principal, @Query() query: ExposureItemsQuery): Promise<ExposureItemPageDto> {
    const { answer, market } = await this.unitOfWork.read(caller, (view) =>
      this.exposures.items(view, filterOf(query), query),
    );
    return mapPage(answer, (item) => ExposureItemDto.of(item, market));
  }

  @Get('what-if')
  @QueryOperation({
    id: 'tryFxExposures',
    summary: 'What a move of the market would do to margins',
    description:
      'For each scenario the effect in CNY on what is open, by order beside the margin that the order expects, and in total. ' +
      'What is hedged is not affected. Move the market by parts (`shifts`), or along a `path` of your own.',
    scope: 'fx:read',
    costly: true,
    answers: WhatIfDto,
    problems: [InvalidInputError],
  })
  async whatIf(@CallerOf() caller: Principal, @Query() query: WhatIfQuery): Promise<WhatIfDto> {
    const scenarios = query.scenarios();
    const found = await this.unitOfWork.read(caller, (view) => this.exposures.whatIf(view, filterOf(query), scenarios));
    return WhatIfDto.from(found);
  }

  @Get('hedge-suggestions')
  @QueryOperation({
    id: 'suggestFxHedges',
    summary: 'What could be sold ahead, and what that would cost',
    description:
      'Order by order: an amount to sell by forward, the days of delivery, its price by interest parity from the bank’s buying ' +
      'price, the cost against spot, the deposit, and what would stay open. Advice: nothing is dealt by it, and the price that ' +
      'counts is that of a quote.',
    scope: 'fx:read',
    costly: true,
    answers: HedgeSuggestionsDto,
    speaks: true,
    problems: [InvalidInputError],
  })
  async suggest(
    @CallerOf() caller: Principal,
    @Query() query: HedgeQuery,
    @LanguageOf() language: Language,
  ): Promise<HedgeSuggestionsDto> {
    const wish = query.wish();
    const found = await this.unitOfWork.read(caller, (view) => this.exposures.hedges(view, filterOf(query), wish));
    return HedgeSuggestionsDto.from(found, told(SAY.rests_on_interest, language));
  }

  @Get('chart')
  @ApiOperation({
    operationId: 'drawFxExposures',
    summary: 'Open foreign currency by due date, as a picture',
    description: `SVG, with title and description for who cannot see it; it names nobody.\n\nScope: \`fx:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'fx:read')
  @RequiresScope('fx:read', { isCostly: true, operationId: 'drawFxExposures' })
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
    @Query() query: ExposureTableQuery,
    @LanguageOf() language: Language,
  ): Promise<StreamableFile> {
    const { by = 'age' } = query;
    const { answer, market } = await this.unitOfWork.read(caller, (view) =>
      this.exposures.table(view, filterOf(query), by),
    );
    const { lines, asOf } = market.board;
    const drawn = exposureChart(answer, { prices: lines, asOf, language });
    return new StreamableFile(Buffer.from(drawn), { type: 'image/svg+xml; charset=utf-8' });
  }
}

function filterOf({ sellerId, orderId, currency, to }: ExposureQuery): ExposureFilter {
  return { sellerId: parseOptionalId('party', sellerId), orderId: parseOptionalId('order', orderId), currency, to };
}
