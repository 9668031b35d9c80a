import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { OrderFilings } from '../application/order-filings.service.js';
import { CebMessageInvalidError, CebSignerMissingError } from '../domain/ceb/ceb.errors.js';
import { OrderProfileMissingError } from '../domain/order-filing.errors.js';
import { OrderFilingDto, OrderFilingPageDto, OrderFilingsQuery, SubmitOrderFilingDto } from './dto/order-filing.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'ofl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Orders that customs must have before their declaration. */
@ApiTags('Order filings')
@Controller('v1/customs/order-filings')
export class OrderFilingsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly filings: OrderFilings,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listOrderFilings',
    summary: 'Orders that customs must have first, newest first',
    description: 'Of orders under 9710 and 9810: their data (CEB303Message) go before the declaration.',
    scope: 'customs:read',
    answers: OrderFilingPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: OrderFilingsQuery,
    @LanguageOf() language: Language,
  ): Promise<OrderFilingPageDto> {
    const filter = { state: query.state, orderId: parseOptionalId('order', query.orderId) };
    const found = await this.unitOfWork.read(caller, (view) => this.filings.list(view, query, filter));
    return mapPage(found, (filing) => OrderFilingDto.from(filing, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getOrderFiling',
    summary: 'One of them',
    description: 'What customs gets, why it has not got it, and what it said.',
    scope: 'customs:read',
    answers: OrderFilingDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<OrderFilingDto> {
    const filingId = parseId('orderFiling', id);
    const found = await this.unitOfWork.read(caller, (view) => this.filings.get(view, filingId));
    return withETag(reply, OrderFilingDto.from(found, language));
  }

  @Post(':id/submission')
  @ApiParam(ID)
  @CommandOperation({
    id: 'submitOrderFiling',
    summary: 'Send an order to customs, or send it again',
    description:
      'What waited for a profile, or what customs refused, with whatever is corrected. Its declaration leaves by itself when ' +
      'customs has accepted the order and the transport is known.',
    scope: 'customs:write',
    answers: OrderFilingDto,
    status: 202,
    ifMatch: 'optional',
    byId: true,
    speaks: true,
    examples: {
      again: {},
      corrected: { orderNo: 'AMZ-2026-0001', lines: [{ lineNumber: 1, itemNo: 'EO-35', itemName: '电烤箱' }] },
    },
    problems: [
      InvalidInputError,
      IllegalTransitionError,
      OrderProfileMissingError,
      CebMessageInvalidError,
      CebSignerMissingError,
    ],
  })
  submit(@CommandOf() command: Command, @Param('id') id: string, @Body() body: SubmitOrderFilingDto): Promise<string> {
    const { profileId, orderNo, lines } = body;
    const submission = { profileId: parseOptionalId('ecommerceProfile', profileId), orderNo, lines };
    return this.commands.run(
      command,
      (tx) => this.filings.submit(tx, parseId('orderFiling', id), submission),
      (filing) => OrderFilingDto.from(filing, command.language),
    );
  }
}
