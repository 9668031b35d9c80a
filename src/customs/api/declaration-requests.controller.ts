import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { DatedPageQuery, mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { DeclarationReader } from '../application/declaration-reader.service.js';
import { type Asked, DeclarationRequests } from '../application/declaration-requests.service.js';
import { Redeliveries } from '../application/redeliveries.service.js';
import { BrokerMandateMissingError } from '../domain/broker-mandate.errors.js';
import {
  RedeliveryUnsafeError,
  RequestNotPossibleError,
  RequestOpenError,
} from '../domain/declaration-request.errors.js';
import { corrected } from '../domain/correction.js';
import { type DeclarationForm } from '../domain/declaration-form.js';
import { DeclarationBlockedError } from '../domain/declaration.errors.js';
import { correctionOf } from './dto/correction-of.js';
import {
  AmendDeclarationDto,
  DeclarationRequestDto,
  DeclarationRequestPageDto,
  RequestReasonDto,
} from './dto/declaration-request.dto.js';
import { AnswerSupplementDto } from './dto/inspection.dto.js';
import { DeclarationDto } from './dto/declaration.dto.js';

const DECLARATION_ID = {
  name: 'id',
  description: 'Id of the declaration',
  schema: { type: 'string', maxLength: 40, example: 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const REQUESTED = {
  scope: 'customs:write',
  answers: DeclarationRequestDto,
  speaks: true,
  status: 202,
  idempotencyKey: 'required',
  ifMatch: 'optional',
  dryRun: true,
  byId: true,
} as const;
const REFUSALS = [RequestNotPossibleError, RequestOpenError, BrokerMandateMissingError];

/** What is asked of customs about a declaration that it has. */
@ApiTags('Customs')
@Controller('v1/customs/declarations/:id')
export class DeclarationRequestsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: DeclarationRequests,
    private readonly redeliveries: Redeliveries,
    private readonly reader: DeclarationReader,
  ) {}

  @Post('withdrawal')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    ...REQUESTED,
    id: 'withdrawDeclaration',
    summary: 'Ask customs to withdraw a declaration (撤单)',
    description:
      'From its acceptance until the release. Customs grants it (`withdrawn`, and it may be declared anew) or refuses it, and ' +
      'the declaration goes on.',
    problems: REFUSALS,
  })
  withdraw(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: RequestReasonDto,
  ): Promise<string> {
    return this.ask(command, id, { kind: 'withdrawal', reason });
  }

  @Post('exit-cancellation')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    ...REQUESTED,
    id: 'recallDeclaration',
    summary: 'Ask customs to let released goods stay (退关)',
    description: 'After the release and before they leave. Granted, the declaration ends as `exit_cancelled`.',
    problems: REFUSALS,
  })
  recall(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: RequestReasonDto,
  ): Promise<string> {
    return this.ask(command, id, { kind: 'exit_cancellation', reason });
  }

  @Post('amendment')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    ...REQUESTED,
    id: 'amendDeclaration',
    summary: 'Ask customs to amend a declaration (改单)',
    description:
      'From its acceptance until the goods leave. Customs is sent every field of the message that changes, as it is and as it ' +
      'will be; the form changes when customs grants it. With `dryRun` the fields are told and nothing is kept or sent.',
    problems: [...REFUSALS, DeclarationBlockedError],
    examples: {
      remarks: { reason: 'A remark was missing', changes: { remarks: 'Partial shipment' } },
    },
  })
  amend(@CommandOf() command: Command, @Param('id') id: string, @Body() body: AmendDeclarationDto): Promise<string> {
    const amend = (form: DeclarationForm) => corrected(form, correctionOf(body.changes));
    return this.ask(command, id, { kind: 'amendment', reason: body.reason, amend });
  }

  @Post('supplementary-answer')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    ...REQUESTED,
    id: 'answerDeclarationQuestion',
    summary: 'Answer what customs asks beside the declaration (补充申报)',
    description:
      'Where `supplementAsked` holds a question: price, classification or origin, item by item. It is answered when the single ' +
      'window has taken it; customs then goes on.',
    problems: REFUSALS,
  })
  answer(@CommandOf() command: Command, @Param('id') id: string, @Body() body: AnswerSupplementDto): Promise<string> {
    const answers = body.answers.map(({ itemNumber, kind, fields }) => ({
      ...{ itemNumber, kind },
      fields: fields.map(({ field, value }) => ({ field, value })),
    })) as NonNullable<Asked['answers']>;
    return this.ask(command, id, { kind: 'supplement', reason: body.reason, answers });
  }

  @Post('redelivery')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    id: 'redeliverDeclaration',
    summary: 'Look for a message that seems lost',
    description:
      'Customs is asked for it now; only if customs does not know it, it is sent again under the same reference, which cannot ' +
      'declare anything twice. Where that is not safe, the answer says why.',
    scope: 'customs:write',
    answers: DeclarationDto,
    speaks: true,
    status: 202,
    ifMatch: 'optional',
    byId: true,
    problems: [RedeliveryUnsafeError],
  })
  redeliver(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.redeliveries.look(tx, parseId('declaration', id)),
      (result) => DeclarationDto.from(result, command.language),
    );
  }

  @Get('requests')
  @ApiParam(DECLARATION_ID)
  @QueryOperation({
    id: 'listDeclarationRequests',
    summary: 'What was asked of customs',
    description: 'Withdrawals, cancelled exits and amendments, with what came of them. Newest first.',
    scope: 'customs:read',
    answers: DeclarationRequestPageDto,
    speaks: true,
    byId: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: DatedPageQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<DeclarationRequestDto>> {
    const found = await this.unitOfWork.read(caller, (view) =>
      this.reader.requests(view, parseId('declaration', id), query),
    );
    return mapPage(found, (request) => DeclarationRequestDto.from(request, language));
  }

  private ask(command: Command, id: string, asked: Asked): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.requests.ask(tx, parseId('declaration', id), asked),
      (request) => DeclarationRequestDto.from(request, command.language),
    );
  }
}
