import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { CollectionRefunds } from '../application/refunds/collection-refunds.js';
import { NotBookedError } from '../domain/collections/collection.errors.js';
import { NothingToRefundError, PayerAccountUnknownError } from '../domain/refunds/refund.errors.js';
import {
  CollectionRefundDto,
  CollectionRefundPageDto,
  CollectionRefundRequest,
  CollectionRefundsQuery,
} from './dto/collection-refund.dto.js';

const exampleId = (prefix: string) =>
  ({
    name: 'id',
    schema: { type: 'string', maxLength: 40, example: `${prefix}_01jdq3x7k2e9ta6v0m8r4c5wzb` },
  }) as const;

@ApiTags('FX')
@Controller('v1/fx/collections/:id/refunds')
export class RefundsOfCollectionController {
  constructor(
    private readonly commands: Commands,
    private readonly refunds: CollectionRefunds,
  ) {}

  @Post()
  @ApiParam(exampleId('col'))
  @CommandOperation({
    id: 'refundCollection',
    summary: 'Send money back to its payer',
    description:
      'All that is left of it or a part, to the account that it came from and to no other (原路退回): what pays for no order, is under ' +
      'review, or is more than was owed. What pays for an order has to be unmatched first. It is set aside at once; where a policy for ' +
      '`fx.refund` asks for a second person, it then waits for that person.',
    scope: 'fx:write',
    answers: CollectionRefundDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    examples: {
      a_part: { amount: { amount: '250.00', currency: 'USD' }, reasonCode: 'over_payment', note: 'Paid twice' },
    },
    problems: [
      InvalidInputError,
      IllegalTransitionError,
      NotBookedError,
      NothingToRefundError,
      PayerAccountUnknownError,
      InsufficientFundsError,
      MandateLimitError,
    ],
  })
  refund(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: CollectionRefundRequest,
  ): Promise<string> {
    const wish = CollectionRefundRequest.wish(request);
    return this.commands.run(
      command,
      (tx) => this.refunds.request(tx, parseId('collection', id), wish),
      (refund) => CollectionRefundDto.from(refund, command.language),
    );
  }
}

@ApiTags('FX')
@Controller('v1/fx/collection-refunds')
export class CollectionRefundsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: CollectionRefunds,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listCollectionRefunds',
    summary: 'Money that goes back to its payers, newest first',
    description: 'On its way, arrived, or not.',
    scope: 'fx:read',
    answers: CollectionRefundPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: CollectionRefundsQuery,
    @LanguageOf() language: Language,
  ): Promise<CollectionRefundPageDto> {
    const { state, sellerId, collectionId } = query;
    const filter = {
      state,
      partyId: parseOptionalId('party', sellerId),
      collectionId: parseOptionalId('collection', collectionId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.refunds.list(view, query, filter));
    return mapPage(found, (refund) => CollectionRefundDto.from(refund, language));
  }

  @Get(':id')
  @ApiParam(exampleId('crf'))
  @QueryOperation({
    id: 'getCollectionRefund',
    summary: 'One refund of money from a buyer',
    description: 'As it stands.',
    scope: 'fx:read',
    answers: CollectionRefundDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<CollectionRefundDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.refunds.get(view, parseId('collectionRefund', id)));
    return withETag(reply, CollectionRefundDto.from(found, language));
  }
}
