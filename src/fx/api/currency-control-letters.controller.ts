import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ControlLetters } from '../application/contracts/control-letters.js';
import {
  AnswerControlLetterDto,
  ControlLetterDto,
  ControlLetterPageDto,
  ControlLettersQuery,
  WriteControlLetterDto,
} from './dto/control-letter.dto.js';
import { SupportingDocumentDto } from './dto/registered-contract-request.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the letter',
  schema: { type: 'string', maxLength: 40, example: 'ccl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Letters of currency control, both ways (auth.026 of ISO 20022). */
@ApiTags('Currency control')
@Controller('v1/fx/currency-control-letters')
export class CurrencyControlLettersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: ControlLetters,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listCurrencyControlLetters',
    summary: 'Letters of currency control, newest first',
    description: 'With `state=open` it is the work list of what the bank wants answered.',
    scope: 'fx:read',
    answers: ControlLetterPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ControlLettersQuery): Promise<ControlLetterPageDto> {
    const contractId = parseOptionalId('registeredContract', query.contractId);
    const filter = { state: query.state, direction: query.direction, contractId };
    const found = await this.unitOfWork.read(caller, (view) => this.letters.list(view, query, filter));
    return mapPage(found, ControlLetterDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getCurrencyControlLetter',
    summary: 'One letter of currency control',
    description: 'The messages, word for word: `GET /v1/fx/currency-control-messages?letterId=`.',
    scope: 'fx:read',
    answers: ControlLetterDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ControlLetterDto> {
    const letterId = parseId('currencyControlLetter', id);
    const found = await this.unitOfWork.read(caller, (view) => this.letters.get(view, letterId));
    return withETag(reply, ControlLetterDto.from(found));
  }

  @Post()
  @CommandOperation({
    id: 'writeCurrencyControlLetter',
    summary: 'Write to the bank about a registered contract',
    description: 'Goes as auth.026. Where the bank answers by a letter of its own, that names it in `answersId`.',
    scope: 'fx:write',
    answers: ControlLetterDto,
    status: 202,
    idempotencyKey: 'required',
    examples: {
      delay: {
        ...{ contractId: 'rgc_01jdq3x7k2e9ta6v0m8r4c5wzb', subject: 'The second lot is late' },
        ...{ text: 'The second declaration follows in January.', responseRequired: false },
      },
    },
    problems: [InvalidInputError, ResourceNotFoundError, IllegalTransitionError],
  })
  write(
    @CommandOf() command: Command,
    @Body() { contractId, orderId, ...said }: WriteControlLetterDto,
  ): Promise<string> {
    const about = { contractId: parseId('registeredContract', contractId), orderId: parseOptionalId('order', orderId) };
    const letter = { ...said, ...about };
    return this.commands.run(command, (tx) => this.letters.write(tx, letter), ControlLetterDto.from);
  }

  @Post(':id/answer')
  @ApiParam(ID)
  @CommandOperation({
    id: 'answerCurrencyControlLetter',
    summary: 'Answer a letter of the bank',
    description:
      'In words, as auth.026, or with documents, as auth.025 that names the request. It is `answer_sent` until the bank has taken ' +
      'it; where it does not, the letter is open again, with the reason.',
    scope: 'fx:write',
    answers: ControlLetterDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    examples: { words: { text: 'The goods left in two lots; the second declaration follows in January.' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  answer(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { contractId, orderId, documents, ...said }: AnswerControlLetterDto,
  ): Promise<string> {
    const letterId = parseId('currencyControlLetter', id);
    const about = {
      contractId: parseOptionalId('registeredContract', contractId),
      orderId: parseOptionalId('order', orderId),
    };
    const answer = { ...said, ...about, documents: documents?.map(SupportingDocumentDto.of) };
    return this.commands.run(command, (tx) => this.letters.answer(tx, letterId, answer), ControlLetterDto.from);
  }
}
