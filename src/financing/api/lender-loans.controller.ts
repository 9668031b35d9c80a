import { Readable } from 'node:stream';

import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { presentOf } from '../../platform/database/present.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf } from '../../platform/http/command.js';
import { COSTLY_NOTE, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { LenderLoans } from '../application/lender/lender-loans.service.js';
import { LenderPortfolios } from '../application/lender/lender-portfolios.service.js';
import { LenderTapes } from '../application/lender/lender-tapes.service.js';
import { LenderLoanDetailsDto } from './dto/lender-loan-details.dto.js';
import { LenderLoanDto, LenderLoanPageDto, LenderLoansQuery, LenderTapeQuery } from './dto/lender-loan.dto.js';
import { LenderPortfolioDto, LenderPortfolioQuery } from './dto/lender-portfolio.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'lln_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The loan',
} as const;
const FILE = { schema: { type: 'string', maxLength: 1_000_000_000 } } as const;
const LIST = { schema: { type: 'object', additionalProperties: true } } as const;

/** What a lender has lent: its own loans and nothing else of those that borrow. */
@ApiTags('Lender')
@Controller('v1/lender')
export class LenderLoansController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly portfolios: LenderPortfolios,
    private readonly loans: LenderLoans,
    private readonly tapes: LenderTapes,
  ) {}

  @Get('portfolio')
  @QueryOperation({
    id: 'getLenderPortfolio',
    summary: 'Exposure, ageing, concentration and covenants',
    description:
      'Of all your loans, by currency and product, now or at the end of a past day: then by value dates of draws and repayments, with ' +
      'terms and names as they are today.',
    scope: 'lender:read',
    costly: true,
    answers: LenderPortfolioDto,
    problems: [InvalidInputError],
  })
  async portfolio(@CallerOf() caller: Principal, @Query() { asOf }: LenderPortfolioQuery): Promise<LenderPortfolioDto> {
    return this.unitOfWork.read(caller, async (view) =>
      LenderPortfolioDto.from(await this.portfolios.on(view, asOf, await this.today(view))),
    );
  }

  @Get('loans')
  @QueryOperation({
    id: 'listLenderLoans',
    summary: 'Your loans',
    description: 'Newest first.',
    scope: 'lender:read',
    answers: LenderLoanPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { state, product, clientUscc, ...query }: LenderLoansQuery,
  ): Promise<Page<LenderLoanDto>> {
    return this.unitOfWork.read(caller, async (view) => {
      const today = await this.today(view);
      const found = await this.loans.list(view, query, { state, product, clientUscc });
      return mapPage(found, (loan) => LenderLoanDto.of(loan, today));
    });
  }

  @Get('loans/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getLenderLoan',
    summary: 'One loan with its statement, payments and pledged facts',
    description:
      'What it owes and by what, what the waterfall gave you of each receipt, the documents that back it and what became of them. No ' +
      'account numbers, addresses, people, or words that people wrote.',
    scope: 'lender:read',
    answers: LenderLoanDetailsDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<LenderLoanDetailsDto> {
    const loanId = parseId('lenderLoan', id);
    return this.unitOfWork.read(caller, async (view) =>
      LenderLoanDetailsDto.from(await this.loans.get(view, loanId, await this.today(view))),
    );
  }

  @Get('data-tape')
  @ApiOperation({
    operationId: 'exportLenderDataTape',
    summary: 'All your loans, a row each',
    description:
      'Streamed, oldest first, in UTF-8: `csv` with a line of names, in which no cell is taken for a formula, or `json` with the same ' +
      'names. The columns are in docs/financing-lender.md; new ones come at the end.\n\nScope: `lender:read`' +
      COSTLY_NOTE,
  })
  @ApiExtension('x-scope', 'lender:read')
  @RequiresScope('lender:read', { isCostly: true, operationId: 'exportLenderDataTape' })
  @ApiProduces('text/csv', 'application/json')
  @ApiResponse({ status: 200, description: 'The tape', content: { 'text/csv': FILE, 'application/json': LIST } })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS)
  async tape(@CallerOf() caller: Principal, @Query() { format = 'csv' }: LenderTapeQuery): Promise<StreamableFile> {
    const today = await this.unitOfWork.read(caller, (view) => this.today(view));
    const text = format === 'csv' ? this.tapes.csv(caller, today) : this.tapes.json(caller, today);
    return new StreamableFile(Readable.from(text, { objectMode: false, encoding: 'utf-8' }), {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      disposition: `attachment; filename="data-tape-${today}.${format}"`,
    });
  }

  private async today(view: View): Promise<LocalDate> {
    return dateInZone(await presentOf(view, this.clock), CHINA);
  }
}
