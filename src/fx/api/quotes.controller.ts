import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Board } from '../application/conversions/board.js';
import { Quotes } from '../application/conversions/quotes.js';
import {
  AmountTooSmallError,
  BoardStaleError,
  PairNotQuotedError,
  UnknownSellerError,
} from '../domain/conversions/quote.errors.js';
import { NoCalendarError } from '../domain/value-dates/value-date.errors.js';
import { QuoteDto, QuoteRequestDto } from './dto/quote.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'fxq_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('FX')
@Controller('v1/fx/quotes')
export class QuotesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: Quotes,
    private readonly board: Board,
  ) {}

  @Post()
  @CommandOperation({
    id: 'quoteConversion',
    summary: 'Quote a conversion',
    description:
      'A firm price from the bank’s board, made worse by the mark-up, for `lockSeconds`. Fix what is sold or what ' +
      'is bought; the other side is worked out. It converts once. Without a fresh board it answers 503 with `Retry-After` ' +
      'and has one fetched. `dryRun=true` works it out and keeps nothing.',
    scope: 'fx:write',
    answers: QuoteDto,
    examples: {
      sell_exactly: {
        sell: { amount: '10000.00', currency: 'USD' },
        buyCurrency: 'CNY',
        sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
      },
      buy_exactly: {
        buy: { amount: '70000.00', currency: 'CNY' },
        sellCurrency: 'USD',
        sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
      },
      spot: {
        sell: { amount: '10000.00', currency: 'USD' },
        tenor: 'spot',
        sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
      },
    },
    status: 201,
    dryRun: true,
    problems: [
      InvalidInputError,
      BoardStaleError,
      PairNotQuotedError,
      AmountTooSmallError,
      UnknownSellerError,
      NoCalendarError,
    ],
  })
  async quote(@CommandOf() command: Command, @Body() request: QuoteRequestDto): Promise<string> {
    try {
      return await this.commands.run(
        command,
        (tx) => this.quotes.give(tx, request.toRequest()),
        (quote) => QuoteDto.from(quote, quote.createdAt),
      );
    } catch (error) {
      // What refused the quote kept nothing, the wish for a new board included.
      if (error instanceof BoardStaleError) await this.unitOfWork.run(command.caller, (tx) => this.board.request(tx));
      throw error;
    }
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFxQuote',
    summary: 'One quote',
    description: 'As it stands: open, used or expired.',
    scope: 'fx:read',
    answers: QuoteDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<QuoteDto> {
    const { quote, now } = await this.unitOfWork.read(caller, (view) => this.quotes.look(view, parseId('fxQuote', id)));
    return withETag(reply, QuoteDto.from(quote, now));
  }
}
