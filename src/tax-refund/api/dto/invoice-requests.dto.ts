import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type InvoiceInput, type InvoiceKind } from '../../domain/invoice-input.js';
import { INVOICE_STATES } from '../../domain/invoice-status.js';
import { CODE, FX_RATE, FX_SOURCE, InvoicePartyDto, KIND, LINES_MAX, NUMBER, TAX_NUMBER } from './invoice-fields.js';

export class InvoiceLineRequest {
  @IntegerField({
    description: "The order's line that these goods are for; without it the HS code decides",
    min: 1,
    max: 1_000,
    optional: true,
    example: 1,
  })
  orderLineNumber?: number;

  @TextField({ description: '10 digits, as declared', pattern: /^\d{10}$/, max: 10, example: '8516609000' })
  hsCode!: string;

  @TextField({ description: 'As printed; the tax category before it (*电器*) may stay', max: 200, example: '电烤箱' })
  goodsName!: string;

  @DecimalField({
    description: 'How many of the unit; below zero on a red-letter invoice, zero where only money is taken back',
    places: 8,
    negative: true,
    example: '1000',
  })
  quantity!: string;

  @TextField({
    description: 'Code of the customs unit table; one of the three units of the declaration',
    pattern: /^\d{3}$/,
    max: 3,
    example: '001',
  })
  unit!: string;

  @MoneyField({ description: '金额, without VAT; below zero on a red-letter invoice', currency: 'CNY', negative: true })
  amountExVat!: MoneyDto;

  @DecimalField({ description: 'VAT rate as a fraction', places: 4, example: '0.13' })
  vatRate!: string;

  @MoneyField({ description: '税额; amount × rate, one fen more or less', currency: 'CNY', negative: true })
  vat!: MoneyDto;

  @DecimalField({
    description: '单价, without VAT; held against quantity and amount',
    places: 15,
    optional: true,
    example: '60',
  })
  unitPrice?: string;

  @TextField({
    description: '商品和服务税收分类编码',
    pattern: /^\d{19}$/,
    max: 19,
    optional: true,
    example: '1090413990000000000',
  })
  taxCategory?: string;

  @IntegerField({
    description: 'Red-letter only: the line of the blue invoice that it takes back; without it the goods tell',
    min: 1,
    max: 2_000,
    optional: true,
    example: 1,
  })
  blueLineNumber?: number;
}

/** The blue invoice that a red-letter one takes back. */
export class BlueInvoiceDto {
  @TextField({ ...CODE, optional: true })
  invoiceCode?: string;

  @TextField(NUMBER)
  invoiceNumber!: string;
}

/** What is printed below the lines. */
export class InvoiceTotalsDto {
  @MoneyField({ description: '合计金额, without VAT', currency: 'CNY', negative: true })
  amountExVat!: MoneyDto;

  @MoneyField({ description: '合计税额', currency: 'CNY', negative: true })
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

  @ObjectField(() => BlueInvoiceDto, {
    description: '红字发票: the blue invoice of the same issuer that it takes back, whole or in part',
    optional: true,
  })
  redOf?: BlueInvoiceDto;

  @ObjectField(() => InvoiceTotalsDto, { description: 'As printed; held against the lines', optional: true })
  totals?: InvoiceTotalsDto;

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
      redOf:
        this.redOf === undefined
          ? null
          : { invoiceCode: this.redOf.invoiceCode ?? null, invoiceNumber: this.redOf.invoiceNumber },
      totals:
        this.totals === undefined
          ? null
          : { amount: Money.fromJSON(this.totals.amountExVat), vat: Money.fromJSON(this.totals.vat) },
      lines: this.lines.map((line) => ({
        orderLineNumber: line.orderLineNumber ?? null,
        hsCode: line.hsCode,
        goodsName: line.goodsName,
        quantity: new Decimal(line.quantity),
        unit: line.unit,
        amount: Money.fromJSON(line.amountExVat),
        vatRate: new Decimal(line.vatRate),
        vat: Money.fromJSON(line.vat),
        unitPrice: line.unitPrice === undefined ? null : new Decimal(line.unitPrice),
        taxCategory: line.taxCategory ?? null,
        blueLineNumber: line.blueLineNumber ?? null,
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

export class InvoicesQuery extends DatedPageQuery {
  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 100,
    example: 'recorded',
    pattern: wordsPattern(INVOICE_STATES),
  })
  state?: string;

  @EnumField({ ...KIND, optional: true })
  kind?: string;

  @TextField({ ...NUMBER, optional: true })
  invoiceNumber?: string;

  @TextField({ ...TAX_NUMBER, description: 'Tax number of the issuer', optional: true })
  sellerTaxNumber?: string;
}
