import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { WarehouseStock } from '../../application/warehouses/warehouse-stock.service.js';
import { StockShortError } from '../../domain/warehouses/warehouse.errors.js';
import {
  StockLotDto,
  StockLotPageDto,
  StockLotsQuery,
  StockMoveDto,
  StockMovePageDto,
  StockMovesQuery,
  StockWriteDownDto,
} from '../dto/warehouses/warehouse-stock.dto.js';
import { idOf } from './warehouse-examples.js';

/** What stands in warehouses abroad, lot by lot, and every piece that moved. */
@ApiTags('Warehouses')
@Controller('v1/freight')
export class WarehouseStockController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly stock: WarehouseStock,
  ) {}

  @Get('stock-lots')
  @QueryOperation({
    id: 'listStockLots',
    summary: 'Stock by lot, newest first',
    description:
      'With lots that are announced and not stocked yet. At any time `received + adjusted = onHand + damaged + sold + disposed`, and ' +
      'nothing is below zero.',
    scope: 'freight:read',
    answers: StockLotPageDto,
  })
  async lots(@CallerOf() caller: Principal, @Query() query: StockLotsQuery): Promise<StockLotPageDto> {
    const { sku, lot } = query;
    const filter = {
      warehouseId: parseOptionalId('warehouse', query.warehouseId),
      declarationId: parseOptionalId('declaration', query.declarationId),
      noticeId: parseOptionalId('inboundNotice', query.noticeId),
      ...{ sku, lot },
    };
    const found = await this.unitOfWork.read(caller, (view) => this.stock.lots(view, query, filter));
    return mapPage(found, StockLotDto.from);
  }

  @Get('stock-lots/:id')
  @ApiParam(idOf('slt', 'The lot'))
  @QueryOperation({
    id: 'getStockLot',
    summary: 'One lot',
    description: 'How many pieces of it are where.',
    scope: 'freight:read',
    answers: StockLotDto,
    byId: true,
  })
  async lot(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StockLotDto> {
    const lotId = parseId('stockLot', id);
    return withETag(reply, StockLotDto.from(await this.unitOfWork.read(caller, (view) => this.stock.lot(view, lotId))));
  }

  @Post('stock-lots/:id/write-downs')
  @ApiParam(idOf('slt', 'The lot'))
  @CommandOperation({
    id: 'writeStockDown',
    summary: 'Pieces of a lot are damaged, or destroyed',
    description: 'What is promised to an order is not damaged: cancel that first. Only what is damaged is destroyed.',
    scope: 'freight:write',
    answers: StockLotDto,
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    examples: { damage: { kind: 'damage', quantity: 1, reason: 'Fell off the fork-lift' } },
    problems: [StockShortError],
  })
  writeDown(@CommandOf() command: Command, @Param('id') id: string, @Body() loss: StockWriteDownDto): Promise<string> {
    const lotId = parseId('stockLot', id);
    return this.commands.run(command, (tx) => this.stock.writeDown(tx, lotId, loss), StockLotDto.from);
  }

  @Get('stock-moves')
  @QueryOperation({
    id: 'listStockMoves',
    summary: 'What moved, newest first',
    description: 'Every piece of every lot since it came; nothing of it is ever changed.',
    scope: 'freight:read',
    answers: StockMovePageDto,
  })
  async moves(@CallerOf() caller: Principal, @Query() query: StockMovesQuery): Promise<StockMovePageDto> {
    const filter = {
      warehouseId: parseOptionalId('warehouse', query.warehouseId),
      lotId: parseOptionalId('stockLot', query.lotId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.stock.moves(view, query, filter));
    return mapPage(found, StockMoveDto.from);
  }
}
