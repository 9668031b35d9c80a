import { Readable } from 'node:stream';

import { Controller, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { BatchLinesError, BatchSizeError, BatchTooSlowError } from '../../platform/bulk/bulk.errors.js';
import { Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { type Request } from '../../platform/http/request.js';
import { UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { RequestPipe } from '../../platform/http/validation.pipe.js';
import { InvoiceImports, type ReadInvoice } from '../application/invoice-imports.service.js';
import { InvoiceTableError } from '../domain/invoice-import.errors.js';
import { SAY } from '../domain/invoice-import.sentences.js';
import { INVOICE_IMPORT_EXAMPLE, InvoiceImportDto, InvoiceImportQuery } from './dto/invoice-import.dto.js';
import { InvoiceRequest } from './dto/invoice-requests.dto.js';

/** Tables of VAT invoices. */
@ApiTags('VAT invoices')
@Controller('v1/tax-refund/invoice-imports')
export class InvoiceImportsController {
  constructor(
    private readonly commands: Commands,
    private readonly imports: InvoiceImports,
  ) {}

  @Post()
  @ApiConsumes('text/csv')
  @ApiBody({
    required: true,
    description:
      'One row for each line of an invoice, under a header (docs/tax-refund-invoices.md); UTF-8 or GBK, with ' +
      '`Content-Encoding: gzip` packed',
    schema: { type: 'string', maxLength: 1_000_000_000, example: INVOICE_IMPORT_EXAMPLE },
  })
  @CommandOperation({
    id: 'importInvoices',
    summary: 'Record VAT invoices from a table',
    description:
      'Each invoice is recorded as by `recordInvoice`, and one that has faults never stops the others: follow ' +
      '`/v1/operations/{operationId}`; the `key` of each result ends with the row. With `atomic=true` a small table is recorded ' +
      'as a whole, or nothing of it, and the faults of all rows are told at once.',
    scope: 'bulk:write',
    costly: true,
    answers: InvoiceImportDto,
    status: 202,
    idempotencyKey: 'required',
    showsSecret: true,
    problems: [
      InvoiceTableError,
      InvalidInputError,
      BatchSizeError,
      BatchLinesError,
      BatchTooSlowError,
      UnsupportedMediaTypeError,
    ],
  })
  async import(
    @CommandOf() command: Command,
    @Query() { atomic = false }: InvoiceImportQuery,
    @Req() { body, headers }: Request,
  ): Promise<string> {
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.csv_needed);
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'gzip' && encoding !== 'identity') throw new UnsupportedMediaTypeError(SAY.encoding);
    const isPacked = encoding === 'gzip';
    return atomic ? this.together(command, body, isPacked) : this.eachByItself(command, body, isPacked);
  }

  private async together(command: Command, stream: Readable, isPacked: boolean): Promise<string> {
    const { digest, found } = await this.imports.read(stream, isPacked);
    return this.commands.run(
      command.ofStream(`atomic ${digest}`),
      (tx) => this.imports.recordTogether(tx, found, readInvoice),
      InvoiceImportDto.ofTable,
    );
  }

  private async eachByItself(command: Command, stream: Readable, isPacked: boolean): Promise<string> {
    const { digest, order, forget } = await this.imports.take(command, stream, isPacked);
    const ordered = new Set<string>();
    const run = async (): Promise<string> =>
      this.commands.run(
        command.ofStream(digest),
        async (tx) => {
          const operation = await order(tx);
          ordered.add(operation.id);
          return operation;
        },
        InvoiceImportDto.ofOperation,
      );
    try {
      const answer = await run();
      // A repeat got the first answer: what was just read is nobody's.
      if (ordered.size === 0) await forget();
      return answer;
    } catch (error) {
      await forget();
      throw error;
    }
  }
}

/** As if it had been given to `recordInvoice`. @throws InvalidInputError */
function readInvoice(body: object): ReadInvoice {
  const request = new RequestPipe().transform(body, { type: 'body', metatype: InvoiceRequest }) as InvoiceRequest;
  const orderId = request.orderId === undefined ? null : parseId('order', request.orderId);
  return { orderId, input: request.toInput() };
}
