import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page, PageQuery } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { AbnormalLists } from '../application/abnormal-lists.service.js';
import { AbnormalByCheckError } from '../domain/abnormal.errors.js';
import {
  ABNORMAL_LIST_EXAMPLE,
  AbnormalEntriesQuery,
  AbnormalEntryDto,
  AbnormalEntryPageDto,
  AbnormalHitDto,
  AbnormalHitPageDto,
  AbnormalLiftingRequest,
  AbnormalListDto,
  AbnormalListRequest,
} from './dto/abnormal.dto.js';

const ID = {
  name: 'id',
  description: 'An entry',
  schema: { type: 'string', maxLength: 40, example: 'abn_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Abnormal invoices and issuers (异常凭证、非正常户). */
@ApiTags('Abnormal invoices')
@Controller('v1/tax-refund/abnormal-entries')
export class AbnormalEntriesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: AbnormalLists,
  ) {}

  @Post()
  @CommandOperation({
    id: 'enterAbnormalEntries',
    summary: 'List or lift abnormal invoices and issuers',
    description:
      'All of it, or nothing, with the faults of all entries at once. Invoices that are named, recorded already or later, cannot be ' +
      'claimed on while an entry stands; claims that stand on them are flagged, and told of with the amount at stake ' +
      '(`tax_refund.claim.abnormal_invoice`). What stands already is `known`.',
    scope: 'tax_refund:write',
    answers: AbnormalListDto,
    status: 201,
    examples: { one_invoice: ABNORMAL_LIST_EXAMPLE },
    dryRun: true,
    problems: [InvalidInputError],
  })
  enter(@CommandOf() command: Command, @Body() { entries }: AbnormalListRequest): Promise<string> {
    const lines = entries.map((entry) => entry.toLine());
    return this.commands.run(
      command,
      (tx) => this.lists.take(tx, lines, (index) => `/entries/${index}`),
      AbnormalListDto.from,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listAbnormalEntries',
    summary: 'The entries of the abnormal lists',
    description: 'Newest first, also those that were lifted.',
    scope: 'tax_refund:read',
    answers: AbnormalEntryPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: AbnormalEntriesQuery): Promise<Page<AbnormalEntryDto>> {
    const { state, origin, issuerTaxNumber, invoiceNumber } = query;
    const filter = { state, origin, issuerTaxNumber, invoiceNumber };
    const found = await this.unitOfWork.read(caller, (view) => this.lists.list(view, query, filter));
    return mapPage(found, AbnormalEntryDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getAbnormalEntry',
    summary: 'One entry',
    description: 'What it names, who says so, and whether it was lifted.',
    scope: 'tax_refund:read',
    answers: AbnormalEntryDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<AbnormalEntryDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.lists.get(view, parseId('abnormalEntry', id)));
    return withETag(reply, AbnormalEntryDto.from(found));
  }

  @Get(':id/hits')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listAbnormalHits',
    summary: 'The invoices that an entry names',
    description:
      'With the claims that stand on them today and how much of each refund does: `kept_back` where it is not filed, `suspended` where ' +
      'the bureau has it, `to_repay` where it was paid.',
    scope: 'tax_refund:read',
    answers: AbnormalHitPageDto,
    speaks: true,
    byId: true,
  })
  async hits(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: PageQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<AbnormalHitDto>> {
    const entryId = parseId('abnormalEntry', id);
    const found = await this.unitOfWork.read(caller, (view) => this.lists.hits(view, entryId, query));
    return mapPage(found, (hit) => AbnormalHitDto.of(hit, language));
  }

  @Post(':id/lifting')
  @ApiParam(ID)
  @CommandOperation({
    id: 'liftAbnormalEntry',
    summary: 'Lift an entry (解除)',
    description:
      'Invoices that no other entry names can be claimed on again, the flags of their claims are lifted, and what was kept back for ' +
      'them alone is filed.',
    scope: 'tax_refund:write',
    answers: AbnormalEntryDto,
    examples: { verified: { source: '甬税异字〔2026〕131号', day: '2026-11-28', note: 'Verified: in order' } },
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, InvalidInputError, AbnormalByCheckError],
  })
  lift(@CommandOf() command: Command, @Param('id') id: string, @Body() body: AbnormalLiftingRequest): Promise<string> {
    const entryId = parseId('abnormalEntry', id);
    return this.commands.run(command, (tx) => this.lists.lift(tx, entryId, body.toLifting()), AbnormalEntryDto.from);
  }
}
