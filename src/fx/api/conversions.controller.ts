import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { LanguageOf } from '../../platform/http/language.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Conversions } from '../application/conversions/conversions.js';
import { MoreThanCollectedError, QuoteExpiredError, QuoteUsedError } from '../domain/conversions/quote.errors.js';
import { ConversionDto, ConversionPageDto, ConversionRequest, ConversionsQuery } from './dto/conversion.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'cnv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('FX')
@Controller('v1/fx/conversions')
export class ConversionsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly conversions: Conversions,
  ) {}

  @Post()
  @CommandOperation({
    id: 'convert',
    summary: 'Convert at a quote',
    description:
      'Books the conversion at once, whoever else tries the same quote, and makes the deal with the bank after that. It ' +
      'ends `settled`, or `failed` when the bank refuses, and then the booking is reversed. 409 `LEDGER.INSUFFICIENT_FUNDS` ' +
      'when the seller does not hold what it sells. Where an approval policy asks for a second person it is ' +
      '`awaiting_approval`: nothing is held, and the quote is used up. Once approved, it is carried out at a price of that ' +
      'moment, if that is no worse than `worstRate` and `validUntil` is not over; else it is `lapsed`.',
    scope: 'fx:write',
    answers: ConversionDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    speaks: true,
    byId: true,
    problems: [InvalidInputError, QuoteUsedError, QuoteExpiredError, MoreThanCollectedError, MandateLimitError],
  })
  convert(@CommandOf() command: Command, @Body() request: ConversionRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.conversions.convert(tx, request.toOrder()),
      (conversion) => ConversionDto.from(conversion, command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listConversions',
    summary: 'Conversions, newest first',
    description: 'Those that were asked for, and those of orders that convert by themselves.',
    scope: 'fx:read',
    answers: ConversionPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ConversionsQuery,
    @LanguageOf() language: Language,
  ): Promise<ConversionPageDto> {
    const { state, sellerId, orderId } = query;
    const filter = {
      state,
      partyId: parseOptionalId('party', sellerId),
      orderId: parseOptionalId('order', orderId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.conversions.list(view, query, filter));
    return mapPage(found, (conversion) => ConversionDto.from(conversion, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getConversion',
    summary: 'One conversion',
    description: 'As it stands.',
    scope: 'fx:read',
    answers: ConversionDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ConversionDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.conversions.get(view, parseId('conversion', id)));
    return withETag(reply, ConversionDto.from(found, language));
  }
}
