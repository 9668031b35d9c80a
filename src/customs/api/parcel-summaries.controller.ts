import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { ParcelSummaries } from '../application/parcel-summaries.service.js';
import { MonthNotOverError, NothingToSummariseError } from '../domain/parcel-summaries/summary.errors.js';
import { SummaryRunDto } from './dto/parcel-summary-run.dto.js';
import {
  ParcelSummariesQuery,
  SummaryMonthDto,
  SummaryMonthLineDto,
  SummaryMonthPageDto,
  SummariseParcelsRequest,
} from './dto/parcel-summary.dto.js';
import { FILED } from './file-about-parcels.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'psm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Monthly summaries of exported lists. */
@ApiTags('Parcel summaries')
@Controller('v1/customs/parcel-summaries')
export class ParcelSummariesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly summaries: ParcelSummaries,
  ) {}

  @Post()
  @CommandOperation({
    ...FILED,
    answers: SummaryRunDto,
    id: 'summariseParcels',
    summary: 'Summarise the lists of a month (汇总申请单)',
    description:
      'Of all lists of the profile that were cleared in that month, are to be summarised (B), and are in no summary: up to 10,000 ' +
      'in one run, the oldest first. With `dryRun` it shows what they should become and files nothing. Whatever customs refuses ' +
      'is due again.',
    problems: [...FILED.problems, ResourceNotFoundError, MonthNotOverError, NothingToSummariseError, InvalidInputError],
    examples: { october: { profileId: 'ecp_01jdq3x7k2e9ta6v0m8r4c5wzb', month: '2026-10' } },
  })
  summarise(@CommandOf() command: Command, @Body() body: SummariseParcelsRequest): Promise<string> {
    const { month, byOwner = false, byGoodsName = false, declarant, note } = body;
    const profileId = parseId('ecommerceProfile', body.profileId);
    const terms = {
      month,
      byOwner,
      byGoodsName,
      ...(declarant !== undefined && { declarant }),
      ...(note !== undefined && { note }),
    };
    return this.commands.run(command, (tx) => this.summaries.run(tx, profileId, terms), SummaryRunDto.ran);
  }

  @Get()
  @QueryOperation({
    id: 'listParcelSummaries',
    summary: 'Months that are to be summarised, newest first',
    description: 'From the first list that is cleared in it. A warning comes five days before the last day.',
    scope: 'customs:read',
    answers: SummaryMonthPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ParcelSummariesQuery): Promise<SummaryMonthPageDto> {
    const filter = { state: query.state, profileId: parseOptionalId('ecommerceProfile', query.profileId) };
    const found = await this.unitOfWork.read(caller, (view) => this.summaries.list(view, query, filter));
    return mapPage(found, SummaryMonthLineDto.of);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getParcelSummary',
    summary: 'One month',
    description: 'How its lists stand, and the export declarations that customs has made of them.',
    scope: 'customs:read',
    answers: SummaryMonthDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SummaryMonthDto> {
    const summaryId = parseId('parcelSummary', id);
    const found = await this.unitOfWork.read(caller, (view) => this.summaries.get(view, summaryId));
    return withETag(reply, SummaryMonthDto.from(found));
  }
}
