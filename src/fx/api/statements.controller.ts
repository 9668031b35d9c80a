import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, PageQuery } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { EntryBookings } from '../application/statements/entry-bookings.js';
import { Reconciliations } from '../application/statements/reconciliations.js';
import { Statements } from '../application/statements/statements.js';
import { EntryAccountedError } from '../domain/statements/statement.errors.js';
import { BankEntryDto, BankEntryPageDto } from './dto/bank-report.dto.js';
import { ReconciliationDto } from './dto/reconciliation.dto.js';
import {
  EntryBookingBodyDto,
  EntryBookingDto,
  StatementDto,
  StatementPageDto,
  StatementsQuery,
} from './dto/statement.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the statement',
  schema: { type: 'string', maxLength: 40, example: 'bkr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const NUMBER = {
  name: 'number',
  description: 'The entry: its place in the file',
  schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 10_000, example: 3 },
} as const;

/** Statements of accounts at the bank (银行对账单), held against the ledger. */
@ApiTags('Bank statements')
@Controller('v1/fx/statements')
export class StatementsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
    private readonly reconciliations: Reconciliations,
    private readonly bookings: EntryBookings,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listStatements',
    summary: 'Statements of the bank, the last taken in first',
    description:
      'Each account, day and page that a camt.053 told, once, in however many files: brought by somebody or fetched from the bank. ' +
      '`isComplete` says whether it follows the one before it; where it does not, `gap` is what is missing.',
    scope: 'fx:read',
    answers: StatementPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: StatementsQuery): Promise<StatementPageDto> {
    const { accountId, sellerId, from, to } = query;
    const filter = {
      ...{ from, to },
      accountId: parseOptionalId('collectionAccount', accountId),
      partyId: parseOptionalId('party', sellerId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.statements.list(view, query, filter));
    return mapPage(found, StatementDto.of);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getStatement',
    summary: 'One statement of the bank',
    description: 'Never changed since it was taken in.',
    scope: 'fx:read',
    answers: StatementDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StatementDto> {
    const statementId = parseId('bankReport', id);
    return StatementDto.of(await this.unitOfWork.read(caller, (view) => this.statements.get(view, statementId)));
  }

  @Get(':id/entries')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listStatementEntries',
    summary: 'All entries of a statement',
    description: 'In the order of the file.',
    scope: 'fx:read',
    answers: BankEntryPageDto,
    byId: true,
  })
  async entries(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<BankEntryPageDto> {
    const statementId = parseId('bankReport', id);
    const found = await this.unitOfWork.read(caller, (view) => this.statements.entries(view, statementId, query));
    return mapPage(found, BankEntryDto.from);
  }

  @Get(':id/reconciliation')
  @ApiParam(ID)
  @QueryOperation({
    id: 'reconcileStatement',
    summary: 'The statement against the ledger',
    description:
      'The closing balance of the bank beside what the ledger has on the account at the end of that day, and the difference ' +
      'explained to the cent: entries and transfers belong together by the event that both name. As both stand now; up to 100 ' +
      'statements before it are looked at together with it.',
    scope: 'fx:read',
    costly: true,
    answers: ReconciliationDto,
    byId: true,
  })
  async reconcile(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ReconciliationDto> {
    const statementId = parseId('bankReport', id);
    return ReconciliationDto.from(
      await this.unitOfWork.read(caller, (view) => this.reconciliations.of(view, statementId)),
    );
  }

  @Post(':id/entries/:number/booking')
  @ApiParam(ID)
  @ApiParam(NUMBER)
  @CommandOperation({
    id: 'bookStatementEntry',
    summary: 'Book a fee or interest of the bank',
    description:
      'An entry that the reconciliation tells as `unknown` goes into the ledger: the account at the bank against the seller whose ' +
      'account it is. Once for each entry.',
    scope: 'fx:write',
    answers: EntryBookingDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    byId: true,
    problems: [EntryAccountedError],
  })
  book(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() { kind }: EntryBookingBodyDto,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.bookings.book(tx, parseId('bankReport', id), numberOf(number), kind),
      EntryBookingDto.from,
    );
  }
}

/** What is no number is no entry's; none has the number 0. */
function numberOf(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
