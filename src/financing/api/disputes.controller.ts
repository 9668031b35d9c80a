import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { Disputes } from '../application/disputes/disputes.service.js';
import { NotDisputableError } from '../domain/dispute/dispute.errors.js';
import { DISPUTE_OPENED, DISPUTE_RESOLVED } from './dispute.examples.js';
import { DisputeDto, DisputePageDto, DisputesQuery, OpenDisputeDto, ResolveDisputeDto } from './dto/dispute.dto.js';
import { InsuranceDocumentDto } from './dto/insurance/document.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'dsp_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The dispute',
} as const;

/** What buyers do not want to pay. */
@ApiTags('Financing')
@Controller('v1/financing/disputes')
export class DisputesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly disputes: Disputes,
  ) {}

  @Post()
  @CommandOperation({
    id: 'openDispute',
    summary: 'Enter that a buyer disputes what it owes',
    description:
      'From here on nothing more is drawn by a product that opens with `not_disputed`, and by no product on what is disputed. An order ' +
      'can have several. The lender of a loan on it is told, and no indemnity is claimed until it is resolved.',
    scope: 'financing:write',
    answers: DisputeDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { quality: DISPUTE_OPENED },
    problems: [InvalidInputError, NotDisputableError, ResourceNotFoundError],
  })
  open(@CommandOf() command: Command, @Body() body: OpenDisputeDto): Promise<string> {
    const { kind, openedOn, description, documents = [] } = body;
    const opened = {
      ...{ orderId: parseId('order', body.orderId), kind, amount: Money.fromJSON(body.amount), openedOn, description },
      documents: documents.map(InsuranceDocumentDto.toDocument),
    };
    return this.commands.run(command, (tx) => this.disputes.open(tx, opened), DisputeDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listDisputes',
    summary: 'Disputes with buyers, newest first',
    description: 'By order, seller or state.',
    scope: 'financing:read',
    answers: DisputePageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { orderId, sellerId, ...query }: DisputesQuery,
  ): Promise<DisputePageDto> {
    const filter = { orderUuid: parseOptionalId('order', orderId), sellerUuid: parseOptionalId('party', sellerId) };
    const found = await this.unitOfWork.read(caller, (view) => this.disputes.list(view, query, filter));
    return mapPage(found, DisputeDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getDispute',
    summary: 'One dispute',
    description: 'What is disputed, and how it ended.',
    scope: 'financing:read',
    answers: DisputeDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DisputeDto> {
    const disputeId = parseId('dispute', id);
    const found = await this.unitOfWork.read(caller, (view) => this.disputes.get(view, disputeId));
    return withETag(reply, DisputeDto.from(found));
  }

  @Post(':id/resolutions')
  @ApiParam(ID)
  @CommandOperation({
    id: 'resolveDispute',
    summary: 'Enter how a dispute ended',
    description:
      'What the seller gave up is lent on no more; on what is left money can be drawn again, once no other dispute of the order is open.',
    scope: 'financing:write',
    answers: DisputeDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    dryRun: true,
    examples: { rejected: DISPUTE_RESOLVED },
    problems: [IllegalTransitionError, InvalidInputError],
  })
  resolve(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ResolveDisputeDto): Promise<string> {
    const disputeId = parseId('dispute', id);
    const { outcome, conceded, resolvedOn, note = null } = body;
    const said = { outcome, conceded: conceded === undefined ? null : Money.fromJSON(conceded), resolvedOn, note };
    return this.commands.run(command, (tx) => this.disputes.resolve(tx, disputeId, said), DisputeDto.from);
  }
}
