import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { Decimal } from '../../../kernel/decimal.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { Warehouses } from '../../application/warehouses/warehouses.service.js';
import { WarehouseCodeTakenError } from '../../domain/warehouses/warehouse.errors.js';
import {
  WarehouseChangeDto,
  WarehouseDto,
  WarehousePageDto,
  WarehouseRequestDto,
  WarehouseSkuDto,
  WarehouseSkuPageDto,
  WarehouseSkuRequestDto,
  WarehouseSkusQuery,
  WarehousesQuery,
  WarehouseTariffDto,
  WarehouseTariffPageDto,
  WarehouseTariffRequestDto,
  WarehouseTariffsQuery,
} from '../dto/warehouses/warehouse.dto.js';
import { idOf, WAREHOUSE_ID } from './warehouse-examples.js';

/** Warehouses abroad (海外仓), what they charge, and what they call the products. */
@ApiTags('Warehouses')
@Controller('v1/freight')
export class WarehousesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly warehouses: Warehouses,
  ) {}

  @Post('warehouses')
  @CommandOperation({
    id: 'openWarehouse',
    summary: 'Put a warehouse abroad on record',
    description: 'Its calendar days are those of its time zone: they decide the age of goods and the month of fees.',
    scope: 'freight:write',
    answers: WarehouseDto,
    status: 201,
    examples: {
      losAngeles: {
        ...{ code: 'US-LAX-1', name: 'Los Angeles 1', country: 'US', unLocode: 'USLAX' },
        ...{ zone: 'America/Los_Angeles', reference: 'WH-7' },
      },
    },
    problems: [InvalidInputError, WarehouseCodeTakenError],
  })
  open(@CommandOf() command: Command, @Body() request: WarehouseRequestDto): Promise<string> {
    const { code, name, country, unLocode, zone, reference = null } = request;
    const facts = { code, name, country, unLocode, zone, reference };
    return this.commands.run(command, (tx) => this.warehouses.open(tx, facts), WarehouseDto.from);
  }

  @Get('warehouses')
  @QueryOperation({
    id: 'listWarehouses',
    summary: 'Warehouses abroad, newest first',
    description: 'What stands in them is told by lots.',
    scope: 'freight:read',
    answers: WarehousePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: WarehousesQuery): Promise<WarehousePageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.warehouses.list(view, query, query));
    return mapPage(found, WarehouseDto.from);
  }

  @Get('warehouses/:id')
  @ApiParam(idOf('wrh', 'The warehouse'))
  @QueryOperation({
    id: 'getWarehouse',
    summary: 'One warehouse',
    description: 'Where it is, and what it is called.',
    scope: 'freight:read',
    answers: WarehouseDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WarehouseDto> {
    const warehouseId = parseId('warehouse', id);
    const found = await this.unitOfWork.read(caller, (view) => this.warehouses.get(view, warehouseId));
    return withETag(reply, WarehouseDto.from(found));
  }

  @Patch('warehouses/:id')
  @ApiParam(idOf('wrh', 'The warehouse'))
  @CommandOperation({
    id: 'changeWarehouse',
    summary: 'Change the name or your reference of a warehouse',
    description: 'What is left out stays. Where it is, and its code, do not change.',
    scope: 'freight:write',
    answers: WarehouseDto,
    ifMatch: 'required',
    byId: true,
    examples: { name: { name: 'Los Angeles, Carson' } },
  })
  change(@CommandOf() command: Command, @Param('id') id: string, @Body() facts: WarehouseChangeDto): Promise<string> {
    const warehouseId = parseId('warehouse', id);
    return this.commands.run(command, (tx) => this.warehouses.change(tx, warehouseId, facts), WarehouseDto.from);
  }

  @Post('warehouse-tariffs')
  @CommandOperation({
    id: 'setWarehouseTariff',
    summary: 'Set the prices of a warehouse from a day on',
    description:
      'A list is never changed: the next one ends it. The first may begin on any day; later ones not before the running month, ' +
      'so that what is billed stays as it was.',
    scope: 'freight:write',
    answers: WarehouseTariffDto,
    status: 201,
    dryRun: true,
    examples: {
      usual: {
        ...{ warehouseId: WAREHOUSE_ID, validFrom: '2099-01-01', currency: 'USD' },
        ...{ inboundPerPiece: '0.05', inboundPerCarton: '0.80', freeDays: 30 },
        storage: [
          { fromDay: 31, perCbmDay: '0.60' },
          { fromDay: 91, perCbmDay: '0.90' },
        ],
        ...{ pickPerOrder: '1.50', pickPerPiece: '0.25', returnPerPiece: '1.10', source: 'Contract 2026-118' },
      },
    },
    problems: [InvalidInputError, ResourceNotFoundError, WarehouseCodeTakenError],
  })
  price(@CommandOf() command: Command, @Body() request: WarehouseTariffRequestDto): Promise<string> {
    const { validFrom, currency, source } = request;
    const warehouseId = parseId('warehouse', request.warehouseId);
    const tariff = { warehouseId, validFrom, currency, source, fees: WarehouseTariffRequestDto.toFees(request) };
    return this.commands.run(command, (tx) => this.warehouses.setTariff(tx, tariff), WarehouseTariffDto.from);
  }

  @Get('warehouse-tariffs')
  @QueryOperation({
    id: 'listWarehouseTariffs',
    summary: 'Price lists of warehouses, newest first',
    description: 'Also those that others have ended.',
    scope: 'freight:read',
    answers: WarehouseTariffPageDto,
  })
  async tariffs(@CallerOf() caller: Principal, @Query() query: WarehouseTariffsQuery): Promise<WarehouseTariffPageDto> {
    const warehouseId = parseOptionalId('warehouse', query.warehouseId);
    const found = await this.unitOfWork.read(caller, (view) => this.warehouses.tariffs(view, query, warehouseId));
    return mapPage(found, WarehouseTariffDto.from);
  }

  @Get('warehouse-tariffs/:id')
  @ApiParam(idOf('wtf', 'The price list'))
  @QueryOperation({
    id: 'getWarehouseTariff',
    summary: 'One price list of a warehouse',
    description: 'As it was set.',
    scope: 'freight:read',
    answers: WarehouseTariffDto,
    byId: true,
  })
  async tariff(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WarehouseTariffDto> {
    const tariffId = parseId('warehouseTariff', id);
    const found = await this.unitOfWork.read(caller, (view) => this.warehouses.getTariff(view, tariffId));
    return withETag(reply, WarehouseTariffDto.from(found));
  }

  @Post('warehouse-skus')
  @CommandOperation({
    id: 'enterWarehouseSku',
    summary: 'Enter an SKU',
    description:
      'For all warehouses of the tenant. The room that a piece takes is what storage is paid by; it does not change.',
    scope: 'freight:write',
    answers: WarehouseSkuDto,
    status: 201,
    examples: { kettle: { code: 'KETTLE-17', name: 'Kettle, 1.7 l, steel', cbmPerPiece: '0.012' } },
    problems: [InvalidInputError, WarehouseCodeTakenError],
  })
  enter(@CommandOf() command: Command, @Body() request: WarehouseSkuRequestDto): Promise<string> {
    const { code, name } = request;
    const sku = { code, name, cbmPerPiece: new Decimal(request.cbmPerPiece) };
    return this.commands.run(command, (tx) => this.warehouses.enterSku(tx, sku), WarehouseSkuDto.from);
  }

  @Get('warehouse-skus')
  @QueryOperation({
    id: 'listWarehouseSkus',
    summary: 'SKUs, newest first',
    description: 'What warehouses call the products.',
    scope: 'freight:read',
    answers: WarehouseSkuPageDto,
  })
  async skus(@CallerOf() caller: Principal, @Query() query: WarehouseSkusQuery): Promise<WarehouseSkuPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.warehouses.skus(view, query, query.code));
    return mapPage(found, WarehouseSkuDto.from);
  }

  @Get('warehouse-skus/:id')
  @ApiParam(idOf('wsk', 'The SKU'))
  @QueryOperation({
    id: 'getWarehouseSku',
    summary: 'One SKU',
    description: 'As it was entered.',
    scope: 'freight:read',
    answers: WarehouseSkuDto,
    byId: true,
  })
  async sku(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WarehouseSkuDto> {
    const skuId = parseId('warehouseSku', id);
    return withETag(
      reply,
      WarehouseSkuDto.from(await this.unitOfWork.read(caller, (view) => this.warehouses.getSku(view, skuId))),
    );
  }
}
