import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { CebReader } from '../application/ceb-reader.service.js';
import { CebSending } from '../application/ceb-sending.service.js';
import { CebMessageNotResendableError } from '../domain/ceb/ceb.errors.js';
import {
  CebMessagesQuery,
  CebMessageXmlDto,
  CebReceiptDto,
  CebReceiptPageDto,
  CebReceiptsQuery,
  SentCebMessageDto,
  SentCebMessagePageDto,
} from './dto/ceb-messages.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'cbm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** What went to e-commerce customs and what came back (跨境电商统一版), message by message. */
@ApiTags('E-commerce channel')
@Controller('v1/customs/ceb')
export class CebMessagesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CebReader,
    private readonly sending: CebSending,
  ) {}

  @Get('messages')
  @QueryOperation({
    id: 'listSentCebMessages',
    summary: 'What was sent to e-commerce customs',
    description:
      'Message by message, newest first: how each stands at the exchange (DXP). What became of the goods is told by their own resources.',
    scope: 'customs:read',
    answers: SentCebMessagePageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: CebMessagesQuery,
    @LanguageOf() language: Language,
  ): Promise<SentCebMessagePageDto> {
    const filter = { state: query.state, message: query.message };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.messages(view, query, filter));
    return mapPage(found, (row) => SentCebMessageDto.from(row, language));
  }

  @Get('messages/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getSentCebMessage',
    summary: 'One message that was sent',
    description: 'How it stands, without its text.',
    scope: 'customs:read',
    answers: SentCebMessageDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
  ): Promise<SentCebMessageDto> {
    const messageId = parseId('cebMessage', id);
    const row = await this.unitOfWork.read(caller, (view) => this.reader.message(view, messageId));
    return SentCebMessageDto.from(row, language);
  }

  @Get('messages/:id/xml')
  @ApiParam(ID)
  @QueryOperation({
    id: 'readSentCebMessage',
    summary: 'Its XML, word for word',
    description:
      'As it was sent, with its signature, or as it will be sent. It names buyers and their papers: it is kept sealed.',
    scope: 'customs:read',
    answers: CebMessageXmlDto,
    byId: true,
  })
  async xml(@CallerOf() caller: Principal, @Param('id') id: string): Promise<CebMessageXmlDto> {
    const messageId = parseId('cebMessage', id);
    return { id, xml: await this.unitOfWork.read(caller, (view) => this.reader.xml(view, messageId)) };
  }

  @Post('messages/:id/resend')
  @ApiParam(ID)
  @CommandOperation({
    id: 'resendCebMessage',
    summary: 'Send a message again',
    description:
      'Under its old guid and reference, so that nothing is declared twice: one that could not leave, or one that the exchange ' +
      'took and nothing came back for although it was asked. Any other is not sent again, and the problem says why.',
    scope: 'customs:write',
    answers: SentCebMessageDto,
    status: 202,
    byId: true,
    speaks: true,
    problems: [CebMessageNotResendableError],
  })
  resend(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const messageId = parseId('cebMessage', id);
    return this.commands.run(
      command,
      async (tx) => {
        await this.reader.message(tx, messageId);
        await this.sending.resend(tx, messageId);
        return this.reader.message(tx, messageId);
      },
      (row) => SentCebMessageDto.from(row, command.language),
    );
  }

  @Get('receipts')
  @QueryOperation({
    id: 'findCebReceipts',
    summary: 'What came from e-commerce customs',
    description:
      'Message by message, newest first, each once however often it came; with `outcome=refused` what was not taken in: of no ' +
      'known sender, malformed, or made to do harm. Of those the first 1,000 are kept; the metric `inbound_refused_total` counts all.',
    scope: 'customs:read',
    answers: CebReceiptPageDto,
  })
  async receipts(@CallerOf() caller: Principal, @Query() query: CebReceiptsQuery): Promise<CebReceiptPageDto> {
    const filter = { outcome: query.outcome, message: query.message };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.receipts(view, query, filter));
    return mapPage(found, CebReceiptDto.from);
  }
}
