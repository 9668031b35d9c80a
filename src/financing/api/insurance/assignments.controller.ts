import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { pdfFile, PdfOperation } from '../../../platform/http/pdf-operation.js';
import { sheetsPdf } from '../../../platform/paper/sheet-pdf.js';
import { Assignments } from '../../application/assignment/assignments.service.js';
import {
  AssignmentLentOnError,
  NotAssignableError,
  ReceivableAssignedError,
} from '../../domain/assignment/assignment.errors.js';
import {
  AcknowledgeAssignmentDto,
  AssignmentsQuery,
  DraftAssignmentDto,
  ReceivableAssignmentDto,
  ReceivableAssignmentPageDto,
  ReleaseAssignmentDto,
  SendAssignmentDto,
} from '../dto/insurance/assignment.dto.js';
import { InsuranceDocumentDto } from '../dto/insurance/document.dto.js';
import { ACKNOWLEDGEMENT, ASSIGNMENT_REQUEST, NOTICE_SENT } from './insurance.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'ras_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The assignment',
} as const;

const COMMAND = {
  scope: 'financing:write',
  answers: ReceivableAssignmentDto,
  idempotencyKey: 'required',
  ifMatch: 'optional',
  byId: true,
  dryRun: true,
} as const;

/** What buyers owe, assigned to who lends on it. */
@ApiTags('Financing')
@Controller('v1/financing/assignments')
export class AssignmentsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly assignments: Assignments,
  ) {}

  @Post()
  @CommandOperation({
    id: 'assignReceivable',
    summary: 'Assign the receivable of an order',
    description:
      'Once, whichever tenants ask: by the number of the contract and the seller it is taken as pledges are. The notice to the buyer is ' +
      'printed by `…/notice`; products that ask for an assignment open when the buyer has acknowledged it.',
    scope: 'financing:write',
    answers: ReceivableAssignmentDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { bank: ASSIGNMENT_REQUEST },
    problems: [NotAssignableError, ReceivableAssignedError, ResourceNotFoundError],
  })
  draft(@CommandOf() command: Command, @Body() { orderId, assignee, account }: DraftAssignmentDto): Promise<string> {
    const wanted = { orderId: parseId('order', orderId), assignee, account };
    return this.commands.run(command, (tx) => this.assignments.draft(tx, wanted), ReceivableAssignmentDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listAssignments',
    summary: 'Assigned receivables, newest first',
    description: 'By order or state.',
    scope: 'financing:read',
    answers: ReceivableAssignmentPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { orderId, ...query }: AssignmentsQuery,
  ): Promise<ReceivableAssignmentPageDto> {
    const orderUuid = parseOptionalId('order', orderId);
    const found = await this.unitOfWork.read(caller, (view) => this.assignments.list(view, query, orderUuid));
    return mapPage(found, ReceivableAssignmentDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getAssignment',
    summary: 'One assignment',
    description: 'Where the notice is, and whether the buyer has acknowledged it.',
    scope: 'financing:read',
    answers: ReceivableAssignmentDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ReceivableAssignmentDto> {
    const assignmentId = parseId('receivableAssignment', id);
    const found = await this.unitOfWork.read(caller, (view) => this.assignments.get(view, assignmentId));
    return withETag(reply, ReceivableAssignmentDto.from(found));
  }

  @Get(':id/notice')
  @ApiParam(ID)
  @PdfOperation({
    id: 'downloadAssignmentNotice',
    summary: 'The notice of assignment to the buyer, as PDF',
    description: 'With a form on which the buyer acknowledges it. Marked as a draft until it is sent.',
    scope: 'financing:read',
  })
  async notice(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const assignmentId = parseId('receivableAssignment', id);
    const read = this.unitOfWork.read(caller, (view) => this.assignments.notice(view, assignmentId));
    const { sheet, draftedAt } = await read;
    return pdfFile(await sheetsPdf([sheet], `Notice of assignment ${id}`, draftedAt), id);
  }

  @Post(':id/dispatch')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'dispatchAssignmentNotice',
    summary: 'Say that the notice went to the buyer',
    description: 'It binds the buyer, and ranks from now on.',
    examples: { courier: NOTICE_SENT },
    problems: [IllegalTransitionError, InvalidInputError],
  })
  send(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { manner, sentOn }: SendAssignmentDto,
  ): Promise<string> {
    const assignmentId = parseId('receivableAssignment', id);
    return this.commands.run(
      command,
      (tx) => this.assignments.send(tx, assignmentId, manner, sentOn),
      ReceivableAssignmentDto.from,
    );
  }

  @Post(':id/acknowledgement')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'acknowledgeAssignment',
    summary: 'Keep the acknowledgement of the buyer',
    description: 'With the digest of the signed paper.',
    examples: { signed: ACKNOWLEDGEMENT },
    problems: [IllegalTransitionError, InvalidInputError],
  })
  acknowledge(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { document, ...said }: AcknowledgeAssignmentDto,
  ): Promise<string> {
    const assignmentId = parseId('receivableAssignment', id);
    const acknowledged = { ...said, document: InsuranceDocumentDto.toDocument(document) };
    return this.commands.run(
      command,
      (tx) => this.assignments.acknowledge(tx, assignmentId, acknowledged),
      ReceivableAssignmentDto.from,
    );
  }

  @Post(':id/release')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'releaseAssignment',
    summary: 'End an assignment',
    description: 'The receivable is free again; not while a loan on it is not over.',
    examples: { repaid: { reason: 'The loan is repaid' } },
    problems: [IllegalTransitionError, AssignmentLentOnError],
  })
  release(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: ReleaseAssignmentDto,
  ): Promise<string> {
    const assignmentId = parseId('receivableAssignment', id);
    return this.commands.run(
      command,
      (tx) => this.assignments.release(tx, assignmentId, reason),
      ReceivableAssignmentDto.from,
    );
  }
}
