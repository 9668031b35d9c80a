import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Language } from '../../../kernel/sentence.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { BuyerLimits } from '../../application/insurance/buyer-limits.service.js';
import { BuyerLimitExistsError } from '../../domain/insurance/insurance.errors.js';
import {
  BuyerLimitDto,
  BuyerLimitPageDto,
  BuyerLimitsQuery,
  RequestBuyerLimitDto,
} from '../dto/insurance/buyer-limit.dto.js';
import { LIMIT_REQUEST } from './insurance.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'bul_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The buyer limit',
} as const;

/** Up to how much insurers answer for buyers. */
@ApiTags('Financing')
@Controller('v1/financing/buyer-limits')
export class BuyerLimitsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: BuyerLimits,
  ) {}

  @Post()
  @CommandOperation({
    id: 'requestBuyerLimit',
    summary: 'Ask the insurer for a limit on a buyer',
    description:
      'The insurer grants it, grants less, or refuses it, and may cut or revoke it later: told by `financing.buyer_limit.*`. One live ' +
      'limit for each policy and buyer. It is revolving: what is paid can be insured again.',
    scope: 'financing:write',
    answers: BuyerLimitDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { buyer: LIMIT_REQUEST },
    problems: [InvalidInputError, BuyerLimitExistsError, ResourceNotFoundError],
  })
  request(@CommandOf() command: Command, @Body() body: RequestBuyerLimitDto): Promise<string> {
    const { amount, tenorDays } = body;
    const [policyId, buyerId] = [parseId('insurancePolicy', body.policyId), parseId('party', body.buyerId)];
    const wanted = { policyId, buyerId, amount: Money.fromJSON(amount), tenorDays };
    return this.commands.run(
      command,
      (tx) => this.limits.request(tx, wanted),
      (limit) => BuyerLimitDto.from(limit, command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listBuyerLimits',
    summary: 'Buyer limits, newest first',
    description: 'By seller, buyer or state.',
    scope: 'financing:read',
    answers: BuyerLimitPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { sellerId, buyerId, ...query }: BuyerLimitsQuery,
    @LanguageOf() language: Language,
  ): Promise<BuyerLimitPageDto> {
    const whose = { sellerUuid: parseOptionalId('party', sellerId), buyerUuid: parseOptionalId('party', buyerId) };
    const found = await this.unitOfWork.read(caller, (view) => this.limits.list(view, query, whose));
    return mapPage(found, (limit) => BuyerLimitDto.from(limit, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBuyerLimit',
    summary: 'One buyer limit, and what of it is used',
    description: 'What is granted, since when and until when, and why it is not more.',
    scope: 'financing:read',
    answers: BuyerLimitDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<BuyerLimitDto> {
    const limitId = parseId('buyerLimit', id);
    const found = await this.unitOfWork.read(caller, (view) => this.limits.get(view, limitId));
    return withETag(reply, BuyerLimitDto.from(found, language));
  }
}
