import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ForwardDeliveries } from '../application/forwards/forward-deliveries.js';
import { ForwardMoves } from '../application/forwards/forward-moves.js';
import { ForwardQuotes } from '../application/forwards/forward-quotes.js';
import { Forwards } from '../application/forwards/forwards.js';
import { MoreThanCollectedError, QuoteExpiredError, QuoteUsedError } from '../domain/conversions/quote.errors.js';
import {
  MoreThanOpenError,
  OtherQuoteError,
  OutsideWindowError,
  OverHedgedError,
} from '../domain/forwards/forward.errors.js';
import { type Forward } from '../entities/forward.entity.js';
import { ExplanationDto } from './dto/explanation.dto.js';
import {
  ForwardDeliveryRequest,
  ForwardDto,
  ForwardEndRequest,
  ForwardPageDto,
  ForwardRequest,
  ForwardsQuery,
} from './dto/forward.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'fwd_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const ENDS = [
  InvalidInputError,
  QuoteUsedError,
  QuoteExpiredError,
  OtherQuoteError,
  IllegalTransitionError,
  MoreThanOpenError,
  InsufficientFundsError,
];

@ApiTags('FX')
@Controller('v1/fx/forwards')
export class ForwardsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly forwards: Forwards,
    private readonly quotes: ForwardQuotes,
    private readonly deliveries: ForwardDeliveries,
    private readonly moves: ForwardMoves,
  ) {}

  @Post()
  @CommandOperation({
    id: 'contractForward',
    summary: 'Sell an order’s currency forward, or buy what is owed on it, at a quote',
    description:
      'Real demand: never more is sold forward of an order than it brings, never more bought than its seller owes on it, whoever ' +
      'asks at the same time. The deposit is held ' +
      'of the seller’s CNY at once, and the bank is asked after that: `booked`, or `refused` and the deposit is free again. ' +
      'Where an approval policy asks for a second person it is `awaiting_approval`: nothing is held, and the quote is used up; ' +
      'once approved it is made at a price of that moment, if that is no worse than `worstRate`.',
    scope: 'fx:write',
    answers: ForwardDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    speaks: true,
    byId: true,
    problems: [
      InvalidInputError,
      QuoteUsedError,
      QuoteExpiredError,
      OtherQuoteError,
      OverHedgedError,
      InsufficientFundsError,
      MandateLimitError,
    ],
  })
  contract(@CommandOf() command: Command, @Body() request: ForwardRequest): Promise<string> {
    return this.run(command, (tx) => this.forwards.contract(tx, request.toOrder()));
  }

  @Get()
  @QueryOperation({
    id: 'listForwards',
    summary: 'Forwards, newest first',
    description: 'Contracts and what became of them, part by part.',
    scope: 'fx:read',
    answers: ForwardPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ForwardsQuery,
    @LanguageOf() language: Language,
  ): Promise<ForwardPageDto> {
    const { state, sellerId, orderId } = query;
    const filter = { state, partyId: parseOptionalId('party', sellerId), orderId: parseOptionalId('order', orderId) };
    return this.unitOfWork.read(caller, async (view) => {
      const found = await this.forwards.list(view, query, filter);
      const moves = await this.forwards.movesOf(
        view,
        found.data.map(({ id }) => id),
      );
      return mapPage(found, (forward) => ForwardDto.from(forward, moves, language));
    });
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getForward',
    summary: 'One forward',
    description: 'As it stands, with its parts.',
    scope: 'fx:read',
    answers: ForwardDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ForwardDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const uuid = parseId('forward', id);
      // Before the forward itself, which then is never older than what its moves say of it.
      const moves = await this.forwards.movesOf(view, [uuid]);
      return withETag(reply, ForwardDto.from(await this.forwards.get(view, uuid), moves, language));
    });
  }

  @Get(':id/calculation')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getForwardCalculation',
    summary: 'How the contract’s rate was worked out',
    description: 'Rule, interest of both currencies, swap points, spread and deposit, step by step.',
    scope: 'fx:read',
    answers: ExplanationDto,
    byId: true,
  })
  async calculation(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ExplanationDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const { quoteId } = await this.forwards.get(view, parseId('forward', id));
      return ExplanationDto.from((await this.quotes.look(view, quoteId)).quote.explanation);
    });
  }

  @Post(':id/deliveries')
  @ApiParam(ID)
  @CommandOperation({
    id: 'deliverForward',
    summary: 'Deliver a forward, whole or in part (交割)',
    description:
      'On its day or within its window, at the contract’s rate, from the order’s collected money; of one that buys from the ' +
      'seller’s CNY, and what comes pays what it owes on the order. Booked like a conversion, ' +
      'which `moves[].conversionId` names. Of an order that converts by itself this happens by itself on the last day.',
    scope: 'fx:write',
    answers: ForwardDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    speaks: true,
    byId: true,
    examples: { all: {}, part: { amount: { amount: '1000.00', currency: 'USD' } } },
    problems: [
      InvalidInputError,
      IllegalTransitionError,
      OutsideWindowError,
      MoreThanOpenError,
      MoreThanCollectedError,
      OverHedgedError,
      InsufficientFundsError,
      MandateLimitError,
    ],
  })
  deliver(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: ForwardDeliveryRequest,
  ): Promise<string> {
    return this.run(command, (tx) => this.deliveries.deliver(tx, parseId('forward', id), request.toAmount()));
  }

  @Post(':id/rollovers')
  @ApiParam(ID)
  @CommandOperation({
    id: 'rollForward',
    summary: 'Give a forward another last day (展期)',
    description:
      'At a quote for that: the old contract is undone and made anew on one spot price, the difference is settled in ' +
      'CNY at once, and another contract carries the amount and its deposit on.',
    scope: 'fx:write',
    answers: ForwardDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    speaks: true,
    byId: true,
    problems: ENDS,
  })
  rollOver(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { quoteId }: ForwardEndRequest,
  ): Promise<string> {
    return this.run(command, (tx) => this.moves.rollOver(tx, parseId('forward', id), parseId('forwardQuote', quoteId)));
  }

  @Post(':id/close-outs')
  @ApiParam(ID)
  @CommandOperation({
    id: 'closeForward',
    summary: 'Close a forward out, whole or in part (平仓)',
    description:
      'At a quote for that: amount × (contract’s rate − market rate), the other way round of one that buys, is booked for the ' +
      'seller, or against it, at once; the ' +
      'deposit is free in proportion.',
    scope: 'fx:write',
    answers: ForwardDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    speaks: true,
    byId: true,
    problems: ENDS,
  })
  closeOut(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { quoteId }: ForwardEndRequest,
  ): Promise<string> {
    return this.run(command, (tx) => this.moves.closeOut(tx, parseId('forward', id), parseId('forwardQuote', quoteId)));
  }

  private run(command: Command, work: (tx: Tx) => Promise<Forward>): Promise<string> {
    return this.commands.run(
      command,
      async (tx) => {
        const forward = await work(tx);
        return Object.assign(forward, { moves: await this.forwards.movesOf(tx, [forward.id]) });
      },
      (forward) => ForwardDto.from(forward, forward.moves, command.language),
    );
  }
}
