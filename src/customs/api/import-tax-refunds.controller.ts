import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ImportTaxRefunds } from '../application/import-tax-refunds.service.js';
import { BrokerMandateMissingError } from '../domain/broker-mandate.errors.js';
import { RequestNotPossibleError, RequestOpenError } from '../domain/declaration-request.errors.js';
import { DeclarationBlockedError } from '../domain/declaration.errors.js';
import { NothingToRefundError } from '../domain/imports/tax-refund.errors.js';
import {
  ImportTaxRefundDto,
  ImportTaxRefundPageDto,
  ImportTaxRefundRequest,
  ImportTaxRefundsQuery,
} from './dto/import-tax-refund.dto.js';
import { sharesOf } from './dto/tax-shares.js';
import { IMPORT_ID, LEAVES } from './import-operations.js';

const REFUND_ID = {
  name: 'id',
  description: 'Id of the refund',
  schema: { type: 'string', maxLength: 40, example: 'itr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Taxes of imports that come back (退税). */
@ApiTags('Customs')
@Controller('v1/customs')
export class ImportTaxRefundsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: ImportTaxRefunds,
  ) {}

  @Post('import-declarations/:id/tax-refund-request')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...LEAVES,
    id: 'requestImportTaxRefund',
    summary: 'Ask taxes of an import back (退税)',
    description:
      'Of a bill that is paid, once the declaration was withdrawn or amended, or customs charged too much: what was paid, less ' +
      'what follows from the declaration as it stands, less what was asked back before. Customs is asked; what it grants is ' +
      'paid by the treasury to the account that paid, and found among the collections.',
    scope: 'customs:write',
    answers: ImportTaxRefundDto,
    problems: [
      NothingToRefundError,
      RequestNotPossibleError,
      RequestOpenError,
      BrokerMandateMissingError,
      DeclarationBlockedError,
    ],
    examples: { all: { reason: 'The declaration was withdrawn' } },
  })
  ask(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ImportTaxRefundRequest): Promise<string> {
    const asked = {
      reason: body.reason,
      billId: body.billId === undefined ? null : parseId('taxBill', body.billId),
      shares: body.taxes === undefined ? null : sharesOf(body.taxes),
    };
    return this.commands.run(
      command,
      (tx) => this.refunds.ask(tx, parseId('declaration', id), asked),
      ImportTaxRefundDto.from,
    );
  }

  @Get('import-tax-refunds')
  @QueryOperation({
    id: 'listImportTaxRefunds',
    summary: 'Taxes of imports that were asked back',
    description: 'Newest first, with what customs said and what has come.',
    scope: 'customs:read',
    answers: ImportTaxRefundPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ImportTaxRefundsQuery): Promise<ImportTaxRefundPageDto> {
    const filter = {
      state: query.state,
      declarationId: parseOptionalId('declaration', query.declarationId),
      billId: parseOptionalId('taxBill', query.billId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.refunds.list(view, query, filter));
    return mapPage(found, ImportTaxRefundDto.from);
  }

  @Get('import-tax-refunds/:id')
  @ApiParam(REFUND_ID)
  @QueryOperation({
    id: 'getImportTaxRefund',
    summary: 'One refund of taxes of an import',
    description: 'As it stands.',
    scope: 'customs:read',
    answers: ImportTaxRefundDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ImportTaxRefundDto> {
    const refundId = parseId('importTaxRefund', id);
    const found = await this.unitOfWork.read(caller, (view) => this.refunds.get(view, refundId));
    return withETag(reply, ImportTaxRefundDto.from(found));
  }
}
