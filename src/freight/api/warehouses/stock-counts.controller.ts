import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { WarehouseStock } from '../../application/warehouses/warehouse-stock.service.js';
import { StockShortError, WarehouseReferenceTakenError } from '../../domain/warehouses/warehouse.errors.js';
import { WarehouseReasonDto } from '../dto/warehouses/inbound-notice.dto.js';
import {
  CountResultRequestDto,
  StockCountDto,
  StockCountPageDto,
  StockCountRequestDto,
  StockCountsQuery,
} from '../dto/warehouses/stock-count.dto.js';
import { idOf, LOT_ID, WAREHOUSE_ID } from './warehouse-examples.js';

const ID = idOf('sct', 'The stock count');
const CHANGING = { scope: 'freight:write', answers: StockCountDto, ifMatch: 'optional', byId: true } as const;

/** Whether what the books say stands in a warehouse abroad (盘点). */
@ApiTags('Warehouses')
@Controller('v1/freight/stock-counts')
export class StockCountsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly stock: WarehouseStock,
  ) {}

  @Post()
  @CommandOperation({
    id: 'startStockCount',
    summary: 'Start a blind count of lots',
    description: 'Nobody is told what should be there until every lot of it is counted. 200 lots at most.',
    scope: 'freight:write',
    answers: StockCountDto,
    status: 201,
    examples: { sku: { warehouseId: WAREHOUSE_ID, reference: 'COUNT-2026-11', skus: ['TOY-1'] } },
    problems: [InvalidInputError, ResourceNotFoundError, WarehouseReferenceTakenError],
  })
  start(@CommandOf() command: Command, @Body() request: StockCountRequestDto): Promise<string> {
    const { reference, skus = null } = request;
    const asked = { warehouseId: parseId('warehouse', request.warehouseId), reference, skus };
    return this.commands.run(command, (tx) => this.stock.startCount(tx, asked), StockCountDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listStockCounts',
    summary: 'Stock counts, newest first',
    description: 'With their differences.',
    scope: 'freight:read',
    answers: StockCountPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: StockCountsQuery): Promise<StockCountPageDto> {
    const filter = { warehouseId: parseOptionalId('warehouse', query.warehouseId), state: query.state };
    const found = await this.unitOfWork.read(caller, (view) => this.stock.counts(view, query, filter));
    return mapPage(found, StockCountDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getStockCount',
    summary: 'One stock count',
    description: 'While it is open it does not tell what should be there.',
    scope: 'freight:read',
    answers: StockCountDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StockCountDto> {
    const countId = parseId('stockCount', id);
    return withETag(
      reply,
      StockCountDto.from(await this.unitOfWork.read(caller, (view) => this.stock.count(view, countId))),
    );
  }

  @Post(':id/result')
  @ApiParam(ID)
  @CommandOperation({
    id: 'recordStockCount',
    summary: 'What was counted of each lot',
    description: 'Every lot of the count, once; held against what is on hand at this moment, promised pieces among it.',
    ...CHANGING,
    examples: { all: { lines: [{ lotId: LOT_ID, counted: 984 }] } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  record(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { lines }: CountResultRequestDto,
  ): Promise<string> {
    const countId = parseId('stockCount', id);
    const counted = lines.map((line) => ({ lotId: parseId('stockLot', line.lotId), counted: line.counted }));
    return this.commands.run(command, (tx) => this.stock.record(tx, countId, counted), StockCountDto.from);
  }

  @Post(':id/adjustment')
  @ApiParam(ID)
  @CommandOperation({
    id: 'adjustStockCount',
    summary: 'Book the differences of a count',
    description:
      'With the reason. What was found is on hand, what was missed is not; what is promised to orders cannot be missed: cancel them first.',
    ...CHANGING,
    dryRun: true,
    examples: { yearEnd: { reason: 'Counted twice' } },
    problems: [IllegalTransitionError, StockShortError],
  })
  adjust(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: WarehouseReasonDto,
  ): Promise<string> {
    const countId = parseId('stockCount', id);
    return this.commands.run(command, (tx) => this.stock.adjust(tx, countId, reason), StockCountDto.from);
  }

  @Post(':id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelStockCount',
    summary: 'Nothing comes of a count',
    description: 'Before its differences are booked.',
    ...CHANGING,
    examples: { moved: { reason: 'Goods moved while they were counted' } },
    problems: [IllegalTransitionError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: WarehouseReasonDto,
  ): Promise<string> {
    const countId = parseId('stockCount', id);
    return this.commands.run(command, (tx) => this.stock.cancelCount(tx, countId, reason), StockCountDto.from);
  }
}
