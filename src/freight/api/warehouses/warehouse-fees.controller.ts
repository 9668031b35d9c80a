import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { listAccounts, readAccount } from '../../application/warehouses/export-accounts.js';
import { WarehouseFeeBook } from '../../application/warehouses/warehouse-fees.service.js';
import {
  NoWarehouseTariffError,
  WarehouseMonthOpenError,
  WarehouseStatementExistsError,
} from '../../domain/warehouses/warehouse.errors.js';
import {
  OverseasAccountDetailsDto,
  OverseasAccountDto,
  OverseasAccountPageDto,
  OverseasAccountsQuery,
} from '../dto/warehouses/overseas-account.dto.js';
import {
  WarehouseFeesDto,
  WarehouseFeesQuery,
  WarehouseStatementDetailsDto,
  WarehouseStatementDto,
  WarehouseStatementPageDto,
  WarehouseStatementRequestDto,
  WarehouseStatementsQuery,
} from '../dto/warehouses/warehouse-fees.dto.js';
import { idOf, WAREHOUSE_ID } from './warehouse-examples.js';

/** What warehouses abroad cost, and what became of the goods that left for them under 9810. */
@ApiTags('Warehouses')
@Controller('v1/freight')
export class WarehouseFeesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly fees: WarehouseFeeBook,
  ) {}

  @Get('warehouses/:id/fees')
  @ApiParam(idOf('wrh', 'The warehouse'))
  @QueryOperation({
    id: 'getWarehouseFees',
    summary: 'What a month of a warehouse costs so far, and why',
    description:
      'Storage lot by lot: cubic metres at the end of each calendar day of the warehouse, times the rate of their age, after the free ' +
      'days; rounded half-up once per lot. Inbound, pick and pack and returns at the prices of their day.',
    scope: 'freight:read',
    answers: WarehouseFeesDto,
    byId: true,
    problems: [WarehouseMonthOpenError, NoWarehouseTariffError],
  })
  async month(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { period }: WarehouseFeesQuery,
  ): Promise<WarehouseFeesDto> {
    const warehouseId = parseId('warehouse', id);
    // A transaction for its time alone: which days have passed is what the tenant's clock says.
    const found = await this.unitOfWork.run(caller, (tx) => this.fees.month(tx, warehouseId, period ?? null));
    return WarehouseFeesDto.from(found);
  }

  @Post('warehouse-statements')
  @CommandOperation({
    id: 'issueWarehouseStatement',
    summary: 'The statement of a month that is over',
    description:
      'Once per warehouse and month, as it was worked out. It is told by an event and kept; the platform does not pay warehouses, so ' +
      'nothing is posted to the ledger.',
    scope: 'freight:write',
    answers: WarehouseStatementDetailsDto,
    status: 201,
    dryRun: true,
    examples: { october: { warehouseId: WAREHOUSE_ID, period: '2026-10' } },
    problems: [ResourceNotFoundError, WarehouseMonthOpenError, NoWarehouseTariffError, WarehouseStatementExistsError],
  })
  issue(@CommandOf() command: Command, @Body() request: WarehouseStatementRequestDto): Promise<string> {
    const warehouseId = parseId('warehouse', request.warehouseId);
    return this.commands.run(
      command,
      (tx) => this.fees.issue(tx, warehouseId, request.period),
      WarehouseStatementDetailsDto.of,
    );
  }

  @Get('warehouse-statements')
  @QueryOperation({
    id: 'listWarehouseStatements',
    summary: 'Statements of warehouses, newest first',
    description: 'What they are made of stands with each by itself.',
    scope: 'freight:read',
    answers: WarehouseStatementPageDto,
  })
  async statements(
    @CallerOf() caller: Principal,
    @Query() query: WarehouseStatementsQuery,
  ): Promise<WarehouseStatementPageDto> {
    const filter = { warehouseId: parseOptionalId('warehouse', query.warehouseId), period: query.period };
    const found = await this.unitOfWork.read(caller, (view) => this.fees.list(view, query, filter));
    return mapPage(found, WarehouseStatementDto.from);
  }

  @Get('warehouse-statements/:id')
  @ApiParam(idOf('wst', 'The statement'))
  @QueryOperation({
    id: 'getWarehouseStatement',
    summary: 'One statement of a warehouse',
    description: 'Storage lot by lot and handling by kind and price, as they were worked out.',
    scope: 'freight:read',
    answers: WarehouseStatementDetailsDto,
    byId: true,
  })
  async statement(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WarehouseStatementDetailsDto> {
    const statementId = parseId('warehouseStatement', id);
    const found = await this.unitOfWork.read(caller, (view) => this.fees.get(view, statementId));
    return withETag(reply, WarehouseStatementDetailsDto.of(found));
  }

  @Get('overseas/accounts')
  @QueryOperation({
    id: 'listOverseasAccounts',
    summary: 'Declarations under 9810 that have left, newest first',
    description: 'What became of their items stands with each by itself.',
    scope: 'freight:read',
    answers: OverseasAccountPageDto,
  })
  async accounts(
    @CallerOf() caller: Principal,
    @Query() query: OverseasAccountsQuery,
  ): Promise<OverseasAccountPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => listAccounts(view, query, query.entryNumber));
    return mapPage(found, OverseasAccountDto.from);
  }

  @Get('overseas/accounts/:id')
  @ApiParam(idOf('dec', 'The declaration'))
  @QueryOperation({
    id: 'getOverseasAccount',
    summary: 'What became of each item of a declaration under 9810',
    description:
      'Sold and unsold. What left is `unannounced + underway + missing + received`; what was `received`, with `adjusted`, is ' +
      '`sold + disposed + unsold`.',
    scope: 'freight:read',
    answers: OverseasAccountDetailsDto,
    byId: true,
  })
  async account(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OverseasAccountDetailsDto> {
    const declarationId = parseId('declaration', id);
    const found = await this.unitOfWork.read(caller, (view) => readAccount(view, declarationId));
    return withETag(reply, OverseasAccountDetailsDto.of(found));
  }
}
