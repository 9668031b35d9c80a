import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { presentOf } from '../../platform/database/present.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { pdfFile, PdfOperation } from '../../platform/http/pdf-operation.js';
import { type Principal } from '../../platform/http/request.js';
import { sheetsPdf } from '../../platform/paper/sheet-pdf.js';
import { LoanStatements } from '../application/accrual/loan-statements.js';
import { LoanStatementDto, LoanStatementQuery } from './dto/loan-statement.dto.js';

const ADVANCE_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'adv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The advance',
} as const;

/** What advances owed and owe, read and printed. */
@ApiTags('Financing')
@Controller('v1/financing/advances/:id/statement')
export class LoanStatementsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: LoanStatements,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiParam(ADVANCE_ID)
  @QueryOperation({
    id: 'getAdvanceStatement',
    summary: 'What an advance owes, day by day of what changed it',
    description:
      'What was owed at the beginning, the draw and its fee, interest and penalty by month, every repayment, and what is owed ' +
      'at the end. The interest of a day stands in it once the day is over. Two statements that meet add up to one over both.',
    scope: 'financing:read',
    answers: LoanStatementDto,
    byId: true,
    problems: [InvalidInputError],
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: LoanStatementQuery,
  ): Promise<LoanStatementDto> {
    query.check();
    const advanceId = parseId('advance', id);
    return this.unitOfWork.read(caller, async (view) => {
      const today = dateInZone(await presentOf(view, this.clock), CHINA);
      return LoanStatementDto.from(advanceId, await this.statements.of(view, advanceId, { ...query, today }));
    });
  }

  @Get('document')
  @ApiParam(ADVANCE_ID)
  @PdfOperation({
    id: 'downloadAdvanceStatement',
    summary: 'The statement of an advance, as PDF',
    description: 'The same lines, for the books of the borrower and for an auditor.',
    scope: 'financing:read',
    problems: [InvalidInputError],
  })
  async document(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: LoanStatementQuery,
  ): Promise<StreamableFile> {
    query.check();
    const advanceId = parseId('advance', id);
    const { sheet, now } = await this.unitOfWork.read(caller, async (view) => {
      const present = await presentOf(view, this.clock);
      const today = dateInZone(present, CHINA);
      return { sheet: await this.statements.onPaper(view, advanceId, { ...query, today }), now: present };
    });
    return pdfFile(await sheetsPdf([sheet], `Loan statement ${id}`, now), id);
  }
}
