import { Controller, Delete, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { MEDIA_TYPES } from '../../kernel/scan.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, COSTLY_NOTE, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Request } from '../../platform/http/request.js';
import {
  BodyTooLargeError,
  ResourceNotFoundError,
  UnsupportedMediaTypeError,
} from '../../platform/http/request.errors.js';
import { readScan } from '../../platform/http/scan-upload.js';
import { DOCUMENT_BYTES_MAX, Evidence } from '../application/evidence.service.js';
import { EvidenceReader } from '../application/evidence-reader.service.js';
import { EvidenceKeptError, TooManyDocumentsError, UnusableDocumentError } from '../domain/evidence.errors.js';
import {
  EvidenceDocumentDto,
  EvidenceDocumentPageDto,
  EvidenceDocumentsQuery,
  EvidenceUploadQuery,
} from './dto/evidence.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'evd_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const FILE = { schema: { type: 'string', format: 'binary', maxLength: 10_485_760 } } as const;

/** The documents of exports (备案单证). */
@ApiTags('Evidence documents')
@Controller('v1/tax-refund/evidence-documents')
export class EvidenceDocumentsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly evidence: Evidence,
    private readonly reader: EvidenceReader,
  ) {}

  @Post()
  @ApiConsumes(...MEDIA_TYPES)
  @ApiBody({ required: true, description: 'The file itself: PDF, JPEG or PNG, at most 10 MiB', ...FILE })
  @CommandOperation({
    id: 'addEvidenceDocument',
    summary: 'Keep a document of an export',
    description:
      'Contract, transport document, entrustment of customs clearance, and what else proves the export. Its first bytes must ' +
      'say what its content type says. The same file of the same kind is kept once.',
    scope: 'tax_refund:write',
    answers: EvidenceDocumentDto,
    status: 201,
    showsSecret: true,
    problems: [
      ResourceNotFoundError,
      UnusableDocumentError,
      TooManyDocumentsError,
      UnsupportedMediaTypeError,
      BodyTooLargeError,
    ],
  })
  async add(
    @CommandOf() command: Command,
    @Query() { orderId, kind, fileName }: EvidenceUploadQuery,
    @Req() request: Request,
  ): Promise<string> {
    const scan = await readScan(request, DOCUMENT_BYTES_MAX);
    const upload = { orderId: parseId('order', orderId), kind, fileName, ...scan };
    return this.commands.run(
      command.ofStream(`${orderId} ${kind} ${fileName} ${scan.sha256}`),
      (tx) => this.evidence.add(tx, upload),
      EvidenceDocumentDto.from,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listEvidenceDocuments',
    summary: 'The documents of exports',
    description: 'Newest first, without their content.',
    scope: 'tax_refund:read',
    answers: EvidenceDocumentPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: EvidenceDocumentsQuery,
  ): Promise<Page<EvidenceDocumentDto>> {
    const orderId = parseOptionalId('order', query.orderId);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.documents(view, query, orderId));
    return mapPage(found, EvidenceDocumentDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getEvidenceDocument',
    summary: 'One document',
    description: 'Without its content.',
    scope: 'tax_refund:read',
    answers: EvidenceDocumentDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<EvidenceDocumentDto> {
    const documentId = parseId('evidenceDocument', id);
    return EvidenceDocumentDto.from(
      await this.unitOfWork.read(caller, (view) => this.evidence.document(view, documentId)),
    );
  }

  @Get(':id/content')
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'downloadEvidenceDocument',
    summary: 'The file itself',
    description: `As it was sent.\n\nScope: \`tax_refund:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'tax_refund:read')
  @RequiresScope('tax_refund:read', { isCostly: true, operationId: 'downloadEvidenceDocument' })
  @ApiProduces(...MEDIA_TYPES)
  @ApiResponse({
    status: 200,
    description: 'The file',
    content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, FILE])),
  })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS, ResourceNotFoundError)
  async content(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const documentId = parseId('evidenceDocument', id);
    const [document, content] = await this.unitOfWork.read(caller, (view) =>
      Promise.all([this.evidence.document(view, documentId), this.reader.content(view, documentId)]),
    );
    return new StreamableFile(content, {
      type: document.mediaType,
      length: content.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
    });
  }

  @Delete(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'deleteEvidenceDocument',
    summary: 'Take back a document that was added by mistake',
    description: 'Only before its export was filed, and while no pack has it: from then on it must be kept.',
    scope: 'tax_refund:write',
    answers: EvidenceDocumentDto,
    byId: true,
    problems: [EvidenceKeptError],
  })
  remove(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const documentId = parseId('evidenceDocument', id);
    return this.commands.run(command, (tx) => this.evidence.remove(tx, documentId), EvidenceDocumentDto.from);
  }
}
