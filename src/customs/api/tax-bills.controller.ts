import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { TaxBills } from '../application/tax-bills.service.js';
import { PayTaxBillDto, TaxBillDto, TaxBillPageDto, TaxBillsQuery } from './dto/tax-bill.dto.js';

const BILL_ID = {
  name: 'id',
  description: 'Id of the tax bill',
  schema: { type: 'string', maxLength: 40, example: 'txb_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** What customs asks for on imports. */
@ApiTags('Customs')
@Controller('v1/customs/tax-bills')
export class TaxBillsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly bills: TaxBills,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listTaxBills',
    summary: 'Tax bills of imports',
    description:
      'Newest first, with every tax, where it differs from what the declaration makes, and how its payment stands.',
    scope: 'customs:read',
    answers: TaxBillPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: TaxBillsQuery): Promise<TaxBillPageDto> {
    const filter = {
      state: query.state,
      declarationId: parseOptionalId('declaration', query.declarationId),
      importerId: parseOptionalId('party', query.importerId),
    };
    return this.unitOfWork.read(caller, async (view) => {
      const today = await this.bills.today(view);
      return mapPage(await this.bills.list(view, query, filter), (bill) => TaxBillDto.from(bill, today));
    });
  }

  @Get(':id')
  @ApiParam(BILL_ID)
  @QueryOperation({
    id: 'getTaxBill',
    summary: 'One tax bill',
    description: 'As it stands, with the fee for paying late as of today.',
    scope: 'customs:read',
    answers: TaxBillDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TaxBillDto> {
    const found = await this.unitOfWork.read(caller, async (view) => {
      const bill = await this.bills.get(view, parseId('taxBill', id));
      return TaxBillDto.from(bill, await this.bills.today(view));
    });
    return withETag(reply, found);
  }

  @Post(':id/payment')
  @ApiParam(BILL_ID)
  @CommandOperation({
    id: 'payTaxBill',
    summary: 'Pay a tax bill',
    description:
      'Out of the CNY that the importer has with the platform, to the account of the treasury. A second person approves it ' +
      'where a policy for `fx.tax_payment` says so. `paying` until the bank has paid; while it may still do so nothing is ' +
      'ordered again. After a refusal it may be tried again: a new order, under a new message id.',
    scope: 'fx:write',
    answers: TaxBillDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, MandateLimitError],
  })
  pay(@CommandOf() command: Command, @Param('id') id: string, @Body() { note }: PayTaxBillDto): Promise<string> {
    return this.commands.run(
      command,
      async (tx) => {
        const bill = await this.bills.pay(tx, parseId('taxBill', id), note ?? null);
        return { bill, today: dateInZone(tx.now, CHINA) };
      },
      ({ bill, today }) => TaxBillDto.from(bill, today),
    );
  }
}
