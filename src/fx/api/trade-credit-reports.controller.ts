import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { TradeCreditDesk } from '../application/safe/trade-credit-desk.js';
import { NoTradeCreditError } from '../domain/safe/safe.errors.js';
import { type TradeCreditReport } from '../entities/trade-credit-report.entity.js';
import {
  CorrectedTradeCreditReportDto,
  DueTradeCreditReportDto,
  DueTradeCreditReportPageDto,
  DueTradeCreditReportsQuery,
  ExpectedTradeCreditDto,
  MadeTradeCreditReportDto,
  WaivedTradeCreditReportDto,
} from './dto/trade-credit-report.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the report',
  schema: { type: 'string', maxLength: 40, example: 'tcr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Advances and deferrals that SAFE wants to hear of (贸易信贷报告). The reports are made in SAFE's own system. */
@ApiTags('Currency control')
@Controller('v1/fx/trade-credit-reports')
export class TradeCreditReportsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TradeCreditDesk,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listTradeCreditReports',
    summary: 'Reports of trade credit, newest first',
    description: 'With `state=due&reportBefore=…` it is the work list.',
    scope: 'fx:read',
    answers: DueTradeCreditReportPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: DueTradeCreditReportsQuery,
    @LanguageOf() language: Language,
  ): Promise<DueTradeCreditReportPageDto> {
    const { state, sellerId, orderId, reportBefore } = query;
    const ids = { partyId: parseOptionalId('party', sellerId), orderId: parseOptionalId('order', orderId) };
    const filter = { state, reportBefore, ...ids };
    const found = await this.unitOfWork.read(caller, (view) => this.desk.list(view, query, filter));
    return mapPage(found, (report) => DueTradeCreditReportDto.from(report, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getTradeCreditReport',
    summary: 'One report of trade credit',
    description: 'Why it is to be made, by when, and what became of it.',
    scope: 'fx:read',
    answers: DueTradeCreditReportDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<DueTradeCreditReportDto> {
    const reportId = parseId('tradeCreditReport', id);
    const found = await this.unitOfWork.read(caller, (view) => this.desk.get(view, reportId));
    return withETag(reply, DueTradeCreditReportDto.from(found, language));
  }

  @Post()
  @CommandOperation({
    id: 'expectTradeCredit',
    summary: 'Say when goods or money of an order are expected',
    description:
      'Of the latest advance or deferral of the order. Whether it is to be reported follows from the days: more than 30 of an ' +
      'advance, more than 90 of a deferral; of classes B and C all advances, and deferrals of more than 30. What is said to be ' +
      'short is looked at again when it would have lasted too long.',
    scope: 'fx:write',
    answers: DueTradeCreditReportDto,
    speaks: true,
    dryRun: true,
    examples: {
      advance: { orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb', type: 'advance_receipt', expectedOn: '2027-03-31' },
    },
    problems: [InvalidInputError, NoTradeCreditError],
  })
  expect(@CommandOf() command: Command, @Body() credit: ExpectedTradeCreditDto): Promise<string> {
    return this.commands.run(command, (tx) => this.desk.expect(tx, credit.toExpected()), shown(command));
  }

  @Post(':id/report')
  @ApiParam(ID)
  @CommandOperation({
    id: 'reportTradeCredit',
    summary: 'Note that it was reported',
    description: 'With the number that SAFE’s system gave it.',
    scope: 'fx:write',
    answers: DueTradeCreditReportDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    examples: { today: { reference: 'TCR-2026-0001' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  report(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() made: MadeTradeCreditReportDto,
  ): Promise<string> {
    const reportId = parseId('tradeCreditReport', id);
    const { reference, reportedOn } = made;
    return this.commands.run(command, (tx) => this.desk.report(tx, reportId, reference, reportedOn), shown(command));
  }

  @Post(':id/correction')
  @ApiParam(ID)
  @CommandOperation({
    id: 'correctTradeCreditReport',
    summary: 'Note that a report was corrected',
    description: 'As often as it is.',
    scope: 'fx:write',
    answers: DueTradeCreditReportDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    examples: { put_off: { reference: 'TCR-2026-0001-1', reason: 'The shipment is put off by a month' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  correct(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reference, reason }: CorrectedTradeCreditReportDto,
  ): Promise<string> {
    const reportId = parseId('tradeCreditReport', id);
    return this.commands.run(command, (tx) => this.desk.correct(tx, reportId, reference, reason), shown(command));
  }

  @Post(':id/waiver')
  @ApiParam(ID)
  @CommandOperation({
    id: 'waiveTradeCreditReport',
    summary: 'Say that no report is needed',
    description: 'It is due again when it lasts too long all the same.',
    scope: 'fx:write',
    answers: DueTradeCreditReportDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    examples: { short: { reason: 'The buyer pays within 60 days' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  waive(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: WaivedTradeCreditReportDto,
  ): Promise<string> {
    const reportId = parseId('tradeCreditReport', id);
    return this.commands.run(command, (tx) => this.desk.waive(tx, reportId, reason), shown(command));
  }
}

function shown({ language }: Command): (report: TradeCreditReport) => DueTradeCreditReportDto {
  return (report) => DueTradeCreditReportDto.from(report, language);
}
