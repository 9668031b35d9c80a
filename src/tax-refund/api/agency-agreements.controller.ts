import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { AuditPageDto, AuditRecordDto } from '../../platform/audit/audit.dto.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, PageQuery } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { AgencyAgreements } from '../application/agency-agreements.service.js';
import { AgencyReader } from '../application/agency-reader.service.js';
import { AgencyAgreementExistsError, AgencyAgreementOverError } from '../domain/agency.errors.js';
import { type AgencyAgreement } from '../entities/agency-agreement.entity.js';
import {
  AgencyAgreementDto,
  AgencyAgreementPageDto,
  AgencyAgreementsQuery,
  AgencyConfirmationRequest,
  AgencyEndRequest,
  AgencyEvidenceRequest,
  AgencyRequest,
  AgencyStandingDto,
} from './dto/agency.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'agy_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const EXAMPLE = {
  producerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  agent: { name: '宁波示例外贸综合服务有限公司', uscc: '91330206MA2TAXAGN4' },
  agreementNumber: 'DBTS-2026-0001',
  signedOn: '2026-11-20',
  validFrom: '2026-11-20',
};

const EVIDENCE = [
  { condition: 'producer', metOn: '2026-01-10', documents: ['CKTS-BA-2026-0001'] },
  { condition: 'contracts', metOn: '2026-11-20', documents: ['HT-2026-0815', 'ZHFW-2026-0001'] },
];

const FILINGS = {
  producerFiling: { filedOn: '2026-11-21', taxOffice: '国家税务总局慈溪市税务局' },
  agentFiling: { filedOn: '2026-01-15', taxOffice: '国家税务总局宁波市北仑区税务局' },
};

/** By which agents file the refunds of producers (代办退税). */
@ApiTags('Agency agreements')
@Controller('v1/tax-refund/agency-agreements')
export class AgencyAgreementsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: AgencyAgreements,
    private readonly reader: AgencyReader,
  ) {}

  @Post()
  @CommandOperation({
    id: 'draftAgencyAgreement',
    summary: 'Enter an agency agreement',
    description:
      'By which an integrated-service enterprise files the refunds of a manufacturer (代办退税). It lets nobody file before ' +
      'it is confirmed.',
    scope: 'tax_refund:write',
    answers: AgencyAgreementDto,
    status: 201,
    examples: { until_ended: EXAMPLE },
    dryRun: true,
    problems: [InvalidInputError, ResourceNotFoundError, AgencyAgreementExistsError],
  })
  draft(@CommandOf() command: Command, @Body() body: AgencyRequest): Promise<string> {
    const { producerId, validTo = null, accountHolder = 'producer', evidence = [], ...terms } = body;
    return this.commands.run(
      command,
      (tx) => this.agreements.draft(tx, parseId('party', producerId), { ...terms, validTo, accountHolder, evidence }),
      AgencyAgreementDto.from,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listAgencyAgreements',
    summary: 'The agency agreements',
    description: 'Newest first, those that have ended among them.',
    scope: 'tax_refund:read',
    answers: AgencyAgreementPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: AgencyAgreementsQuery): Promise<AgencyAgreementPageDto> {
    const { state, agreementNumber, missingConditions: missingEvidence } = query;
    const filter = { state, agreementNumber, missingEvidence, producerId: parseOptionalId('party', query.producerId) };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, AgencyAgreementDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getAgencyAgreement',
    summary: 'One agency agreement',
    description: 'Who files for whom, what was filed of it with the tax offices, and how it stands.',
    scope: 'tax_refund:read',
    answers: AgencyAgreementDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<AgencyAgreementDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, parseId('agencyAgreement', id)));
    return withETag(reply, AgencyAgreementDto.from(found));
  }

  @Get(':id/standing')
  @ApiParam(ID)
  @QueryOperation({
    id: 'checkAgencyAgreement',
    summary: 'How far the conditions of an agency are shown to be met',
    description:
      'Condition by condition (国家税务总局公告2017年第35号); and what the producer has entrusted this year, with the sum above ' +
      'which it is verified on site.',
    scope: 'tax_refund:read',
    answers: AgencyStandingDto,
    speaks: true,
    byId: true,
  })
  async standing(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
  ): Promise<AgencyStandingDto> {
    const agreementId = parseId('agencyAgreement', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.standing(view, agreementId));
    return AgencyStandingDto.of(found, language);
  }

  @Put(':id/evidence')
  @ApiParam(ID)
  @CommandOperation({
    id: 'replaceAgencyEvidence',
    summary: 'Show that the conditions of an agency are met',
    description:
      'With the day and the documents of each condition; replaces what was shown before. Where an agreement is required, nothing ' +
      'is filed while a condition is not shown, and the claim says which.',
    scope: 'tax_refund:write',
    answers: AgencyAgreementDto,
    examples: { two: { evidence: EVIDENCE } },
    ifMatch: 'optional',
    byId: true,
    problems: [InvalidInputError, AgencyAgreementOverError],
  })
  show(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { evidence }: AgencyEvidenceRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, agreementId) => this.agreements.show(tx, agreementId, evidence));
  }

  @Get(':id/history')
  @ApiParam(ID)
  @QueryOperation({
    id: 'traceAgencyAgreement',
    summary: 'Every step of an agency agreement',
    description:
      'Who did what and when, as the audit has it: the names of both sides stand in each line. Newest first.',
    scope: 'tax_refund:read',
    answers: AuditPageDto,
    byId: true,
  })
  async history(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<AuditPageDto> {
    const agreementId = parseId('agencyAgreement', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.history(view, agreementId, query));
    return mapPage(found, AuditRecordDto.from);
  }

  @Post(':id/confirmation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'confirmAgencyAgreement',
    summary: 'Both sides have filed',
    description:
      'With the days on which producer and agent filed with their tax offices (备案), as the rule of the day asks. From its ' +
      'first day on the agent may file for the producer.',
    scope: 'tax_refund:write',
    answers: AgencyAgreementDto,
    examples: { filed: FILINGS },
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, InvalidInputError, AgencyAgreementOverError],
  })
  confirm(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { producerFiling, agentFiling }: AgencyConfirmationRequest,
  ): Promise<string> {
    const filings = { producerFiling: producerFiling ?? null, agentFiling: agentFiling ?? null };
    return this.run(command, id, (tx, agreementId) => this.agreements.confirm(tx, agreementId, filings));
  }

  @Post(':id/withdrawal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'withdrawAgencyAgreement',
    summary: 'Take a draft back',
    description: 'The agreement comes to nothing.',
    scope: 'tax_refund:write',
    answers: AgencyAgreementDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  withdraw(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: AgencyEndRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, agreementId) => this.agreements.withdraw(tx, agreementId, reason));
  }

  @Post(':id/termination')
  @ApiParam(ID)
  @CommandOperation({
    id: 'endAgencyAgreement',
    summary: 'End an agency agreement',
    description:
      'From now on. Nothing more is filed under it, not even what was commanded a moment ago; what the bureau has goes on, ' +
      'and the audit of each says so.',
    scope: 'tax_refund:write',
    answers: AgencyAgreementDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  end(@CommandOf() command: Command, @Param('id') id: string, @Body() { reason }: AgencyEndRequest): Promise<string> {
    return this.run(command, id, (tx, agreementId) => this.agreements.end(tx, agreementId, reason));
  }

  private run(
    command: Command,
    id: string,
    work: (tx: Tx, agreementId: string) => Promise<AgencyAgreement>,
  ): Promise<string> {
    const agreementId = parseId('agencyAgreement', id);
    return this.commands.run(command, (tx) => work(tx, agreementId), AgencyAgreementDto.from);
  }
}
