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
import { AgencyCertificates } from '../application/agency-certificates.service.js';
import { CertificateReader } from '../application/certificate-reader.service.js';
import {
  CertificateNotReplaceableError,
  DeclaredItemHeldError,
  NothingExportedForPrincipalError,
} from '../domain/agency-certificate.errors.js';
import { type AgencyCertificate } from '../entities/agency-certificate.entity.js';
import {
  AgencyCertificateDto,
  AgencyCertificatePageDto,
  AgencyCertificateRequest,
  AgencyCertificatesQuery,
  AgencyCertificateSummaryDto,
  CertificateReasonRequest,
} from './dto/agency-certificate.dto.js';

const ID = {
  name: 'id',
  description: 'Of the certificate',
  schema: { type: 'string', maxLength: 40, example: 'agc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const EXAMPLE = {
  orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  principal: { name: '慈溪示例电器有限公司', uscc: '91330282MA2DEM4D04' },
  agreement: { number: 'DLCK-2026-0001', signedOn: '2026-11-02' },
};

/** Certificates of agency export (代理出口货物证明): with them principals claim what was exported for them. */
@ApiTags('Agency certificates')
@Controller('v1/tax-refund/agency-certificates')
export class AgencyCertificatesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly certificates: AgencyCertificates,
    private readonly reader: CertificateReader,
  ) {}

  @Post()
  @CommandOperation({
    id: 'draftAgencyCertificate',
    summary: 'Draw up a certificate of agency export (代理出口货物证明)',
    description:
      'For a principal, over declared items of an order with refund mode agency_export. Quantities and values are those of the ' +
      'declaration. An item stands in one certificate, and in no claim.',
    scope: 'tax_refund:write',
    answers: AgencyCertificateDto,
    status: 201,
    examples: { all_items: EXAMPLE },
    dryRun: true,
    problems: [
      InvalidInputError,
      ResourceNotFoundError,
      NothingExportedForPrincipalError,
      DeclaredItemHeldError,
      CertificateNotReplaceableError,
    ],
  })
  draft(@CommandOf() command: Command, @Body() body: AgencyCertificateRequest): Promise<string> {
    const { principal, agreement, lines = null } = body;
    return this.run(command, (tx) => {
      const replacesId = parseOptionalId('agencyCertificate', body.replacesId) ?? null;
      return this.certificates.draft(tx, parseId('order', body.orderId), { principal, agreement, lines }, replacesId);
    });
  }

  @Get()
  @QueryOperation({
    id: 'listAgencyCertificates',
    summary: 'The certificates of agency export',
    description: 'Newest first, those that are void among them.',
    scope: 'tax_refund:read',
    answers: AgencyCertificatePageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: AgencyCertificatesQuery,
  ): Promise<AgencyCertificatePageDto> {
    const filter = { state: query.state, orderId: parseOptionalId('order', query.orderId) };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, AgencyCertificateSummaryDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getAgencyCertificate',
    summary: 'One certificate of agency export',
    description: 'With its items, and everything that was sent to the bureau about it.',
    scope: 'tax_refund:read',
    answers: AgencyCertificateDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<AgencyCertificateDto> {
    const certificateId = parseId('agencyCertificate', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, certificateId));
    return withETag(reply, AgencyCertificateDto.of(found));
  }

  @Get(':id/history')
  @ApiParam(ID)
  @QueryOperation({
    id: 'traceAgencyCertificate',
    summary: 'Every step of a certificate of agency export',
    description: 'Who did what and when, as the audit has it. Newest first.',
    scope: 'tax_refund:read',
    answers: AuditPageDto,
    byId: true,
  })
  async history(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<AuditPageDto> {
    const certificateId = parseId('agencyCertificate', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.history(view, certificateId, query));
    return mapPage(found, AuditRecordDto.from);
  }

  @Post(':id/application')
  @ApiParam(ID)
  @CommandOperation({
    id: 'applyAgencyCertificate',
    summary: 'Apply for a certificate of agency export',
    description:
      "At the agent's tax bureau, by 15 April of the year after the export; of what was refused, as another attempt. It is sent once, " +
      'and asked about if nothing comes.',
    scope: 'tax_refund:write',
    answers: AgencyCertificateDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError],
  })
  apply(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const certificateId = parseId('agencyCertificate', id);
    return this.run(command, (tx) => this.certificates.apply(tx, certificateId));
  }

  @Post(':id/voidance')
  @ApiParam(ID)
  @CommandOperation({
    id: 'voidAgencyCertificate',
    summary: 'Have a certificate of agency export voided (作废)',
    description:
      'The bureau refuses where the principal has claimed with it. Once it is void its items may be certified anew, with `replacesId`.',
    scope: 'tax_refund:write',
    answers: AgencyCertificateDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError],
  })
  void(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: CertificateReasonRequest,
  ): Promise<string> {
    const certificateId = parseId('agencyCertificate', id);
    return this.run(command, (tx) => this.certificates.void(tx, certificateId, reason));
  }

  @Post(':id/abandonment')
  @ApiParam(ID)
  @CommandOperation({
    id: 'abandonAgencyCertificate',
    summary: 'Give a certificate up that was not issued',
    description: 'Its items are free for another one.',
    scope: 'tax_refund:write',
    answers: AgencyCertificateDto,
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError],
  })
  abandon(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: CertificateReasonRequest,
  ): Promise<string> {
    const certificateId = parseId('agencyCertificate', id);
    return this.run(command, (tx) => this.certificates.abandon(tx, certificateId, reason));
  }

  private run(command: Command, work: (tx: Tx) => Promise<AgencyCertificate>): Promise<string> {
    return this.commands.run(command, async (tx) => this.reader.get(tx, (await work(tx)).id), AgencyCertificateDto.of);
  }
}
