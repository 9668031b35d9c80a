import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { OverseasStock } from '../application/overseas-stock.service.js';
import {
  NoOverseasExportError,
  OverseasMovementDiffersError,
  OverseasStockReceivedError,
  OverseasStockShortError,
} from '../domain/overseas/overseas.errors.js';
import { SAY } from '../domain/overseas/overseas.sentences.js';
import {
  OverseasLotDto,
  OverseasLotPageDto,
  OverseasLotsQuery,
  OverseasMovementDto,
  OverseasMovementPageDto,
  OverseasMovementsDto,
  OverseasMovementsQuery,
  OverseasMovementsRequest,
  OverseasReceptionDto,
  OverseasReceptionRequest,
} from './dto/overseas-stock.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'owl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Stock in warehouses abroad (海外仓), of what was declared out under 9810. */
@ApiTags('Overseas stock')
@Controller('v1/customs')
export class OverseasStockController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly stock: OverseasStock,
  ) {}

  @Post('overseas-lots')
  @CommandOperation({
    id: 'receiveOverseasStock',
    summary: 'Goods came to a warehouse abroad',
    description:
      'What one declaration or list under 9810 declared, once it has left: each of its lines is stock of that warehouse. Once; ' +
      'what was declared goes to one warehouse as a whole.',
    scope: 'customs:write',
    answers: OverseasReceptionDto,
    status: 201,
    examples: { list: { warehouse: 'US-LAX-1', parcelId: 'pcl_01jdq3x7k2e9ta6v0m8r4c5wzb', arrivedOn: '2026-12-20' } },
    problems: [InvalidInputError, ResourceNotFoundError, NoOverseasExportError, OverseasStockReceivedError],
  })
  receive(@CommandOf() command: Command, @Body() request: OverseasReceptionRequest): Promise<string> {
    const source = sourceOf(request);
    const { warehouse, arrivedOn, items = [] } = request;
    const check = new InputCheck();
    items.forEach(({ lineNo }, place) => {
      const isFirst = items.findIndex((other) => other.lineNo === lineNo) === place;
      check.that(isFirst, `/items/${place}/lineNo`, 'twice', SAY.line_twice({ line: lineNo }));
    });
    check.done();
    const reception = { warehouse, arrivedOn, skus: new Map(items.map(({ lineNo, sku }) => [lineNo, sku])) };
    return this.commands.run(command, (tx) => this.stock.receive(tx, source, reception), OverseasReceptionDto.from);
  }

  @Get('overseas-lots')
  @QueryOperation({
    id: 'listOverseasStock',
    summary: 'Stock abroad, line by declared line',
    description:
      'What was declared, sold, lost and is on hand, with the declaration or list that it left by. Newest first.',
    scope: 'customs:read',
    answers: OverseasLotPageDto,
  })
  async lots(@CallerOf() caller: Principal, @Query() query: OverseasLotsQuery): Promise<OverseasLotPageDto> {
    const { warehouse, sku } = query;
    const sourceId = parseOptionalId('declaration', query.declarationId) ?? parseOptionalId('parcel', query.parcelId);
    const found = await this.unitOfWork.read(caller, (view) =>
      this.stock.lots(view, query, { warehouse, sku, sourceId }),
    );
    return mapPage(found, OverseasLotDto.from);
  }

  @Get('overseas-lots/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getOverseasStock',
    summary: 'One declared line in a warehouse abroad',
    description: 'What became of what was declared.',
    scope: 'customs:read',
    answers: OverseasLotDto,
    byId: true,
  })
  async lot(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OverseasLotDto> {
    const lotId = parseId('overseasLot', id);
    const row = await this.unitOfWork.read(caller, (view) => this.stock.get(view, lotId));
    return withETag(reply, OverseasLotDto.from(row));
  }

  @Post('overseas-movements')
  @CommandOperation({
    id: 'moveOverseasStock',
    summary: 'What happened in a warehouse abroad',
    description:
      'Sales, returns, losses and what was found again, each tied to the lines that were declared. All of a request or nothing; ' +
      'a movement that the warehouse has told before, under its reference, changes nothing. Nothing is ever below zero.',
    scope: 'customs:write',
    answers: OverseasMovementsDto,
    examples: {
      sale: {
        warehouse: 'US-LAX-1',
        movements: [{ reference: 'WMS-10001', kind: 'sale', sku: 'TOY-1', quantity: '2', occurredOn: '2026-12-24' }],
      },
    },
    problems: [InvalidInputError, OverseasStockShortError, OverseasMovementDiffersError],
  })
  move(@CommandOf() command: Command, @Body() { warehouse, movements }: OverseasMovementsRequest): Promise<string> {
    const told = movements.map(({ reference, kind, sku, quantity, occurredOn, lotId, orderNo }) => ({
      ...{ reference, kind, sku, quantity, occurredOn },
      lotId: lotId == null ? null : parseId('overseasLot', lotId),
      orderNo: orderNo ?? null,
    }));
    return this.commands.run(command, (tx) => this.stock.record(tx, warehouse, told), OverseasMovementsDto.of);
  }

  @Get('overseas-movements')
  @QueryOperation({
    id: 'findOverseasMovements',
    summary: 'Movements of stock abroad, newest first',
    description: 'As the warehouses told them, each with the declared lines that it is of.',
    scope: 'customs:read',
    answers: OverseasMovementPageDto,
  })
  async movements(
    @CallerOf() caller: Principal,
    @Query() query: OverseasMovementsQuery,
  ): Promise<OverseasMovementPageDto> {
    const { warehouse, sku } = query;
    const found = await this.unitOfWork.read(caller, (view) => this.stock.movements(view, query, { warehouse, sku }));
    return mapPage(found, OverseasMovementDto.from);
  }
}

/** @throws InvalidInputError unless there is one of them */
function sourceOf({ declarationId, parcelId }: OverseasReceptionRequest): {
  readonly type: 'declaration' | 'parcel';
  readonly id: string;
} {
  const check = new InputCheck();
  check.that((declarationId === undefined) !== (parcelId === undefined), '/declarationId', 'one_of', SAY.one_source);
  check.done();
  if (declarationId !== undefined) return { type: 'declaration', id: parseId('declaration', declarationId) };
  return { type: 'parcel', id: parseId('parcel', parcelId ?? '') };
}
