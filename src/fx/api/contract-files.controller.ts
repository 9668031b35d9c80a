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
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Request } from '../../platform/http/request.js';
import {
  BodyTooLargeError,
  ResourceNotFoundError,
  UnsupportedMediaTypeError,
} from '../../platform/http/request.errors.js';
import { readScan } from '../../platform/http/scan-upload.js';
import { ContractFiles, FILE_BYTES_MAX } from '../application/contracts/contract-files.js';
import { ContractFileKeptError, TooManyFilesError, UnusableFileError } from '../domain/contracts/contracts.errors.js';
import {
  ContractFileDto,
  ContractFilePageDto,
  ContractFilesQuery,
  ContractFileUploadQuery,
} from './dto/contract-file.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the file',
  schema: { type: 'string', maxLength: 40, example: 'cfi_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const FILE = { schema: { type: 'string', format: 'binary', maxLength: 10_485_760 } } as const;

/** Scans of the papers that registered contracts are sent with. */
@ApiTags('Currency control')
@Controller('v1/fx/contract-files')
export class ContractFilesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ContractFiles,
  ) {}

  @Post()
  @ApiConsumes(...MEDIA_TYPES)
  @ApiBody({ required: true, description: 'The file itself: PDF, JPEG or PNG, at most 10 MiB', ...FILE })
  @CommandOperation({
    id: 'addContractFile',
    summary: 'Keep the scan of a contract, an amendment, an invoice',
    description:
      'Of an order; registrations, amendments and supporting documents then name it by `fileIds`. Its first bytes must say ' +
      'what its content type says. The same file of the same paper is kept once.',
    scope: 'fx:write',
    answers: ContractFileDto,
    status: 201,
    showsSecret: true,
    problems: [
      ResourceNotFoundError,
      UnusableFileError,
      TooManyFilesError,
      UnsupportedMediaTypeError,
      BodyTooLargeError,
    ],
  })
  async add(
    @CommandOf() command: Command,
    @Query() { orderId, kind, number, issuedOn, fileName }: ContractFileUploadQuery,
    @Req() request: Request,
  ): Promise<string> {
    const scan = await readScan(request, FILE_BYTES_MAX);
    const upload = { orderId: parseId('order', orderId), kind, number, issuedOn, fileName, ...scan };
    return this.commands.run(
      command.ofStream([orderId, kind, number, issuedOn, fileName, scan.sha256].join(' ')),
      (tx) => this.files.add(tx, upload),
      ContractFileDto.from,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listContractFiles',
    summary: 'Files of contracts, newest first',
    description: 'Without their content.',
    scope: 'fx:read',
    answers: ContractFilePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ContractFilesQuery): Promise<ContractFilePageDto> {
    const orderId = parseOptionalId('order', query.orderId);
    const found = await this.unitOfWork.read(caller, (view) => this.files.list(view, query, orderId));
    return mapPage(found, ContractFileDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getContractFile',
    summary: 'One file of a contract',
    description: 'Without its content.',
    scope: 'fx:read',
    answers: ContractFileDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ContractFileDto> {
    const fileId = parseId('contractFile', id);
    return ContractFileDto.from(await this.unitOfWork.read(caller, (view) => this.files.get(view, fileId)));
  }

  @Get(':id/content')
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'downloadContractFile',
    summary: 'The file itself',
    description: `As it was sent.\n\nScope: \`fx:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'fx:read')
  @RequiresScope('fx:read', { isCostly: true, operationId: 'downloadContractFile' })
  @ApiProduces(...MEDIA_TYPES)
  @ApiResponse({
    status: 200,
    description: 'The file',
    content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, FILE])),
  })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS, ResourceNotFoundError)
  async content(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const fileId = parseId('contractFile', id);
    const [file, content] = await this.unitOfWork.read(caller, (view) =>
      Promise.all([this.files.get(view, fileId), this.files.content(view, fileId)]),
    );
    return new StreamableFile(content, {
      type: file.mediaType,
      length: content.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    });
  }

  @Delete(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'deleteContractFile',
    summary: 'Take back a file that was added by mistake',
    description: 'Only while no message to the bank has it: from then on it is kept.',
    scope: 'fx:write',
    answers: ContractFileDto,
    byId: true,
    problems: [ContractFileKeptError],
  })
  remove(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const fileId = parseId('contractFile', id);
    return this.commands.run(command, (tx) => this.files.remove(tx, fileId), ContractFileDto.from);
  }
}
