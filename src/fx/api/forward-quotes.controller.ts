import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Board } from '../application/conversions/board.js';
import { Curves } from '../application/forwards/curves.js';
import { ForwardQuotes } from '../application/forwards/forward-quotes.js';
import { BoardStaleError, PairNotQuotedError, UnknownSellerError } from '../domain/conversions/quote.errors.js';
import {
  CurveStaleError,
  MoreThanOpenError,
  NothingToHedgeError,
  TenorNotQuotedError,
} from '../domain/forwards/forward.errors.js';
import { ForwardQuoteDto, ForwardQuoteRequest } from './dto/forward-quote.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'fwq_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('FX')
@Controller('v1/fx/forward-quotes')
export class ForwardQuotesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: ForwardQuotes,
    private readonly board: Board,
    private readonly curves: Curves,
  ) {}

  @Post()
  @CommandOperation({
    id: 'quoteForward',
    summary: 'Quote a forward',
    description:
      'A firm forward price for some seconds, accepted once: for a new contract on a fixed day or within a window (择期), for ' +
      'another last day of one, or for its end before its day. By interest parity from the bank’s board and the interest ' +
      'curves; of a window the end that is worse for the seller. With `side` `buy` a currency that the seller owes on the order ' +
      'is bought, such as freight. `explanation` has every step. Without a fresh board or curve ' +
      'it answers 503 with `Retry-After` and has them fetched.',
    scope: 'fx:write',
    answers: ForwardQuoteDto,
    status: 201,
    dryRun: true,
    byId: true,
    examples: {
      fixed_day: {
        purpose: 'new',
        orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
        amount: { amount: '100.00', currency: 'USD' },
        dueOn: '2027-02-26',
      },
    },
    problems: [
      InvalidInputError,
      BoardStaleError,
      CurveStaleError,
      PairNotQuotedError,
      TenorNotQuotedError,
      UnknownSellerError,
      MoreThanOpenError,
      NothingToHedgeError,
      IllegalTransitionError,
    ],
  })
  async quote(@CommandOf() command: Command, @Body() request: ForwardQuoteRequest): Promise<string> {
    try {
      return await this.commands.run(
        command,
        (tx) => this.quotes.give(tx, request.toWish()),
        (quote) => ForwardQuoteDto.from(quote, quote.createdAt),
      );
    } catch (error) {
      // What refused the quote kept nothing, the wish for a new board or curve included.
      const isStale = error instanceof BoardStaleError || error instanceof CurveStaleError;
      if (isStale) await this.refresh(command.caller);
      throw error;
    }
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getForwardQuote',
    summary: 'One forward quote',
    description: 'As it stands: open, used or expired.',
    scope: 'fx:read',
    answers: ForwardQuoteDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ForwardQuoteDto> {
    const { quote, now } = await this.unitOfWork.read(caller, (view) =>
      this.quotes.look(view, parseId('forwardQuote', id)),
    );
    return withETag(reply, ForwardQuoteDto.from(quote, now));
  }

  private refresh(caller: Principal): Promise<void> {
    return this.unitOfWork.run(caller, async (tx) => {
      await this.board.request(tx);
      await this.curves.request(tx);
    });
  }
}
