import { publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
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
import { PageOf } from '../../../platform/http/paging.js';
import { type FullInvoice } from '../../application/invoices.service.js';
import { INVOICE_MACHINE, INVOICE_STATES } from '../../domain/invoice-status.js';
import { type InvoiceLineRow } from '../../entities/invoice-lines.table.js';
import { InvoiceAbnormalDto } from './abnormal.dto.js';
import { fen } from './fen.js';
import { InvoiceFindingDto, VerificationDto } from './verification.dto.js';
import { CODE, FX_RATE, FX_SOURCE, InvoicePartyDto, KIND, LINES_MAX, NUMBER } from './invoice-fields.js';

export class InvoiceLineDto {
  @IntegerField({ description: 'Counts from 1', min: 1 })
  readonly lineNumber!: number;

  @IntegerField({ description: "The order's line that it is for", min: 1, nullable: true })
  readonly orderLineNumber!: number | null;

  @TextField({ description: 'HS code', max: 10 })
  readonly hsCode!: string;

  @TextField({ description: 'As printed', max: 200 })
  readonly goodsName!: string;

  @DecimalField({ description: 'How many of the unit', negative: true })
  readonly quantity!: string;

  @TextField({ description: 'Unit code', max: 3 })
  readonly unit!: string;

  @MoneyField({ description: '金额, without VAT', negative: true })
  readonly amountExVat!: MoneyDto;

  @DecimalField({ description: 'VAT rate' })
  readonly vatRate!: string;

  @MoneyField({ description: '税额', negative: true })
  readonly vat!: MoneyDto;

  @DecimalField({ description: 'How much of the quantity claims stand on' })
  readonly claimedQuantity!: string;

  @MoneyField({ description: 'How much of the amount claims stand on; never more than the amount' })
  readonly claimedAmount!: MoneyDto;

  @DecimalField({ description: '单价, without VAT; null where none was given', nullable: true })
  readonly unitPrice!: string | null;

  @TextField({ description: '税收分类编码; null where none was given', max: 19, nullable: true })
  readonly taxCategory!: string | null;

  @DecimalField({ description: 'How much of the quantity red-letter invoices took back' })
  readonly redQuantity!: string;

  @MoneyField({ description: 'How much of the amount red-letter invoices took back' })
  readonly redAmount!: MoneyDto;

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
      unitPrice: row.unit_price,
      taxCategory: row.tax_category,
      redQuantity: row.red_quantity,
      redAmount: fen(row.red_minor),
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

  @MoneyField({ description: 'Sum of the amounts, without VAT; below zero of a red-letter invoice', negative: true })
  readonly amountExVat!: MoneyDto;

  @MoneyField({ description: 'Sum of the VAT', negative: true })
  readonly vat!: MoneyDto;

  @MoneyField({ description: '价税合计', negative: true })
  readonly total!: MoneyDto;

  @DecimalField({ ...FX_RATE, nullable: true })
  readonly fxRate!: string | null;

  @TextField({ ...FX_SOURCE, nullable: true })
  readonly fxSource!: string | null;

  @TextField({ description: '备注', max: 500, min: 0 })
  readonly remark!: string;

  @TextField({ description: 'Why it was cancelled', max: 500, nullable: true })
  readonly cancelledReason!: string | null;

  @IdField({ kind: 'invoice', description: 'Of a red-letter invoice: the blue one that it takes back', nullable: true })
  readonly redOf!: string | null;

  @ObjectField(() => VerificationDto, {
    description: 'Its check (查验); null of what was recorded before there was one',
    nullable: true,
  })
  readonly verification!: VerificationDto | null;

  @ListField(() => InvoiceFindingDto, { description: 'What was odd when it was taken in', max: 1_000 })
  readonly findings!: InvoiceFindingDto[];

  @ListField(() => InvoiceLineDto, { description: 'The lines', max: LINES_MAX })
  readonly lines!: InvoiceLineDto[];

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was recorded' })
  readonly createdAt!: string;

  @ListField(() => InvoiceAbnormalDto, {
    description: 'Entries of the abnormal lists that name it: while there is one nothing is claimed on it',
    max: 100,
  })
  readonly abnormal!: InvoiceAbnormalDto[];

  static from(this: void, { invoice, check, lines, abnormal }: FullInvoice, language: Language): InvoiceDto {
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
      redOf: invoice.redOf === null ? null : publicId('invoice', invoice.redOf),
      verification: check === null ? null : VerificationDto.of(check, language),
      findings: invoice.findings.map((finding) => InvoiceFindingDto.of(finding, language)),
      abnormal: abnormal.map((entry) => InvoiceAbnormalDto.of(entry, language)),
      lines: lines.map(InvoiceLineDto.from),
      version: invoice.version,
      createdAt: invoice.createdAt.toISOString(),
    };
  }
}

export const InvoicePageDto = PageOf(InvoiceDto);
