import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { presentOf } from '../../platform/database/present.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Quotes } from '../application/quotes.service.js';
import { FreightReferenceTakenError, NoRateError, SurchargeCurrencyError } from '../domain/quote.errors.js';
import { quoteRequestOf } from './dto/quote-request.js';
import {
  FreightQuoteCalculationDto,
  FreightQuoteDto,
  FreightQuotePageDto,
  FreightQuotesQuery,
  FreightQuoteRequestDto,
} from './dto/quote.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'frq_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The quote',
} as const;

@ApiTags('Freight')
@Controller('v1/freight/quotes')
export class QuotesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: Quotes,
    private readonly clock: Clock,
  ) {}

  @Post()
  @CommandOperation({
    id: 'quoteFreight',
    summary: 'Price a sea shipment',
    description:
      'FCL by container, LCL by revenue ton, with every charge by itself. Give the shipment, or an `orderId` alone to ' +
      "take it from the order. Your own rates count before the platform's sample tariff. Currencies are never mixed.",
    scope: 'freight:write',
    answers: FreightQuoteDto,
    examples: {
      full_container: {
        mode: 'fcl',
        portOfLoading: 'CNNGB',
        portOfDischarge: 'DEHAM',
        departureDate: '2026-12-05',
        grossKg: '9800',
        containers: [{ sizeType: '22G1', count: 1 }],
      },
      part_of_a_container: {
        mode: 'lcl',
        portOfLoading: 'CNNGB',
        portOfDischarge: 'USLAX',
        departureDate: '2026-12-05',
        grossKg: '1200',
        cbm: '6.4',
      },
      of_an_order: { orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' },
    },
    status: 201,
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, NoRateError, SurchargeCurrencyError, FreightReferenceTakenError],
  })
  give(@CommandOf() command: Command, @Body() request: FreightQuoteRequestDto): Promise<string> {
    const wanted = quoteRequestOf(request);
    return this.commands.run(
      command,
      async (tx) => ({ quote: await this.quotes.give(tx, wanted), now: tx.now }),
      ({ quote, now }) => FreightQuoteDto.from(quote, now),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listFreightQuotes',
    summary: 'Freight quotes, newest first',
    description: 'By order, reference or mode.',
    scope: 'freight:read',
    answers: FreightQuotePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: FreightQuotesQuery): Promise<FreightQuotePageDto> {
    const { orderId, reference, mode } = query;
    const filter = { orderId: parseOptionalId('order', orderId), reference, mode };
    return this.unitOfWork.read(caller, async (view) => {
      const now = await presentOf(view, this.clock);
      return mapPage(await this.quotes.list(view, query, filter), (quote) => FreightQuoteDto.from(quote, now));
    });
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFreightQuote',
    summary: 'One freight quote',
    description: 'With every charge. `expired` once `validUntil` has passed unused.',
    scope: 'freight:read',
    answers: FreightQuoteDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FreightQuoteDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const now = await presentOf(view, this.clock);
      return withETag(reply, FreightQuoteDto.from(await this.quotes.get(view, parseId('freightQuote', id)), now));
    });
  }

  @Get(':id/calculation')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFreightQuoteCalculation',
    summary: 'How a freight quote was worked out',
    description: 'The rule, its version, and every step with its figures and the rate behind it.',
    scope: 'freight:read',
    answers: FreightQuoteCalculationDto,
    byId: true,
  })
  async calculation(@CallerOf() caller: Principal, @Param('id') id: string): Promise<FreightQuoteCalculationDto> {
    const quote = await this.unitOfWork.read(caller, (view) => this.quotes.get(view, parseId('freightQuote', id)));
    return FreightQuoteCalculationDto.of(quote);
  }
}
