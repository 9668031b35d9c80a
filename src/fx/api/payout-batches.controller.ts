import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

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
import { PayoutBatches } from '../application/payouts/payout-batches.js';
import { PayoutPolicies } from '../application/payouts/payout-policies.js';
import {
  PayoutBatchDto,
  PayoutBatchesQuery,
  PayoutBatchPageDto,
  PayoutBatchSummaryDto,
  PayoutPolicyDto,
} from './dto/payout-batch.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the batch',
  schema: { type: 'string', maxLength: 40, example: 'pba_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Payouts that go to the bank together, and whether they do. */
@ApiTags('Payout batches')
@Controller('v1/fx')
export class PayoutBatchesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: PayoutBatches,
    private readonly policies: PayoutPolicies,
  ) {}

  @Get('payout-policy')
  @QueryOperation({
    id: 'readPayoutPolicy',
    summary: 'How payouts are ordered',
    description: 'Until it is set each payout is ordered at once, by itself, at any hour.',
    scope: 'fx:read',
    answers: PayoutPolicyDto,
  })
  async readPolicy(@CallerOf() caller: Principal): Promise<PayoutPolicyDto> {
    return PayoutPolicyDto.from(await this.unitOfWork.read(caller, (view) => this.policies.get(view)));
  }

  @Put('payout-policy')
  @CommandOperation({
    id: 'setPayoutPolicy',
    summary: 'Order payouts at once, or in batches',
    description: 'Of what is ordered from now on; what waits in a batch stays there.',
    scope: 'fx:write',
    answers: PayoutPolicyDto,
    examples: { daily: { mode: 'batched', cutOff: '16:30', batchMax: 100, batchBooking: false } },
  })
  setPolicy(@CommandOf() command: Command, @Body() body: PayoutPolicyDto): Promise<string> {
    const policy = PayoutPolicyDto.from(body);
    return this.commands.run(command, (tx) => this.policies.set(tx, policy), PayoutPolicyDto.from);
  }

  @Get('payout-batches')
  @QueryOperation({
    id: 'listPayoutBatches',
    summary: 'Batches of payouts, newest first',
    description: 'Payouts of one account, currency and day that go to the bank in one message.',
    scope: 'fx:read',
    answers: PayoutBatchPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: PayoutBatchesQuery,
    @LanguageOf() language: Language,
  ): Promise<PayoutBatchPageDto> {
    const filter = { state: query.state, partyId: parseOptionalId('party', query.sellerId) };
    const found = await this.unitOfWork.read(caller, (view) => this.batches.list(view, query, filter));
    return mapPage(found, (batch) => PayoutBatchSummaryDto.of(batch, language));
  }

  @Get('payout-batches/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getPayoutBatch',
    summary: 'One batch of payouts',
    description: 'With the end-to-end ids of its payments. What becomes of each payment is told on the payout.',
    scope: 'fx:read',
    answers: PayoutBatchDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<PayoutBatchDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.batches.get(view, parseId('payoutBatch', id)));
    return withETag(reply, PayoutBatchDto.from(found, language));
  }

  @Post('payout-batches/:id/submission')
  @ApiParam(ID)
  @CommandOperation({
    id: 'submitPayoutBatch',
    summary: 'Send a batch before its time',
    description: 'Nothing joins it any more, and it goes to the bank now. Without it that happens at the cut-off.',
    scope: 'fx:write',
    answers: PayoutBatchDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  submit(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.batches.submit(tx, parseId('payoutBatch', id)),
      (found) => PayoutBatchDto.from(found, command.language),
    );
  }
}
