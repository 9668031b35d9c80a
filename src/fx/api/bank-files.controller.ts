import { Readable } from 'node:stream';

import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, PageQuery } from '../../platform/http/paging.js';
import { type Principal, type Reply, type Request } from '../../platform/http/request.js';
import { BodyTooLargeError, UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { BankFileReadings } from '../application/bank-files/bank-file-readings.js';
import { BankFiles } from '../application/bank-files/bank-files.js';
import { BankFileError } from '../domain/bank-files/bank-file.errors.js';
import { SAY } from '../domain/bank-files/bank-file.sentences.js';
import { BankFileDto, BankFilePageDto, BankFilesQuery, BankFileSummaryDto } from './dto/bank-file.dto.js';
import { BANK_FILE_EXAMPLE } from './dto/bank-file.example.js';
import { BankEntryDto, BankEntryPageDto } from './dto/bank-report.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the file',
  schema: { type: 'string', maxLength: 40, example: 'bkf_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Files of the bank (银行对账单、到账通知). */
@ApiTags('Bank files')
@Controller('v1/fx/bank-files')
export class BankFilesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly readings: BankFileReadings,
    private readonly files: BankFiles,
  ) {}

  @Post()
  @ApiConsumes('application/xml', 'text/xml')
  @ApiBody({
    required: true,
    description: 'The file itself: camt.053 or camt.054, versions 02 to 08, at most 16 MiB and 10,000 entries',
    schema: { type: 'string', maxLength: 16_777_216, example: BANK_FILE_EXAMPLE },
  })
  @CommandOperation({
    id: 'takeBankFile',
    summary: 'Take in a file of the bank',
    description:
      'With `dryRun=true` it only says what the file holds: type and version, accounts, balances, entries, and what would become ' +
      'of each. All faults come at once, each with its line; figures of the file must agree with its entries. Without, it is kept ' +
      'word for word, statements with their balances, and money that came is taken in as if the bank had called: what it told ' +
      'before, in whichever message, changes nothing. Where a bank leaves the standard and is understood, `quirks` say how.',
    scope: 'fx:write',
    costly: true,
    answers: BankFileDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    showsSecret: true,
    problems: [BankFileError, BodyTooLargeError, UnsupportedMediaTypeError],
  })
  async take(@CommandOf() command: Command, @Req() { body }: Request): Promise<string> {
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.xml_needed);
    const read = await this.readings.read(body);
    return this.commands.run(
      command.ofStream(read.sha256),
      (tx) => this.files.keep(tx, read),
      (kept) => BankFileDto.from(kept, command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listBankFiles',
    summary: 'Files of the bank, newest first',
    description: 'Those that were brought, without what they say.',
    scope: 'fx:read',
    answers: BankFilePageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: BankFilesQuery,
    @LanguageOf() language: Language,
  ): Promise<BankFilePageDto> {
    const { messageType, state } = query;
    const found = await this.unitOfWork.read(caller, (view) => this.files.list(view, query, { messageType, state }));
    return mapPage(found, (file) => BankFileSummaryDto.of(file, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getBankFile',
    summary: 'One file of the bank',
    description: 'What it says of each account, and its first entries.',
    scope: 'fx:read',
    answers: BankFileDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<BankFileDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.files.get(view, parseId('bankFile', id)));
    return withETag(reply, BankFileDto.from(found, language));
  }

  @Get(':id/entries')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listBankFileEntries',
    summary: 'All entries of a file',
    description: 'In the order of the file.',
    scope: 'fx:read',
    answers: BankEntryPageDto,
    byId: true,
  })
  async entries(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<BankEntryPageDto> {
    const fileId = parseId('bankFile', id);
    const found = await this.unitOfWork.read(caller, (view) => this.files.entries(view, fileId, query));
    return mapPage(found, BankEntryDto.from);
  }
}
