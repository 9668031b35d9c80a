import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { RequestPipe } from '../../platform/http/validation.pipe.js';
import { EInvoices } from '../application/e-invoices.service.js';
import { type EInvoiceBody } from '../domain/e-invoice.js';
import { UnreadableEInvoiceError } from '../domain/e-invoice.errors.js';
import { DuplicateInvoiceError } from '../domain/invoice.errors.js';
import { E_INVOICE_EXAMPLE } from './dto/e-invoice.example.js';
import { EInvoiceRequest, OriginalInvoiceDto } from './dto/e-invoice.dto.js';
import { InvoiceRequest } from './dto/invoice-requests.dto.js';
import { InvoiceDto } from './dto/invoice.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'inv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Fully digital invoices (数电票), from their files. */
@ApiTags('VAT invoices')
@Controller('v1/tax-refund/e-invoices')
export class EInvoicesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly eInvoices: EInvoices,
  ) {}

  @Post()
  @CommandOperation({
    id: 'recordEInvoice',
    summary: 'Record a VAT invoice from its e-invoice file',
    description:
      'The XML as the tax bureau gives it out (数电票). What is read is checked and recorded as by `recordInvoice`, and the file ' +
      'is kept word for word. No HS code stands on an invoice: it is what `lines` says, or that of the order line that `lines` ' +
      'names or that alone has this name, which `findings` then says; else it is asked for. Pointers of faults are those of the ' +
      'invoice as `recordInvoice` takes it.',
    scope: 'tax_refund:write',
    answers: InvoiceDto,
    speaks: true,
    status: 201,
    dryRun: true,
    examples: { special: E_INVOICE_EXAMPLE },
    byId: true,
    problems: [DuplicateInvoiceError, InvalidInputError, UnreadableEInvoiceError],
  })
  record(@CommandOf() command: Command, @Body() request: EInvoiceRequest): Promise<string> {
    const { xml } = request;
    const orderId = request.orderId === undefined ? null : parseId('order', request.orderId);
    return this.commands.run(
      command,
      async (tx) => {
        const read = await this.eInvoices.read(tx, { xml, orderId, hints: request.hints() });
        const input = asRequest(read, request).toInput();
        return this.eInvoices.record(tx, { xml, orderId, input, warnings: read.warnings });
      },
      (result) => InvoiceDto.from(result, command.language),
    );
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'readEInvoice',
    summary: 'The file that an invoice came as',
    description: 'Word for word, with its SHA-256.',
    scope: 'tax_refund:read',
    answers: OriginalInvoiceDto,
    byId: true,
  })
  async original(@CallerOf() caller: Principal, @Param('id') id: string): Promise<OriginalInvoiceDto> {
    const invoiceId = parseId('invoice', id);
    const found = await this.unitOfWork.read(caller, (view) => this.eInvoices.original(view, invoiceId));
    return OriginalInvoiceDto.from(invoiceId, found);
  }
}

/** As if it had been given to `recordInvoice`. @throws InvalidInputError with the faults of the file and those of the form */
function asRequest({ body, faults }: EInvoiceBody, { fxRate, fxSource, redOf }: EInvoiceRequest): InvoiceRequest {
  const given = {
    ...body,
    ...(fxRate === undefined ? {} : { fxRate }),
    ...(fxSource === undefined ? {} : { fxSource }),
    ...(redOf === undefined ? {} : { redOf: { ...redOf } }),
  };
  const asked = new Set(faults.map(({ pointer }) => pointer));
  try {
    const request = new RequestPipe().transform(given, { type: 'body', metatype: InvoiceRequest }) as InvoiceRequest;
    if (faults.length === 0) return request;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError([...faults, ...error.faults.filter(({ pointer }) => !asked.has(pointer))]);
  }
  throw new InvalidInputError(faults);
}
