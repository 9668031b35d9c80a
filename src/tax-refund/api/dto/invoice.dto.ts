import { Decimal } from '../../../kernel/decimal.js';
import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type FullInvoice } from '../../application/invoices.service.js';
import { AGENCY_REMARK, INVOICE_KINDS, type InvoiceInput, type InvoiceKind } from '../../domain/check-invoice.js';
import { INVOICE_MACHINE, INVOICE_STATES } from '../../domain/invoice-status.js';
import { type InvoiceLineRow } from '../../entities/invoice-lines.table.js';

const LINES_MAX = 200;
const NUMBER = {
  description: '发票号码: 8 digits on paper, 20 digits on fully digital invoices',
  pattern: /^(\d{8}|\d{20})$/,
  max: 20,
  example: '26332000000012345678',
};
const CODE = { description: '发票代码, of paper invoices', pattern: /^\d{10,12}$/, max: 12, example: '3300211130' };
const KIND = { description: `special: 专用发票; agency_refund: one marked ${AGENCY_REMARK}`, values: INVOICE_KINDS };
const FX_RATE = {
  description: 'Agency only: CNY per 1 unit of the currency, the middle rate that the amount was converted by',
  example: '7.0827',
};
const FX_SOURCE = {
  description: 'Agency only: who published the rate, and of which day',
  max: 200,
  example: 'SAFE middle rate of 2026-11-02',
};

export class InvoicePartyDto {
  @TextField({ description: 'As printed', max: 200, example: '宁波示例电器有限公司' })
  name!: string;

  @TextField({
    description: '纳税人识别号',
    pattern: /^[0-9A-Z]{15,20}$/,
    max: 20,
    example: '91330212MA2AF1XX2U',
  })
  taxNumber!: string;
}

export class InvoiceLineRequest {
  @IntegerField({
    description: "The order's line that these goods are for; without it the HS code decides",
    min: 1,
    max: 50,
    optional: true,
    example: 1,
  })
  orderLineNumber?: number;

  @TextField({ description: '10 digits, as declared', pattern: /^\d{10}$/, max: 10, example: '8516609000' })
  hsCode!: string;

  @TextField({ description: 'As printed; the tax category before it (*电器*) may stay', max: 200, example: '电烤箱' })
  goodsName!: string;

  @DecimalField({ description: 'How many of the unit', places: 8, example: '1000' })
  quantity!: string;

  @TextField({
    description: 'Code of the customs unit table; one of the three units of the declaration',
    pattern: /^\d{3}$/,
    max: 3,
    example: '001',
  })
  unit!: string;

  @MoneyField({ description: '金额, without VAT', currency: 'CNY' })
  amountExVat!: MoneyDto;

  @DecimalField({ description: 'VAT rate as a fraction', places: 4, example: '0.13' })
  vatRate!: string;

  @MoneyField({ description: '税额; amount × rate, one fen more or less', currency: 'CNY' })
  vat!: MoneyDto;
}

/** A VAT invoice as it is printed. */
export class InvoiceRequest {
  @IdField({ description: 'The order whose goods it bought; may be given later', kind: 'order', optional: true })
  orderId?: string;

  @EnumField({ ...KIND, example: 'special' })
  kind!: InvoiceKind;

  @TextField({ ...CODE, optional: true })
  invoiceCode?: string;

  @TextField(NUMBER)
  invoiceNumber!: string;

  @DateField({ description: 'Day of issue', example: '2026-11-10' })
  issuedOn!: string;

  @ObjectField(() => InvoicePartyDto, { description: '销售方' })
  seller!: InvoicePartyDto;

  @ObjectField(() => InvoicePartyDto, { description: '购买方' })
  buyer!: InvoicePartyDto;

  @ListField(() => InvoiceLineRequest, { description: 'The lines', min: 1, max: LINES_MAX })
  lines!: InvoiceLineRequest[];

  @DecimalField({ ...FX_RATE, optional: true })
  fxRate?: string;

  @TextField({ ...FX_SOURCE, optional: true })
  fxSource?: string;

  @TextField({ description: '备注', max: 500, min: 0, optional: true, example: '' })
  remark?: string;

  toInput(): InvoiceInput {
    return {
      kind: this.kind,
      invoiceCode: this.invoiceCode ?? null,
      invoiceNumber: this.invoiceNumber,
      issuedOn: this.issuedOn,
      seller: this.seller,
      buyer: this.buyer,
      fxRate: this.fxRate === undefined ? null : new Decimal(this.fxRate),
      fxSource: this.fxSource ?? null,
      remark: this.remark ?? '',
      lines: this.lines.map((line) => ({
        orderLineNumber: line.orderLineNumber ?? null,
        hsCode: line.hsCode,
        goodsName: line.goodsName,
        quantity: new Decimal(line.quantity),
        unit: line.unit,
        amount: Money.fromJSON(line.amountExVat),
        vatRate: new Decimal(line.vatRate),
        vat: Money.fromJSON(line.vat),
      })),
    };
  }
}

export class InvoiceAssignmentRequest {
  @IdField({ description: 'The order whose goods it bought', kind: 'order' })
  orderId!: string;
}

export class InvoiceCancellationRequest {
  @TextField({ description: 'Why: red-flushed, re-issued, entered wrongly', max: 500, example: 'Re-issued in pieces' })
  reason!: string;
}

export class InvoiceLineDto {
  @IntegerField({ description: 'Counts from 1', min: 1 })
  readonly lineNumber!: number;

  @IntegerField({ description: "The order's line that it is for", min: 1, nullable: true })
  readonly orderLineNumber!: number | null;

  @TextField({ description: 'HS code', max: 10 })
  readonly hsCode!: string;

  @TextField({ description: 'As printed', max: 200 })
  readonly goodsName!: string;

  @DecimalField({ description: 'How many of the unit' })
  readonly quantity!: string;

  @TextField({ description: 'Unit code', max: 3 })
  readonly unit!: string;

  @MoneyField({ description: '金额, without VAT' })
  readonly amountExVat!: MoneyDto;

  @DecimalField({ description: 'VAT rate' })
  readonly vatRate!: string;

  @MoneyField({ description: '税额' })
  readonly vat!: MoneyDto;

  @DecimalField({ description: 'How much of the quantity claims stand on' })
  readonly claimedQuantity!: string;

  @MoneyField({ description: 'How much of the amount claims stand on; never more than the amount' })
  readonly claimedAmount!: MoneyDto;

  static from(this: void, row: InvoiceLineRow): InvoiceLineDto {
    return {
      lineNumber: row.line_number,
      orderLineNumber: row.order_line_number,
      hsCode: row.hs_code,
      goodsName: row.goods_name,
      quantity: row.quantity,
      unit: row.unit,
      amountExVat: fen(row.amount_minor),
      vatRate: row.vat_rate,
      vat: fen(row.vat_minor),
      claimedQuantity: row.allocated_quantity,
      claimedAmount: fen(row.allocated_minor),
    };
  }
}

export class InvoiceDto {
  @IdField({ kind: 'invoice', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order whose goods it bought', nullable: true })
  readonly orderId!: string | null;

  @EnumField({ description: 'Where it stands', values: INVOICE_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @EnumField(KIND)
  readonly kind!: string;

  @TextField({ ...CODE, nullable: true })
  readonly invoiceCode!: string | null;

  @TextField(NUMBER)
  readonly invoiceNumber!: string;

  @DateField({ description: 'Day of issue' })
  readonly issuedOn!: string;

  @ObjectField(() => InvoicePartyDto, { description: '销售方' })
  readonly seller!: InvoicePartyDto;

  @ObjectField(() => InvoicePartyDto, { description: '购买方' })
  readonly buyer!: InvoicePartyDto;

  @MoneyField({ description: 'Sum of the amounts, without VAT' })
  readonly amountExVat!: MoneyDto;

  @MoneyField({ description: 'Sum of the VAT' })
  readonly vat!: MoneyDto;

  @MoneyField({ description: '价税合计' })
  readonly total!: MoneyDto;

  @DecimalField({ ...FX_RATE, nullable: true })
  readonly fxRate!: string | null;

  @TextField({ ...FX_SOURCE, nullable: true })
  readonly fxSource!: string | null;

  @TextField({ description: '备注', max: 500, min: 0 })
  readonly remark!: string;

  @TextField({ description: 'Why it was cancelled', max: 500, nullable: true })
  readonly cancelledReason!: string | null;

  @ListField(() => InvoiceLineDto, { description: 'The lines', max: LINES_MAX })
  readonly lines!: InvoiceLineDto[];

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was recorded' })
  readonly createdAt!: string;

  static from(this: void, { invoice, lines }: FullInvoice): InvoiceDto {
    return {
      id: publicId('invoice', invoice.id),
      orderId: invoice.orderId === null ? null : publicId('order', invoice.orderId),
      state: invoice.state,
      allowedActions: INVOICE_MACHINE.allowedActions(invoice.state),
      kind: invoice.kind,
      invoiceCode: invoice.invoiceCode,
      invoiceNumber: invoice.invoiceNumber,
      issuedOn: invoice.issuedOn,
      seller: { name: invoice.sellerName, taxNumber: invoice.sellerTaxNumber },
      buyer: { name: invoice.buyerName, taxNumber: invoice.buyerTaxNumber },
      amountExVat: invoice.amount.toJSON(),
      vat: invoice.vat.toJSON(),
      total: invoice.amount.plus(invoice.vat).toJSON(),
      fxRate: invoice.fxRate?.toFixed() ?? null,
      fxSource: invoice.fxSource,
      remark: invoice.remark,
      cancelledReason: invoice.cancelledReason,
      lines: lines.map(InvoiceLineDto.from),
      version: invoice.version,
      createdAt: invoice.createdAt.toISOString(),
    };
  }
}

export class InvoicesQuery extends DatedPageQuery {
  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 100,
    example: 'recorded',
    pattern: /^(recorded|cancelled)(,(recorded|cancelled))*$/,
  })
  state?: string;

  @EnumField({ ...KIND, optional: true })
  kind?: string;

  @TextField({ ...NUMBER, optional: true })
  invoiceNumber?: string;

  @TextField({
    description: 'Tax number of the issuer',
    optional: true,
    pattern: /^[0-9A-Z]{15,20}$/,
    max: 20,
    example: '91330212MA2AF1XX2U',
  })
  sellerTaxNumber?: string;
}

export const InvoicePageDto = PageOf(InvoiceDto);

function fen(minor: string): MoneyDto {
  return Money.ofMinor(BigInt(minor), 'CNY').toJSON();
}
