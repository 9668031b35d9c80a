import { publicId } from '../../../kernel/ids.js';
import {
  DecimalField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { type AllocatedInvoice, type ClaimLineRow } from '../../entities/claim-lines.table.js';
import { type AllocatedVoucher } from '../../entities/consumption-tax-vouchers.table.js';
import { fen } from './fen.js';

export class ClaimInvoiceDto {
  @IdField({ kind: 'invoice', description: 'The invoice' })
  readonly invoiceId!: string;

  @TextField({ description: '发票号码', max: 20 })
  readonly invoiceNumber!: string;

  @IntegerField({ description: 'Its line', min: 1 })
  readonly lineNumber!: number;

  @DecimalField({ description: 'How much of its quantity' })
  readonly quantity!: string;

  @MoneyField({ description: 'How much of its amount, without VAT' })
  readonly amountExVat!: MoneyDto;

  static from(this: void, share: AllocatedInvoice): ClaimInvoiceDto {
    return {
      invoiceId: publicId('invoice', share.invoiceId),
      invoiceNumber: share.invoiceNumber,
      lineNumber: share.lineNumber,
      quantity: share.quantity,
      amountExVat: fen(share.amountMinor),
    };
  }
}

export class ClaimVoucherDto {
  @IdField({ kind: 'consumptionTaxVoucher', description: 'The paper of consumption tax' })
  readonly voucherId!: string;

  @TextField({ description: '缴款书或分割单号码', max: 32 })
  readonly voucherNumber!: string;

  @DecimalField({ description: 'How much of its quantity' })
  readonly quantity!: string;

  @TextField({ description: 'Unit code', max: 3 })
  readonly unit!: string;

  @MoneyField({ description: 'How much of its base (计税金额)' })
  readonly taxableAmount!: MoneyDto;

  @MoneyField({ description: 'How much of its tax' })
  readonly tax!: MoneyDto;

  static from(this: void, share: AllocatedVoucher): ClaimVoucherDto {
    return {
      voucherId: publicId('consumptionTaxVoucher', share.voucherId),
      voucherNumber: share.voucherNumber,
      quantity: share.quantity,
      unit: share.unit,
      taxableAmount: fen(share.taxableMinor),
      tax: fen(share.taxMinor),
    };
  }
}

export class ClaimLineDto {
  @IntegerField({ description: "The order's line", min: 1 })
  readonly lineNumber!: number;

  @TextField({ description: 'Declaration number, 0, item: 21 digits', max: 21, example: '310420260795000001001' })
  readonly declarationLine!: string;

  @TextField({ description: 'HS code', max: 10 })
  readonly hsCode!: string;

  @TextField({ description: 'As declared', max: 255 })
  readonly goodsName!: string;

  @DecimalField({
    description: 'Exported quantity, in the unit of the invoices; below zero where a correction takes it back',
    negative: true,
  })
  readonly quantity!: string;

  @TextField({ description: 'Unit code', max: 3 })
  readonly unit!: string;

  @MoneyField({ description: 'What the refund is computed on' })
  readonly taxable!: MoneyDto;

  @DecimalField({ description: 'VAT rate of the invoice' })
  readonly vatRate!: string;

  @DecimalField({ description: 'The lower of the refund rate on the export date and the VAT rate' })
  readonly refundRate!: string;

  @MoneyField({ description: 'VAT refund of the line' })
  readonly refund!: MoneyDto;

  @MoneyField({ description: 'Consumption tax refund of the line' })
  readonly consumptionTaxRefund!: MoneyDto;

  @MoneyField({ description: 'VAT that becomes cost' })
  readonly nonRefundableVat!: MoneyDto;

  @ListField(() => ClaimInvoiceDto, { description: 'The purchases that it stands on', max: 1_000 })
  readonly invoices!: ClaimInvoiceDto[];

  @ListField(() => ClaimVoucherDto, { description: 'The papers of its consumption tax', max: 1_000 })
  readonly vouchers!: ClaimVoucherDto[];

  static from(this: void, row: ClaimLineRow): ClaimLineDto {
    return {
      lineNumber: row.line_number,
      declarationLine: row.declaration_line,
      hsCode: row.hs_code,
      goodsName: row.goods_name,
      quantity: row.quantity,
      unit: row.unit,
      taxable: fen(row.taxable_minor),
      vatRate: row.vat_rate,
      refundRate: row.refund_rate,
      refund: fen(row.refund_minor),
      consumptionTaxRefund: fen(row.consumption_tax_minor),
      nonRefundableVat: fen(row.non_refundable_minor),
      invoices: row.invoices.map(ClaimInvoiceDto.from),
      vouchers: row.vouchers.map(ClaimVoucherDto.from),
    };
  }
}
