import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { AuditPageDto, AuditRecordDto } from '../../platform/audit/audit.dto.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, PageQuery } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { BrokerMandateReader } from '../application/broker-mandate-reader.service.js';
import { BrokerMandates } from '../application/broker-mandates.service.js';
import { BrokerMandateExistsError, BrokerMandateOverError } from '../domain/broker-mandate.errors.js';
import { type BrokerMandate } from '../entities/broker-mandate.entity.js';
import {
  BrokerMandateDto,
  BrokerMandatePageDto,
  BrokerMandateRequest,
  BrokerMandatesQuery,
  MandateEndRequest,
} from './dto/broker-mandate.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'bmd_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const EXAMPLE = {
  sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  broker: {
    name: '宁波示例报关有限公司',
    nameEn: 'Ningbo Example Customs Broker Co., Ltd.',
    uscc: '91330206MA2BR0K3RY',
    customsCode: '3302980001',
  },
  kind: 'long_term',
  agreementNumber: '310120260000000001',
  customsOffices: ['31'],
  supervisionModes: ['0110'],
  validFrom: '2026-11-20',
  validTo: '2027-11-19',
};

/** What exporters entrust to customs brokers. Not to be taken for a mandate to act for a tenant at this API. */
@ApiTags('Broker mandates')
@Controller('v1/customs/broker-mandates')
export class BrokerMandatesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: BrokerMandates,
    private readonly reader: BrokerMandateReader,
  ) {}

  @Post()
  @CommandOperation({
    id: 'offerBrokerMandate',
    summary: 'Entrust a customs broker',
    description:
      'Enters the mandate of a seller (代理报关委托书): who declares, for which customs offices and supervision modes, from ' +
      'when to when. It lets nobody declare before it is accepted.',
    scope: 'customs:write',
    answers: BrokerMandateDto,
    status: 201,
    examples: { long_term: EXAMPLE },
    dryRun: true,
    problems: [InvalidInputError, ResourceNotFoundError, BrokerMandateExistsError],
  })
  offer(@CommandOf() command: Command, @Body() body: BrokerMandateRequest): Promise<string> {
    const { sellerId, orderId, customsOffices = [], supervisionModes = [], ...terms } = body;
    const given = { ...terms, customsOffices, supervisionModes, orderId: parseOptionalId('order', orderId) ?? null };
    return this.commands.run(
      command,
      (tx) => this.mandates.offer(tx, parseId('party', sellerId), given),
      BrokerMandateDto.from,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listBrokerMandates',
    summary: "The brokers' mandates",
    description: 'Newest first, those that have ended among them.',
    scope: 'customs:read',
    answers: BrokerMandatePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: BrokerMandatesQuery): Promise<BrokerMandatePageDto> {
    const filter = {
      state: query.state,
      sellerId: parseOptionalId('party', query.sellerId),
      orderId: parseOptionalId('order', query.orderId),
      agreementNumber: query.agreementNumber,
    };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, BrokerMandateDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBrokerMandate',
    summary: "One broker's mandate",
    description: 'Who entrusts whom, with what, and how that stands.',
    scope: 'customs:read',
    answers: BrokerMandateDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<BrokerMandateDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, parseId('brokerMandate', id)));
    return withETag(reply, BrokerMandateDto.from(found));
  }

  @Get(':id/history')
  @ApiParam(ID)
  @QueryOperation({
    id: 'traceBrokerMandate',
    summary: "Every step of a broker's mandate",
    description:
      'Who did what and when, as the audit has it: the names of both sides stand in each line. Newest first.',
    scope: 'customs:read',
    answers: AuditPageDto,
    byId: true,
  })
  async history(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<AuditPageDto> {
    const mandateId = parseId('brokerMandate', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.history(view, mandateId, query));
    return mapPage(found, AuditRecordDto.from);
  }

  @Post(':id/acceptance')
  @ApiParam(ID)
  @CommandOperation({
    id: 'acceptBrokerMandate',
    summary: 'The broker accepts',
    description: 'From its first day on the broker may declare for the seller, within the limits of the mandate.',
    scope: 'customs:write',
    answers: BrokerMandateDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, BrokerMandateOverError],
  })
  accept(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, mandateId) => this.mandates.accept(tx, mandateId));
  }

  @Post(':id/refusal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'refuseBrokerMandate',
    summary: 'The broker will not',
    description: 'The offer comes to nothing.',
    scope: 'customs:write',
    answers: BrokerMandateDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  refuse(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: MandateEndRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, mandateId) => this.mandates.refuse(tx, mandateId, reason));
  }

  @Post(':id/revocation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'revokeBrokerMandate',
    summary: "End a broker's mandate",
    description:
      'Or take an offer back. Nothing more is sent to customs under it, not even what was submitted a moment ago; what ' +
      'customs has goes on, and the audit of each says so.',
    scope: 'customs:write',
    answers: BrokerMandateDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  revoke(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: MandateEndRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, mandateId) => this.mandates.revoke(tx, mandateId, reason));
  }

  private run(
    command: Command,
    id: string,
    work: (tx: Tx, mandateId: string) => Promise<BrokerMandate>,
  ): Promise<string> {
    const mandateId = parseId('brokerMandate', id);
    return this.commands.run(command, (tx) => work(tx, mandateId), BrokerMandateDto.from);
  }
}
