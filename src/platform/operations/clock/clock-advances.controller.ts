import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../http/command.js';
import { withETag } from '../../http/etag.js';
import { LanguageOf } from '../../http/language.js';
import { CommandOperation, QueryOperation } from '../../http/operation.js';
import { mapPage, PageQuery } from '../../http/paging.js';
import { type Principal, type Reply } from '../../http/request.js';
import { beginAdvance, getAdvance, listAdvances } from './clock-advances.js';
import { ClockAdvanceDto, ClockAdvancePageDto, ClockAdvanceRequest, ClockReportDto } from './clock-advances.dto.js';
import { reportOf } from './clock-steps.js';
import {
  ClockAdvancingError,
  ClockRunsForwardError,
  ClockTooFarError,
  NoClockInLivemodeError,
} from './sandbox-clock.errors.js';

/** Time in a sandbox that passes as it would: what falls due on the way does so at its hour, one after the other. */
@ApiTags('Sandbox')
@Controller('v1/sandbox/clock/advances')
export class ClockAdvancesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Post()
  @CommandOperation({
    id: 'advanceClock',
    summary: 'Let the sandbox tenant’s time pass',
    description:
      'The clock goes from one due hour to the next until it is there; at each, what falls due is done, and all that comes ' +
      'of it, before it goes on. Read the advance again for its report. One at a time, and 366 days at most.',
    scope: 'operations:write',
    costly: true,
    status: 202,
    answers: ClockAdvanceDto,
    problems: [NoClockInLivemodeError, ClockRunsForwardError, ClockAdvancingError, ClockTooFarError],
  })
  advance(@CommandOf() command: Command, @Body() { to }: ClockAdvanceRequest): Promise<string> {
    return this.commands.run(command, (tx) => beginAdvance(tx, new Date(to)), ClockAdvanceDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listClockAdvances',
    summary: 'How the sandbox tenant’s time was let pass, newest first',
    description: 'Without their reports.',
    scope: 'operations:read',
    answers: ClockAdvancePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: PageQuery): Promise<ClockAdvancePageDto> {
    return mapPage(await this.unitOfWork.read(caller, (view) => listAdvances(view, query)), ClockAdvanceDto.from);
  }

  @Get(':id')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'cka_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getClockAdvance',
    summary: 'One advance, and what happened on the way',
    description:
      'What fell due, in order, with the events that came of it and what failed; and what is due and not done yet. As it ' +
      'stands now: what a partner says later is told with the step that asked.',
    scope: 'operations:read',
    answers: ClockReportDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ClockReportDto> {
    const advanceId = parseId('clockAdvance', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      const advance = await getAdvance(view, advanceId);
      return ClockReportDto.of(advance, await reportOf(view, advance), language);
    });
    return withETag(reply, found);
  }
}
