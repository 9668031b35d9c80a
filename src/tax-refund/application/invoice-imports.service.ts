import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { DomainError, type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { BatchCommands } from '../../platform/bulk/batch-commands.js';
import { BatchIntake, type TakenIn } from '../../platform/bulk/batch-intake.js';
import { BatchQueue } from '../../platform/bulk/batch-queue.js';
import { type BulkOperation } from '../../platform/bulk/bulk-operation.js';
import { type Tx } from '../../platform/database/session.js';
import { type Command } from '../../platform/http/command.js';
import { bound } from '../../platform/usage/bounds.js';
import { type InvoiceInput } from '../domain/invoice-input.js';
import { InvoiceTableError } from '../domain/invoice-import.errors.js';
import { SAY } from '../domain/invoice-import.sentences.js';
import { type TableInvoice } from '../domain/invoice-table.js';
import { invoicesOf } from './invoice-tables.js';
import { Invoices } from './invoices.service.js';

const RECORD = 'recordInvoice';
const AT_ONCE_MAX = bound({
  name: 'tax_refund.invoices_at_once',
  max: 500,
  per: 'request',
  unit: 'items',
  title: { en: 'Invoices recorded together', zh: '整体导入的发票张数' },
});
const FAULTS_MAX = 200;
const KEY_MAX = 180;

/** An invoice of a table whose form is right. */
export interface ReadInvoice {
  readonly orderId: string | null;
  readonly input: InvoiceInput;
}

/** What became of a table that is recorded as a whole. */
export interface RecordedTable {
  readonly ids: readonly string[];
}

/** Tables of invoices: each a command of its own in a batch, or all of them together. */
@Injectable()
export class InvoiceImports {
  constructor(
    private readonly commands: BatchCommands,
    private readonly intake: BatchIntake,
    private readonly queue: BatchQueue,
    private readonly invoices: Invoices,
  ) {}

  /**
   * Keeps the invoices as items of a batch.
   * @returns what orders it, in the transaction of the command, and what forgets it again
   * @throws InvoiceTableError, BatchSizeError, BatchLinesError
   */
  async take(
    command: Command,
    stream: Readable,
    isPacked: boolean,
  ): Promise<{
    readonly digest: string;
    readonly order: (tx: Tx) => Promise<BulkOperation>;
    readonly forget: () => Promise<void>;
  }> {
    const { caller } = command;
    const toGive = this.commands.get(RECORD, caller);
    const items = Readable.from(itemsOf(invoicesOf(stream, isPacked), command.key ?? ''), { objectMode: false });
    const taken: TakenIn = await this.intake.take(caller, toGive, items);
    return {
      digest: taken.digest,
      order: async (tx) => {
        await this.intake.close(tx, taken);
        return this.queue.open(tx, taken.id, { command: toGive, total: taken.total, order: command });
      },
      forget: () => this.intake.forget(caller, taken.id),
    };
  }

  /** All of a small table. @throws InvoiceTableError */
  async read(
    stream: Readable,
    isPacked: boolean,
  ): Promise<{ readonly digest: string; readonly found: TableInvoice[] }> {
    const found: TableInvoice[] = [];
    const hash = createHash('sha256');
    for await (const invoice of invoicesOf(stream, isPacked)) {
      if (found.length >= AT_ONCE_MAX) throw new InvoiceTableError(SAY.too_many_at_once({ max: AT_ONCE_MAX }));
      hash.update(JSON.stringify(invoice));
      found.push(invoice);
    }
    return { digest: hash.digest('base64url'), found };
  }

  /** All of them, or none. @throws InvalidInputError with the faults of all, by row */
  async recordTogether(
    tx: Tx,
    found: readonly TableInvoice[],
    readOne: (body: object) => ReadInvoice,
  ): Promise<RecordedTable> {
    const ids: string[] = [];
    const faults: Fault[] = [];
    let failed = 0;
    for (const one of found) {
      try {
        const { orderId, input } = readOne(one.body);
        ids.push((await this.invoices.record(tx, orderId, input)).invoice.id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        failed += 1;
        faults.push(...faultsIn(error, one));
      }
    }
    if (failed > 0) throw new InvalidInputError(faults.slice(0, FAULTS_MAX), SAY.rows_wrong({ count: failed }));
    return { ids };
  }
}

/** As the lines of a batch; the key of each names its first row, so that results can be found again in the table. */
async function* itemsOf(invoices: AsyncIterable<TableInvoice>, key: string): AsyncGenerator<string> {
  for await (const { firstRow, body } of invoices) {
    yield `${JSON.stringify({ key: `${key.slice(0, KEY_MAX)}.row-${firstRow}`, body })}\n`;
  }
}

/** By row instead of by line: `/lines/2/vat` of an invoice that begins in row 5 is `/rows/7/vat`. */
function faultsIn(error: DomainError, { firstRow }: TableInvoice): Fault[] {
  if (error.faults.length === 0) {
    return [{ pointer: `/rows/${firstRow}`, code: codeOf(error), message: error.sentence }];
  }
  return error.faults.map((fault) => {
    const [, line = '0', rest = fault.pointer] = /^\/lines\/(\d+)(.*)$/.exec(fault.pointer) ?? [];
    return { ...fault, pointer: `/rows/${firstRow + Number(line)}${rest}` };
  });
}

function codeOf({ code }: DomainError): string {
  return (code.split('.')[1] ?? code).toLowerCase();
}
