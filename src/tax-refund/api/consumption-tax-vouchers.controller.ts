import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ClaimReader } from '../application/claim-reader.service.js';
import { ConsumptionTaxVouchers } from '../application/consumption-tax-vouchers.service.js';
import { Eligibilities } from '../application/eligibilities.service.js';
import { DuplicateVoucherError, NoConsumptionTaxError, VoucherInUseError } from '../domain/consumption-tax.errors.js';
import { type ConsumptionTaxVoucher } from '../entities/consumption-tax-voucher.entity.js';
import {
  ConsumptionTaxVoucherRequest,
  ConsumptionTaxVouchersQuery,
  ConsumptionTaxWaiverRequest,
  VoucherAssignmentRequest,
  VoucherCancellationRequest,
} from './dto/consumption-tax-requests.dto.js';
import { ConsumptionTaxVoucherDto, ConsumptionTaxVoucherPageDto } from './dto/consumption-tax-voucher.dto.js';
import { RefundCaseDto } from './dto/eligibility.dto.js';

const VOUCHER_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'ctv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Papers of consumption tax (消费税专用缴款书、分割单), by which a trading company gets it back. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/consumption-tax-vouchers')
export class ConsumptionTaxVouchersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly vouchers: ConsumptionTaxVouchers,
  ) {}

  @Post()
  @CommandOperation({
    id: 'recordConsumptionTaxVoucher',
    summary: 'Record a paper of consumption tax (消费税专用缴款书、分割单)',
    description:
      'As it is printed. Number, days, parties, rates and the tax itself are checked, and all faults are told at once. The same paper ' +
      'is taken once, and never beside what it was split into. With an order, or the invoice of one, the refund goes on by itself.',
    scope: 'tax_refund:write',
    answers: ConsumptionTaxVoucherDto,
    speaks: true,
    examples: {
      whisky: {
        orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
        kind: 'payment_certificate',
        voucherNumber: '333021260900000123',
        issuer: '国家税务总局宁波市鄞州区税务局',
        issuedOn: '2026-11-11',
        supplier: { name: '宁波示例酒业有限公司', taxNumber: '91330212MA2AF1XX2U' },
        buyer: { name: '宁波示例进出口有限公司', taxNumber: '91330200MA2AEFJN86' },
        orderLineNumber: 1,
        hsCode: '2208300000',
        goodsName: '威士忌酒',
        quantity: '1000',
        unit: '035',
        taxableAmount: { amount: '60000.00', currency: 'CNY' },
        rate: '0.2',
        amountPerUnit: '1',
        tax: { amount: '13000.00', currency: 'CNY' },
      },
    },
    status: 201,
    byId: true,
    dryRun: true,
    problems: [DuplicateVoucherError],
  })
  record(@CommandOf() command: Command, @Body() body: ConsumptionTaxVoucherRequest): Promise<string> {
    const place = {
      orderId: body.orderId === undefined ? null : parseId('order', body.orderId),
      invoiceId: body.invoiceId === undefined ? null : parseId('invoice', body.invoiceId),
    };
    return this.run(command, (tx) => this.vouchers.record(tx, place, body.toInput()));
  }

  @Get()
  @QueryOperation({
    id: 'listConsumptionTaxVouchers',
    summary: 'The papers of consumption tax',
    description: 'Newest first, with how much of each claims stand on.',
    scope: 'tax_refund:read',
    answers: ConsumptionTaxVoucherPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ConsumptionTaxVouchersQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<ConsumptionTaxVoucherDto>> {
    const { state, voucherNumber, supplierTaxNumber } = query;
    const orderId = query.orderId === undefined ? undefined : parseId('order', query.orderId);
    const invoiceId = query.invoiceId === undefined ? undefined : parseId('invoice', query.invoiceId);
    const filter = { orderId, invoiceId, state, voucherNumber, supplierTaxNumber };
    const found = await this.unitOfWork.read(caller, (view) => this.vouchers.list(view, query, filter));
    return mapPage(found, (each) => ConsumptionTaxVoucherDto.from(each, language));
  }

  @Get(':id')
  @ApiParam(VOUCHER_ID)
  @QueryOperation({
    id: 'getConsumptionTaxVoucher',
    summary: 'One paper of consumption tax',
    description: 'With how much of it claims stand on.',
    scope: 'tax_refund:read',
    answers: ConsumptionTaxVoucherDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ConsumptionTaxVoucherDto> {
    const voucherId = parseId('consumptionTaxVoucher', id);
    const found = await this.unitOfWork.read(caller, (view) => this.vouchers.get(view, voucherId));
    return withETag(reply, ConsumptionTaxVoucherDto.from(found, language));
  }

  @Post(':id/assignment')
  @ApiParam(VOUCHER_ID)
  @CommandOperation({
    id: 'assignConsumptionTaxVoucher',
    summary: 'Say which order a paper of consumption tax belongs to',
    description: 'Also moves it to another order, as long as no claim stands on it.',
    scope: 'tax_refund:write',
    answers: ConsumptionTaxVoucherDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, VoucherInUseError],
  })
  assign(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { orderId, orderLineNumber }: VoucherAssignmentRequest,
  ): Promise<string> {
    const voucherId = parseId('consumptionTaxVoucher', id);
    const line = orderLineNumber ?? null;
    return this.run(command, (tx) => this.vouchers.assign(tx, voucherId, parseId('order', orderId), line));
  }

  @Post(':id/cancellation')
  @ApiParam(VOUCHER_ID)
  @CommandOperation({
    id: 'cancelConsumptionTaxVoucher',
    summary: 'Take a paper of consumption tax out of use',
    description: 'It was entered wrongly, or split. Not while a claim stands on it.',
    scope: 'tax_refund:write',
    answers: ConsumptionTaxVoucherDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, VoucherInUseError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: VoucherCancellationRequest,
  ): Promise<string> {
    const voucherId = parseId('consumptionTaxVoucher', id);
    return this.run(command, (tx) => this.vouchers.cancel(tx, voucherId, reason));
  }

  private run(command: Command, work: (tx: Tx) => Promise<ConsumptionTaxVoucher>): Promise<string> {
    return this.commands.run(command, work, (result) => ConsumptionTaxVoucherDto.from(result, command.language));
  }
}

/** Orders whose consumption tax is not claimed. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/cases')
export class ConsumptionTaxWaiversController {
  constructor(
    private readonly commands: Commands,
    private readonly vouchers: ConsumptionTaxVouchers,
    private readonly reader: ClaimReader,
    private readonly eligibilities: Eligibilities,
  ) {}

  @Post(':orderId/consumption-tax-waiver')
  @ApiParam({
    name: 'orderId',
    schema: { type: 'string', maxLength: 40, example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  })
  @CommandOperation({
    id: 'waiveConsumptionTax',
    summary: 'Claim an order without its consumption tax',
    description:
      'The claim of goods that bear consumption tax waits for its papers. Where there are none the VAT is claimed alone, and the check ' +
      '`consumption_tax` says why.',
    scope: 'tax_refund:write',
    answers: RefundCaseDto,
    speaks: true,
    byId: true,
    problems: [IllegalTransitionError, NoConsumptionTaxError],
  })
  waive(
    @CommandOf() command: Command,
    @Param('orderId') orderId: string,
    @Body() { reason }: ConsumptionTaxWaiverRequest,
  ): Promise<string> {
    const id = parseId('order', orderId);
    return this.commands.run(
      command,
      async (tx) => {
        await this.vouchers.waive(tx, id, reason);
        const found = await this.reader.case(tx, id);
        return { found, judged: await this.eligibilities.ofCase(tx, found.refundCase) };
      },
      ({ found, judged }) => RefundCaseDto.judged(found, judged, command.language),
    );
  }
}
