import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Payouts } from '../application/payouts/payouts.js';
import { NoBankAccountError } from '../domain/payouts/payout.errors.js';
import { PayoutDto, PayoutPageDto, PayoutsQuery } from './dto/payout.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'pay_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('FX')
@Controller('v1/fx/payouts')
export class PayoutsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly payouts: Payouts,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listPayouts',
    summary: 'Payouts, newest first',
    description: 'What was released to sellers and sent to their own bank accounts, by itself.',
    scope: 'fx:read',
    answers: PayoutPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: PayoutsQuery,
    @LanguageOf() language: Language,
  ): Promise<PayoutPageDto> {
    const { state, sellerId, orderId } = query;
    const filter = {
      state,
      partyId: parseOptionalId('party', sellerId),
      orderId: parseOptionalId('order', orderId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.payouts.list(view, query, filter));
    return mapPage(found, (payout) => PayoutDto.from(payout, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getPayout',
    summary: 'One payout',
    description: 'As it stands.',
    scope: 'fx:read',
    answers: PayoutDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<PayoutDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.payouts.get(view, parseId('payout', id)));
    return withETag(reply, PayoutDto.from(found, language));
  }

  @Post(':id/retry')
  @ApiParam(ID)
  @CommandOperation({
    id: 'retryPayout',
    summary: 'Pay out again',
    description:
      'Only after the bank said no, when the money came back, or when there was no account to pay to: a new order, under a new message id, to the ' +
      'account that the seller has now. While the bank may still carry out the old one, there is nothing to retry.',
    scope: 'fx:write',
    answers: PayoutDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, NoBankAccountError, MandateLimitError],
  })
  retry(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.payouts.retry(tx, parseId('payout', id)),
      (payout) => PayoutDto.from(payout, command.language),
    );
  }
}
