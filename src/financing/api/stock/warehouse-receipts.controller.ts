import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../../ledger/index.js';
import { MandateLimitError } from '../../../platform/auth/mandates/mandate.errors.js';
import { type Tx } from '../../../platform/database/session.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { type SeenReceipt } from '../../application/stock/seen-receipt.js';
import { WarehouseReceipts } from '../../application/stock/warehouse-receipts.service.js';
import { ProductNotOfferedError } from '../../domain/products/product.js';
import { ReceiptBacksLoanError, ReceiptPledgedError } from '../../domain/stock/stock.errors.js';
import {
  ListedReceiptDto,
  PledgeReceiptDto,
  ReleaseReceiptDto,
  ValueReceiptDto,
  WarehouseReceiptDto,
  WarehouseReceiptPageDto,
  WarehouseReceiptsQuery,
  WithdrawReceiptDto,
} from '../dto/stock/warehouse-receipt.dto.js';
import { RECEIPT_PLEDGE, RECEIPT_RELEASE, RECEIPT_VALUATION } from './stock.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'wrc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The warehouse receipt',
} as const;

const COMMAND = {
  scope: 'financing:write',
  answers: WarehouseReceiptDto,
  idempotencyKey: 'required',
  ifMatch: 'optional',
  byId: true,
  dryRun: true,
  speaks: true,
} as const;

/** Goods in warehouses, pledged by their receipts. */
@ApiTags('Financing')
@Controller('v1/financing/warehouse-receipts')
export class WarehouseReceiptsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: WarehouseReceipts,
  ) {}

  @Post()
  @CommandOperation({
    id: 'pledgeWarehouseReceipt',
    summary: 'Pledge a warehouse receipt',
    description:
      'Once, whichever tenants ask: by its number and its warehouse. It is then registered in the movables register (中登网) for the ' +
      'lender of the product; products that lend on receipts open when that has confirmed it. Where it is registered for somebody ' +
      'else, it is `cancelled` with that reason.',
    scope: 'financing:write',
    answers: WarehouseReceiptDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    speaks: true,
    examples: { copper: RECEIPT_PLEDGE },
    problems: [InvalidInputError, ProductNotOfferedError, ReceiptPledgedError],
  })
  pledge(@CommandOf() command: Command, @Body() body: PledgeReceiptDto): Promise<string> {
    const wanted = PledgeReceiptDto.toReceipt(body);
    return this.run(command, (tx) => this.receipts.pledge(tx, wanted));
  }

  @Get()
  @QueryOperation({
    id: 'listWarehouseReceipts',
    summary: 'Pledged warehouse receipts, newest first',
    description: 'With what they are worth, what is owed on them, and what is to be topped up.',
    scope: 'financing:read',
    answers: WarehouseReceiptPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { sellerId, state, ...query }: WarehouseReceiptsQuery,
    @LanguageOf() language: Language,
  ): Promise<WarehouseReceiptPageDto> {
    const filter = { sellerId: parseOptionalId('party', sellerId), state };
    const found = await this.unitOfWork.read(caller, (view) => this.receipts.list(view, query, filter));
    return mapPage(found, (seen) => ListedReceiptDto.listed(seen, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getWarehouseReceipt',
    summary: 'One pledged warehouse receipt',
    description: 'With its valuations, what was released of it, and how it stands in the movables register.',
    scope: 'financing:read',
    answers: WarehouseReceiptDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WarehouseReceiptDto> {
    const receiptId = parseId('warehouseReceipt', id);
    const found = await this.unitOfWork.read(caller, (view) => this.receipts.get(view, receiptId));
    return withETag(reply, WarehouseReceiptDto.from(found, language));
  }

  @Post(':id/valuations')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'valueWarehouseReceipt',
    summary: 'Keep a new valuation of the goods',
    description:
      'The latest day counts; one of an earlier day is kept, and changes nothing. Where the goods cover less than is owed on them ' +
      '`shortfall` says by how much, `financing.warehouse_receipt.top_up_due` tells of it, and nothing more is drawn on them.',
    examples: { fallen: RECEIPT_VALUATION },
    problems: [IllegalTransitionError, InvalidInputError],
  })
  value(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ValueReceiptDto): Promise<string> {
    const [receiptId, valuation] = [parseId('warehouseReceipt', id), ValueReceiptDto.toValuation(body)];
    return this.run(command, (tx) => this.receipts.revalue(tx, receiptId, valuation));
  }

  @Post(':id/releases')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'releaseWarehouseReceipt',
    summary: 'Release goods from the pledge',
    description:
      'In part, as far as what stays covers what is owed; the last of them when nothing is owed. With `repay` what the rest does not ' +
      'cover is repaid first, from what the platform holds for the seller. With the last the receipt is free again, and is taken out ' +
      'of the movables register.',
    examples: { part: RECEIPT_RELEASE },
    problems: [
      ...[IllegalTransitionError, InvalidInputError, ReceiptBacksLoanError],
      ...[InsufficientFundsError, MandateLimitError],
    ],
  })
  release(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ReleaseReceiptDto): Promise<string> {
    const [receiptId, wanted] = [parseId('warehouseReceipt', id), ReleaseReceiptDto.toRelease(body)];
    return this.run(command, (tx) => this.receipts.release(tx, receiptId, wanted));
  }

  @Post(':id/withdrawal')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'withdrawWarehouseReceipt',
    summary: 'Take a pledge back',
    description: 'Before anything was released, and while nothing is owed on it. The receipt is free again.',
    examples: { unused: { reason: 'Nothing will be borrowed on it' } },
    problems: [IllegalTransitionError, ReceiptBacksLoanError],
  })
  withdraw(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: WithdrawReceiptDto,
  ): Promise<string> {
    const receiptId = parseId('warehouseReceipt', id);
    return this.run(command, (tx) => this.receipts.withdraw(tx, receiptId, reason));
  }

  private run(command: Command, work: (tx: Tx) => Promise<SeenReceipt>): Promise<string> {
    return this.commands.run(command, work, (seen) => WarehouseReceiptDto.from(seen, command.language));
  }
}
