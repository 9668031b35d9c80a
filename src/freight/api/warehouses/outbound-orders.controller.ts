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
import { OutboundOrders } from '../../application/warehouses/outbound.service.js';
import {
  OrderAllocatedError,
  StockShortError,
  WarehouseReferenceTakenError,
} from '../../domain/warehouses/warehouse.errors.js';
import { WarehouseReasonDto } from '../dto/warehouses/inbound-notice.dto.js';
import {
  DispatchRequestDto,
  GoodsReturnRequestDto,
  OutboundOrderDto,
  OutboundOrderPageDto,
  OutboundOrdersQuery,
  OutboundRequestDto,
} from '../dto/warehouses/outbound-order.dto.js';
import { idOf, LOT_ID, WAREHOUSE_ID } from './warehouse-examples.js';

const ID = idOf('obo', 'The outbound order');
const CHANGING = { scope: 'freight:write', answers: OutboundOrderDto, ifMatch: 'optional', byId: true } as const;

/** Goods that leave a warehouse abroad for buyers, and come back. */
@ApiTags('Warehouses')
@Controller('v1/freight/outbound-orders')
export class OutboundOrdersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OutboundOrders,
  ) {}

  @Post()
  @CommandOperation({
    id: 'allocateOutbound',
    summary: 'Promise stock to an order',
    description:
      'From the oldest lots (FIFO), or from a named one; all of it or nothing. An order has one allocation at a time, and two requests ' +
      'at once never get the same piece.',
    scope: 'freight:write',
    answers: OutboundOrderDto,
    status: 201,
    dryRun: true,
    examples: {
      oldest: { warehouseId: WAREHOUSE_ID, orderReference: '112-0042', lines: [{ sku: 'TOY-1', quantity: 2 }] },
    },
    problems: [InvalidInputError, ResourceNotFoundError, StockShortError, OrderAllocatedError],
  })
  allocate(@CommandOf() command: Command, @Body() request: OutboundRequestDto): Promise<string> {
    const { orderReference, lines } = request;
    const wanted = {
      ...{ warehouseId: parseId('warehouse', request.warehouseId), orderReference },
      lines: lines.map(({ sku, lot, quantity }) => ({ sku, lot: lot ?? null, quantity })),
    };
    return this.commands.run(command, (tx) => this.orders.allocate(tx, wanted), OutboundOrderDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listOutboundOrders',
    summary: 'Outbound orders, newest first',
    description: 'With the lots that they take, and what came back.',
    scope: 'freight:read',
    answers: OutboundOrderPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: OutboundOrdersQuery): Promise<OutboundOrderPageDto> {
    const { orderReference, state } = query;
    const filter = { warehouseId: parseOptionalId('warehouse', query.warehouseId), orderReference, state };
    const found = await this.unitOfWork.read(caller, (view) => this.orders.list(view, query, filter));
    return mapPage(found, OutboundOrderDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getOutboundOrder',
    summary: 'One outbound order',
    description: 'With the lots that it takes, and what came back.',
    scope: 'freight:read',
    answers: OutboundOrderDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OutboundOrderDto> {
    const orderId = parseId('outboundOrder', id);
    const found = await this.unitOfWork.read(caller, (view) => this.orders.get(view, orderId));
    return withETag(reply, OutboundOrderDto.from(found));
  }

  @Post(':id/release')
  @ApiParam(ID)
  @CommandOperation({
    id: 'releaseOutbound',
    summary: 'The warehouse may pick an order',
    description: 'Nothing leaves before that.',
    ...CHANGING,
    problems: [IllegalTransitionError],
  })
  release(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const orderId = parseId('outboundOrder', id);
    return this.commands.run(command, (tx) => this.orders.release(tx, orderId), OutboundOrderDto.from);
  }

  @Post(':id/dispatch')
  @ApiParam(ID)
  @CommandOperation({
    id: 'dispatchOutbound',
    summary: 'An order has left the warehouse',
    description:
      'With its carrier and tracking number. From now on its pieces are sold, and what comes back is a return.',
    ...CHANGING,
    examples: { parcel: { carrier: 'UPS', trackingNumber: '1Z999AA10123456784' } },
    problems: [IllegalTransitionError],
  })
  dispatch(@CommandOf() command: Command, @Param('id') id: string, @Body() sent: DispatchRequestDto): Promise<string> {
    const orderId = parseId('outboundOrder', id);
    return this.commands.run(command, (tx) => this.orders.dispatch(tx, orderId, sent), OutboundOrderDto.from);
  }

  @Post(':id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelOutbound',
    summary: 'An order does not leave',
    description: 'What was promised to it is on offer again, and its reference is free for another allocation.',
    ...CHANGING,
    examples: { buyer: { reason: 'The buyer has cancelled' } },
    problems: [IllegalTransitionError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: WarehouseReasonDto,
  ): Promise<string> {
    const orderId = parseId('outboundOrder', id);
    return this.commands.run(command, (tx) => this.orders.cancel(tx, orderId, reason), OutboundOrderDto.from);
  }

  @Post(':id/returns')
  @ApiParam(ID)
  @CommandOperation({
    id: 'returnOutbound',
    summary: 'A buyer has sent something back',
    description:
      'Piece by piece on offer again, kept as damaged, or destroyed. No more comes back than left with the order, lot by lot.',
    ...CHANGING,
    dryRun: true,
    examples: {
      restock: {
        ...{ reference: 'RMA-1', reason: 'Not as expected' },
        lines: [{ lotId: LOT_ID, quantity: 1, disposition: 'restock' }],
      },
    },
    problems: [InvalidInputError, IllegalTransitionError, WarehouseReferenceTakenError],
  })
  takeBack(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() body: GoodsReturnRequestDto,
  ): Promise<string> {
    const orderId = parseId('outboundOrder', id);
    const { reference, reason } = body;
    const lines = body.lines.map(({ lotId, quantity, disposition }) => ({
      ...{ lotId: parseId('stockLot', lotId), pieces: quantity, disposition },
    }));
    return this.commands.run(
      command,
      (tx) => this.orders.takeBack(tx, orderId, { reference, reason, lines }),
      OutboundOrderDto.from,
    );
  }
}
