import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { BopDeclarations } from '../application/bop/bop-declarations.js';
import { CurrencyControlRules } from '../application/safe/currency-control-rules.js';
import {
  CurrencyControlMessageDto,
  CurrencyControlMessagePageDto,
  CurrencyControlMessagesQuery,
  CurrencyControlSettingsDto,
} from './dto/currency-control.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the message',
  schema: { type: 'string', maxLength: 40, example: 'ccm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** How the bank is told what SAFE wants to know, and what it was told. */
@ApiTags('Currency control')
@Controller('v1/fx')
export class CurrencyControlController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CurrencyControlRules,
    private readonly declarations: BopDeclarations,
  ) {}

  @Get('currency-control-settings')
  @QueryOperation({
    id: 'readCurrencyControlSettings',
    summary: 'How the bank takes declarations',
    description:
      'Until they are set: the bank’s own interface, class A credited directly (汇发〔2019〕28号), and a warning where a seller ' +
      'is not in the directory.',
    scope: 'fx:read',
    answers: CurrencyControlSettingsDto,
  })
  readSettings(@CallerOf() caller: Principal): Promise<CurrencyControlSettingsDto> {
    return this.unitOfWork.read(caller, (view) => this.rules.settings(view));
  }

  @Put('currency-control-settings')
  @CommandOperation({
    id: 'setCurrencyControlSettings',
    summary: 'Say how the bank takes declarations',
    description: 'Counts for receipts that come, and declarations that are sent, from now on.',
    scope: 'fx:write',
    answers: CurrencyControlSettingsDto,
    examples: {
      iso20022: {
        ...{ institutionCode: '330200000101', channel: 'iso20022', classAUnderReview: false, directory: 'warn' },
      },
    },
  })
  setSettings(@CommandOf() command: Command, @Body() settings: CurrencyControlSettingsDto): Promise<string> {
    const set = (tx: Parameters<CurrencyControlRules['set']>[0]) => this.rules.set(tx, settings);
    return this.commands.run(command, set, CurrencyControlSettingsDto.from);
  }

  @Get('currency-control-messages')
  @QueryOperation({
    id: 'listCurrencyControlMessages',
    summary: 'Messages of currency control, newest first',
    description:
      'What went to the bank and what came from it about declarations, registered contracts and letters, word for word.',
    scope: 'fx:read',
    answers: CurrencyControlMessagePageDto,
  })
  async listMessages(
    @CallerOf() caller: Principal,
    @Query() query: CurrencyControlMessagesQuery,
  ): Promise<CurrencyControlMessagePageDto> {
    const about = {
      declarationId: parseOptionalId('bopDeclaration', query.declarationId),
      contractId: parseOptionalId('registeredContract', query.contractId),
      letterId: parseOptionalId('currencyControlLetter', query.letterId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.declarations.messages(view, query, about));
    return mapPage(found, CurrencyControlMessageDto.from);
  }

  @Get('currency-control-messages/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getCurrencyControlMessage',
    summary: 'One message of currency control',
    description: 'Word for word.',
    scope: 'fx:read',
    answers: CurrencyControlMessageDto,
    byId: true,
  })
  async getMessage(@CallerOf() caller: Principal, @Param('id') id: string): Promise<CurrencyControlMessageDto> {
    const messageId = parseId('currencyControlMessage', id);
    const found = await this.unitOfWork.read(caller, (view) => this.declarations.message(view, messageId));
    return CurrencyControlMessageDto.from(found);
  }
}
