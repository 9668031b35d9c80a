import { publicId } from '../../../kernel/ids.js';
import {
  DecimalField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { bound } from '../../../platform/usage/bounds.js';
import { type EInvoiceHint } from '../../domain/e-invoice.js';
import { type OriginalInvoice } from '../../entities/e-invoices.table.js';
import { E_INVOICE_EXAMPLE } from './e-invoice.example.js';
import { FX_RATE, FX_SOURCE, LINES_MAX } from './invoice-fields.js';
import { BlueInvoiceDto } from './invoice-requests.dto.js';

const FILE_MAX = bound({
  name: 'tax_refund.e_invoice',
  max: 524_288,
  per: 'request',
  unit: 'bytes',
  title: { en: 'File of an e-invoice', zh: '数电票文件' },
});

/** What no invoice says of its lines. */
export class EInvoiceLineRequest {
  @IntegerField({
    description: 'Line of the invoice, from 1; discounts do not count',
    min: 1,
    max: LINES_MAX,
    example: 1,
  })
  lineNumber!: number;

  @TextField({ description: '10 digits', pattern: /^\d{10}$/, max: 10, optional: true, example: '8516609000' })
  hsCode?: string;

  @IntegerField({ description: "The order's line that it is for", min: 1, max: 50, optional: true, example: 1 })
  orderLineNumber?: number;

  @TextField({
    description: 'Code of the customs unit table, where the table has not the word of the invoice',
    pattern: /^\d{3}$/,
    max: 3,
    optional: true,
    example: '001',
  })
  unit?: string;
}

export class EInvoiceRequest {
  @TextField({ description: 'The file, in UTF-8', max: FILE_MAX, example: E_INVOICE_EXAMPLE.xml })
  xml!: string;

  @IdField({ description: 'The order whose goods it bought; may be given later', kind: 'order', optional: true })
  orderId?: string;

  @ListField(() => EInvoiceLineRequest, { description: 'Of its lines', max: LINES_MAX, optional: true })
  lines?: EInvoiceLineRequest[];

  @ObjectField(() => BlueInvoiceDto, {
    description: 'Of a red-letter invoice whose remark does not name the blue one',
    optional: true,
  })
  redOf?: BlueInvoiceDto;

  @DecimalField({ ...FX_RATE, optional: true })
  fxRate?: string;

  @TextField({ ...FX_SOURCE, optional: true })
  fxSource?: string;

  hints(): EInvoiceHint[] {
    return (this.lines ?? []).map(({ lineNumber, hsCode = null, orderLineNumber = null, unit = null }) => ({
      lineNumber,
      hsCode,
      orderLineNumber,
      unit,
    }));
  }
}

export class OriginalInvoiceDto {
  @IdField({ kind: 'invoice', description: 'The invoice that was made of it' })
  readonly invoiceId!: string;

  @TextField({ description: 'SHA-256 of the file in UTF-8, hexadecimal', pattern: /^[0-9a-f]{64}$/, max: 64 })
  readonly sha256!: string;

  @TextField({ description: 'The file', max: FILE_MAX })
  readonly xml!: string;

  @InstantField({ description: 'When it came' })
  readonly receivedAt!: string;

  static from(this: void, id: string, { sha256, content, createdAt }: OriginalInvoice): OriginalInvoiceDto {
    return { invoiceId: publicId('invoice', id), sha256, xml: content, receivedAt: createdAt.toISOString() };
  }
}
