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
import { type FullInvoice, Invoices } from '../application/invoices.service.js';
import { DuplicateInvoiceError, InvoiceInUseError } from '../domain/invoice.errors.js';
import {
  InvoiceAssignmentRequest,
  InvoiceCancellationRequest,
  InvoiceRequest,
  InvoicesQuery,
} from './dto/invoice-requests.dto.js';
import { InvoiceDto, InvoicePageDto } from './dto/invoice.dto.js';

const INVOICE_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'inv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** VAT invoices: the purchases that refunds stand on. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/invoices')
export class InvoicesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly invoices: Invoices,
  ) {}

  @Post()
  @CommandOperation({
    id: 'recordInvoice',
    summary: 'Record a VAT invoice',
    description:
      'As it is printed. Its sums, numbers and rates are checked, all faults are told at once, and the same paper is taken ' +
      'once: a second time the answer names what it was recorded as. With an order the refund goes on by itself as soon as ' +
      'the declaration is cleared, the invoices cover it and the buyer has paid. A red-letter invoice (`redOf`) takes back ' +
      'of its blue one.',
    scope: 'tax_refund:write',
    answers: InvoiceDto,
    speaks: true,
    examples: {
      purchase: {
        orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
        kind: 'special',
        invoiceNumber: '26332000000012345678',
        issuedOn: '2026-11-10',
        seller: { name: '宁波示例电器厂', taxNumber: '91330281MA2DEM4D02' },
        buyer: { name: '宁波示例进出口有限公司', taxNumber: '91330200MA2AEFJN86' },
        lines: [
          {
            orderLineNumber: 1,
            hsCode: '8516609000',
            goodsName: '*家用电器*电烤箱',
            quantity: '1000',
            unit: '001',
            amountExVat: { amount: '60000.00', currency: 'CNY' },
            vatRate: '0.13',
            vat: { amount: '7800.00', currency: 'CNY' },
          },
        ],
      },
    },
    status: 201,
    byId: true,
    dryRun: true,
    problems: [DuplicateInvoiceError],
  })
  record(@CommandOf() command: Command, @Body() body: InvoiceRequest): Promise<string> {
    const orderId = body.orderId === undefined ? null : parseId('order', body.orderId);
    return this.run(command, (tx) => this.invoices.record(tx, orderId, body.toInput()));
  }

  @Get()
  @QueryOperation({
    id: 'listInvoices',
    summary: 'The VAT invoices',
    description: 'Newest first, with how much of each line claims stand on.',
    scope: 'tax_refund:read',
    answers: InvoicePageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: InvoicesQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<InvoiceDto>> {
    const { state, kind, invoiceNumber, sellerTaxNumber } = query;
    const orderId = query.orderId === undefined ? undefined : parseId('order', query.orderId);
    const filter = { orderId, state, kind, invoiceNumber, sellerTaxNumber };
    const found = await this.unitOfWork.read(caller, (view) => this.invoices.list(view, query, filter));
    return mapPage(found, (each) => InvoiceDto.from(each, language));
  }

  @Get(':id')
  @ApiParam(INVOICE_ID)
  @QueryOperation({
    id: 'getInvoice',
    summary: 'One VAT invoice',
    description: 'With how much of each line claims stand on.',
    scope: 'tax_refund:read',
    answers: InvoiceDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<InvoiceDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.invoices.get(view, parseId('invoice', id)));
    return withETag(reply, InvoiceDto.from(found, language));
  }

  @Post(':id/assignment')
  @ApiParam(INVOICE_ID)
  @CommandOperation({
    id: 'assignInvoice',
    summary: 'Say which order an invoice belongs to',
    description: 'Also moves it to another order, as long as no claim stands on it.',
    scope: 'tax_refund:write',
    answers: InvoiceDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, InvoiceInUseError],
  })
  assign(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { orderId }: InvoiceAssignmentRequest,
  ): Promise<string> {
    return this.run(command, (tx) => this.invoices.assign(tx, parseId('invoice', id), parseId('order', orderId)));
  }

  @Post(':id/cancellation')
  @ApiParam(INVOICE_ID)
  @CommandOperation({
    id: 'cancelInvoice',
    summary: 'Take an invoice out of use',
    description:
      'It was re-issued or entered wrongly. Not while a claim or a red-letter invoice stands on it. What a red-letter one ' +
      'took back is there again.',
    scope: 'tax_refund:write',
    answers: InvoiceDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, InvoiceInUseError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: InvoiceCancellationRequest,
  ): Promise<string> {
    return this.run(command, (tx) => this.invoices.cancel(tx, parseId('invoice', id), reason));
  }

  @Post(':id/verification')
  @ApiParam(INVOICE_ID)
  @CommandOperation({
    id: 'verifyInvoice',
    summary: 'Ask again whether an invoice is genuine',
    description:
      'Every invoice is asked about once it is recorded (查验). This asks the tax authority once more: because the answer was ' +
      'wrong, or because it may have been voided since. Until it is answered no claim is made of it.',
    scope: 'tax_refund:write',
    answers: InvoiceDto,
    speaks: true,
    status: 202,
    byId: true,
    problems: [IllegalTransitionError],
  })
  verify(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.invoices.verify(tx, parseId('invoice', id)));
  }

  private run(command: Command, work: (tx: Tx) => Promise<FullInvoice>): Promise<string> {
    return this.commands.run(command, work, (result) => InvoiceDto.from(result, command.language));
  }
}
