import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { Reference } from '../../catalogue/index.js';
import { parseId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { IssuerCapacities } from '../application/issuer-capacities.service.js';
import { InvoiceIssuers } from '../application/invoice-issuers.service.js';
import { IssuerSubmittedError, OwnIssuerError } from '../domain/issuer.errors.js';
import { type InvoiceIssuer } from '../entities/invoice-issuer.entity.js';
import {
  InvoiceIssuerDto,
  InvoiceIssuerPageDto,
  InvoiceIssuerRequest,
  InvoiceIssuersQuery,
  IssuerApprovalRequest,
  IssuerReasonRequest,
  IssuerCapacitiesDto,
  IssuerCapacityQuery,
} from './dto/invoice-issuer.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'iss_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const EXAMPLE = {
  name: '宁波示例电器厂',
  taxNumber: '91330281MA2DEM4D02',
  creditGrade: 'B',
  generalTaxpayer: true,
  products: [{ hsCode: '851660', goodsName: '电烤箱', yearlyCapacity: '50000', unit: '001' }],
  sourceDistrict: '33029',
  documents: [{ kind: '营业执照', reference: 'DMS-4711' }],
};

/** Who issues invoices, and whether they were reviewed (开票人预审). */
@ApiTags('Invoice issuers')
@Controller('v1/tax-refund/invoice-issuers')
export class InvoiceIssuersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly issuers: InvoiceIssuers,
    private readonly capacities: IssuerCapacities,
    private readonly reference: Reference,
  ) {}

  @Post()
  @CommandOperation({
    id: 'enterInvoiceIssuer',
    summary: 'Have an issuer of invoices reviewed',
    description:
      'A factory, what it makes and how much of it. To look at it anew, enter it again before the review ends.',
    scope: 'tax_refund:write',
    answers: InvoiceIssuerDto,
    status: 201,
    examples: { factory: EXAMPLE },
    dryRun: true,
    problems: [IssuerSubmittedError],
  })
  enter(@CommandOf() command: Command, @Body() body: InvoiceIssuerRequest): Promise<string> {
    const { name, taxNumber } = body;
    const terms = { name, taxNumber, details: body.details() };
    return this.commands.run(command, (tx) => this.issuers.submit(tx, terms), InvoiceIssuerDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listInvoiceIssuers',
    summary: 'The issuers of invoices',
    description: 'Every review of each, newest first.',
    scope: 'tax_refund:read',
    answers: InvoiceIssuerPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: InvoiceIssuersQuery): Promise<Page<InvoiceIssuerDto>> {
    const { state, taxNumber } = query;
    const found = await this.unitOfWork.read(caller, (view) => this.issuers.list(view, query, { state, taxNumber }));
    return mapPage(found, InvoiceIssuerDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getInvoiceIssuer',
    summary: 'One review of an issuer',
    description: 'What was looked at, and until when it holds.',
    scope: 'tax_refund:read',
    answers: InvoiceIssuerDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<InvoiceIssuerDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.issuers.get(view, parseId('invoiceIssuer', id)));
    return withETag(reply, InvoiceIssuerDto.from(found));
  }

  @Get(':id/capacity')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getInvoiceIssuerCapacity',
    summary: 'What an issuer invoiced in a year, beside what it can make',
    description:
      'Of each product of the review with a yearly capacity: what the invoices that were recorded of this issuer, by its tax ' +
      'number, are for in that unit (units of mass are converted), and whether that is more than it can make.',
    scope: 'tax_refund:read',
    answers: IssuerCapacitiesDto,
    byId: true,
  })
  capacity(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: IssuerCapacityQuery,
  ): Promise<IssuerCapacitiesDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const issuer = await this.issuers.get(view, parseId('invoiceIssuer', id));
      const year = query.year ?? (await this.reference.today(view)).slice(0, 4);
      return IssuerCapacitiesDto.of(year, await this.capacities.of(view, issuer, year));
    });
  }

  @Post(':id/approval')
  @ApiParam(ID)
  @CommandOperation({
    id: 'approveInvoiceIssuer',
    summary: 'Approve an issuer',
    description:
      'For invoices of these days of issue. In live operation by somebody else than entered it. Thirty days before the end, and ' +
      'at the end, you are told by event.',
    scope: 'tax_refund:write',
    answers: InvoiceIssuerDto,
    examples: { a_year: { validFrom: '2026-11-01', validTo: '2027-10-31' } },
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, InvalidInputError, OwnIssuerError],
  })
  approve(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() days: IssuerApprovalRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, issuerId) => this.issuers.approve(tx, issuerId, days));
  }

  @Post(':id/refusal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'refuseInvoiceIssuer',
    summary: 'Refuse an issuer',
    description: 'With the reason. Entered again it is looked at anew.',
    scope: 'tax_refund:write',
    answers: InvoiceIssuerDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, OwnIssuerError],
  })
  refuse(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: IssuerReasonRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, issuerId) => this.issuers.refuse(tx, issuerId, reason));
  }

  @Post(':id/revocation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'revokeInvoiceIssuer',
    summary: 'Take an approval back',
    description: 'From now on the review holds for no invoice any more.',
    scope: 'tax_refund:write',
    answers: InvoiceIssuerDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  revoke(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: IssuerReasonRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, issuerId) => this.issuers.revoke(tx, issuerId, reason));
  }

  private run(
    command: Command,
    id: string,
    work: (tx: Tx, issuerId: string) => Promise<InvoiceIssuer>,
  ): Promise<string> {
    const issuerId = parseId('invoiceIssuer', id);
    return this.commands.run(command, (tx) => work(tx, issuerId), InvoiceIssuerDto.from);
  }
}
