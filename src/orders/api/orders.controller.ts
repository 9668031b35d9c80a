import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { OrderQueries } from '../application/order-queries.service.js';
import { Orders } from '../application/orders.service.js';
import { OrderBindingError, OrderReferenceTakenError } from '../domain/order.errors.js';
import { MarginDto } from './dto/margin.dto.js';
import { OrderDto, OrderPageDto, OrdersQuery, OrderSummaryDto } from './dto/order.dto.js';
import { CancellationRequest, OrderChangeRequest, OrderRequest } from './dto/order-requests.dto.js';
import { TimelineDto, TimelineEntryDto, TimelineQuery } from './dto/timeline.dto.js';
import { ORDER_EXAMPLES } from './order.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Orders')
@Controller('v1/orders')
export class OrdersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: Orders,
    private readonly queries: OrderQueries,
  ) {}

  @Post()
  @CommandOperation({
    id: 'createOrder',
    summary: 'Enter an order, and place it',
    description:
      'Once placed, an order goes through customs, freight, foreign exchange, tax refund and financing by itself; ' +
      'follow it by its timeline or by webhooks. With `placement: later` it stays a draft that can still be changed.',
    scope: 'orders:write',
    answers: OrderDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: ORDER_EXAMPLES,
    problems: [InvalidInputError, OrderReferenceTakenError],
  })
  create(@CommandOf() command: Command, @Body() request: OrderRequest): Promise<string> {
    const terms = request.toTerms();
    return this.commands.runGrouped(
      command,
      this.orders.entry(command.caller, terms, request.placement ?? 'immediate'),
      OrderDto.from,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listOrders',
    summary: 'Orders, newest first',
    description: 'Without their lines. Filters go together: an order must satisfy all of them.',
    scope: 'orders:read',
    answers: OrderPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: OrdersQuery): Promise<OrderPageDto> {
    const found = await this.unitOfWork.read(caller, (view) =>
      this.queries.list(view, query, {
        states: query.state?.split(','),
        reference: query.reference,
        contractNumber: query.contractNumber,
        sellerId: query.sellerId === undefined ? undefined : parseId('party', query.sellerId),
        buyerId: query.buyerId === undefined ? undefined : parseId('party', query.buyerId),
      }),
    );
    return mapPage(found, (order) => OrderSummaryDto.summary(order));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getOrder',
    summary: 'One order',
    description: 'With its lines and the state of each track.',
    scope: 'orders:read',
    answers: OrderDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OrderDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.queries.get(view, parseId('order', id)));
    return withETag(reply, OrderDto.from(found));
  }

  @Patch(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'changeOrder',
    summary: 'Change a draft',
    description: 'A field that is left out stays as it is; a list or an object is replaced as a whole.',
    scope: 'orders:write',
    answers: OrderDto,
    examples: { incoterm_and_plan_rate: { incoterm: 'FOB', fx: { planRate: '7.02' } } },
    ifMatch: 'required',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, IllegalTransitionError, OrderReferenceTakenError],
  })
  change(@CommandOf() command: Command, @Param('id') id: string, @Body() request: OrderChangeRequest): Promise<string> {
    const orderId = parseId('order', id);
    return this.commands.run(command, (tx) => this.orders.change(tx, orderId, request.toChange()), OrderDto.from);
  }

  @Post(':id/placement')
  @ApiParam(ID)
  @CommandOperation({
    id: 'placeOrder',
    summary: 'Place a draft',
    description: 'From now on it is binding, and every service starts its track.',
    scope: 'orders:write',
    answers: OrderDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, IllegalTransitionError],
  })
  place(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(command, (tx) => this.orders.place(tx, parseId('order', id)), OrderDto.from);
  }

  @Post(':id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelOrder',
    summary: 'Cancel an order',
    description:
      'Possible while nothing is binding: no booking stands, no declaration was taken, no money has come in. ' +
      'Otherwise `details.tracks` says what to undo first.',
    scope: 'orders:write',
    answers: OrderDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, OrderBindingError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: CancellationRequest,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.orders.cancel(tx, parseId('order', id), request.reason),
      OrderDto.from,
    );
  }

  @Get(':id/timeline')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getOrderTimeline',
    summary: 'What happened to an order',
    description: 'Every event of every service, oldest first, with a sentence in English or Chinese (Accept-Language).',
    scope: 'orders:read',
    answers: TimelineDto,
    speaks: true,
    byId: true,
  })
  async timeline(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: TimelineQuery,
    @LanguageOf() language: Language,
  ): Promise<TimelineDto> {
    const page = await this.unitOfWork.read(caller, (view) => this.queries.timeline(view, parseId('order', id), query));
    return mapPage(page, (entry) => TimelineEntryDto.from(entry, language)) as TimelineDto;
  }

  @Get(':id/margin')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getOrderMargin',
    summary: 'What an order earns',
    description:
      'Estimate beside actual, line by line, each figure with its formula and what it is made of; exchange cost ' +
      "(换汇成本) and break-even rate. Foreign amounts stand at the plan rate; the bank's rate shows in `fx_result`.",
    scope: 'orders:read',
    answers: MarginDto,
    byId: true,
  })
  async margin(@CallerOf() caller: Principal, @Param('id') id: string): Promise<MarginDto> {
    const orderId = parseId('order', id);
    return MarginDto.from(orderId, await this.unitOfWork.read(caller, (view) => this.queries.margin(view, orderId)));
  }
}
