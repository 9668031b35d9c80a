import { Readable } from 'node:stream';

import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { ApiSpoken, LanguageOf } from '../../platform/http/language.js';
import { COSTLY_NOTE, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { DeadlineCalendar } from '../application/deadline-calendar.js';
import { DeadlineReader } from '../application/deadline-reader.service.js';
import { CalendarQuery, DeadlineDto, DeadlinePageDto, DeadlinesQuery } from './dto/deadline.dto.js';

/** The clocks that exports have started: by when what must be done. */
@ApiTags('Refund deadlines')
@Controller('v1/tax-refund')
export class DeadlinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: DeadlineReader,
    private readonly calendar: DeadlineCalendar,
  ) {}

  @Get('deadlines')
  @QueryOperation({
    id: 'listRefundDeadlines',
    summary: 'By when what must be done for refunds',
    description: 'The one whose last day comes first stands first. Those that are met stay in the list.',
    scope: 'tax_refund:read',
    answers: DeadlinePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DeadlinesQuery): Promise<Page<DeadlineDto>> {
    const { kind, state, from, to } = query;
    const sellerId = parseOptionalId('party', query.sellerId);
    const orderId = parseOptionalId('order', query.orderId);
    const filter = { kind, state, from, to, sellerId, orderId };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, DeadlineDto.from);
  }

  @Get('deadlines.ics')
  @ApiOperation({
    operationId: 'exportRefundDeadlines',
    summary: 'The deadlines as a calendar',
    description:
      'iCalendar (RFC 5545), streamed: a whole day for each deadline that runs or was missed, with reminders. An entry keeps ' +
      `its UID, so that a calendar that subscribes sees it move.\n\nScope: \`tax_refund:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'tax_refund:read')
  @RequiresScope('tax_refund:read', { isCostly: true, operationId: 'exportRefundDeadlines' })
  @ApiSpoken()
  @ApiProduces('text/calendar')
  @ApiResponse({
    status: 200,
    description: 'The calendar',
    content: { 'text/calendar': { schema: { type: 'string', maxLength: 1_000_000_000 } } },
  })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS)
  exportCalendar(
    @CallerOf() caller: Principal,
    @Query() { kind, sellerId }: CalendarQuery,
    @LanguageOf() language: Language,
  ): StreamableFile {
    const filter = { kind, sellerId: parseOptionalId('party', sellerId) };
    return new StreamableFile(Readable.from(this.calendar.write(caller, filter, language)), {
      type: 'text/calendar; charset=utf-8',
      disposition: 'attachment; filename="refund-deadlines.ics"',
    });
  }

  @Get('deadlines/:id')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'ddl_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getRefundDeadline',
    summary: 'One deadline',
    description: 'With the VAT that falls due where the limit of 36 months is missed, and how it is worked out.',
    scope: 'tax_refund:read',
    answers: DeadlineDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeadlineDto> {
    const deadlineId = parseId('deadline', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, deadlineId));
    return withETag(reply, DeadlineDto.from(found));
  }
}
