import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
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
import { stampsOf } from '../../../platform/http/stamps.js';
import { VOUCHER_KINDS, VOUCHER_MACHINE, VOUCHER_STATES } from '../../domain/consumption-tax-voucher.js';
import { type ConsumptionTaxVoucher } from '../../entities/consumption-tax-voucher.entity.js';
import { VOUCHER } from './consumption-tax-requests.dto.js';
import { fen } from './fen.js';
import { InvoicePartyDto } from './invoice-fields.js';

/** What is odd about a paper and may be right all the same. */
export class VoucherFindingDto {
  @TextField({ description: 'JSON pointer into what was recorded', max: 200, example: '/supplier/taxNumber' })
  readonly pointer!: string;

  @TextField({ description: 'What is odd; new words may come', max: 60, example: 'invoice_supplier' })
  readonly rule!: string;

  @TextField({ description: 'In words', max: 1_000 })
  readonly message!: string;
}

/** A paper that shows the consumption tax that was paid on goods. */
export class ConsumptionTaxVoucherDto {
  @IdField({ kind: 'consumptionTaxVoucher', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order whose goods it is for', nullable: true })
  readonly orderId!: string | null;

  @IntegerField({ description: "The order's line that it is for", min: 1, nullable: true })
  readonly orderLineNumber!: number | null;

  @IdField({ kind: 'invoice', description: 'The VAT invoice of the same purchase', nullable: true })
  readonly invoiceId!: string | null;

  @EnumField({ description: 'Where it stands', values: VOUCHER_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @EnumField({ ...VOUCHER.kind, values: VOUCHER_KINDS })
  readonly kind!: string;

  @TextField(VOUCHER.number)
  readonly voucherNumber!: string;

  @TextField({ ...VOUCHER.splitOf, nullable: true })
  readonly splitOf!: string | null;

  @TextField(VOUCHER.issuer)
  readonly issuer!: string;

  @DateField({ description: 'Day of issue' })
  readonly issuedOn!: string;

  @ObjectField(() => InvoicePartyDto, { description: 'Who paid the tax' })
  readonly supplier!: InvoicePartyDto;

  @ObjectField(() => InvoicePartyDto, { description: 'Who bought the goods' })
  readonly buyer!: InvoicePartyDto;

  @TextField({ description: 'HS code', max: 10 })
  readonly hsCode!: string;

  @TextField({ description: 'As printed', max: 200 })
  readonly goodsName!: string;

  @DecimalField({ description: 'How many of the unit' })
  readonly quantity!: string;

  @TextField({ description: 'Unit code', max: 3 })
  readonly unit!: string;

  @MoneyField(VOUCHER.taxable)
  readonly taxableAmount!: MoneyDto;

  @DecimalField({ ...VOUCHER.rate, nullable: true })
  readonly rate!: string | null;

  @DecimalField({ ...VOUCHER.amountPerUnit, nullable: true })
  readonly amountPerUnit!: string | null;

  @MoneyField(VOUCHER.tax)
  readonly tax!: MoneyDto;

  @DecimalField({ description: 'How much of the quantity claims stand on' })
  readonly claimedQuantity!: string;

  @MoneyField({ description: 'How much of the tax claims stand on; never more than there is' })
  readonly claimedTax!: MoneyDto;

  @ListField(() => VoucherFindingDto, { description: 'What was odd when it was taken in', max: 100 })
  readonly findings!: VoucherFindingDto[];

  @TextField({ description: 'Why it was cancelled', max: 500, nullable: true })
  readonly cancelledReason!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was recorded' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, row: ConsumptionTaxVoucher, language: Language): ConsumptionTaxVoucherDto {
    return {
      id: publicId('consumptionTaxVoucher', row.id),
      orderId: row.orderId === null ? null : publicId('order', row.orderId),
      orderLineNumber: row.orderLineNumber,
      invoiceId: row.invoiceId === null ? null : publicId('invoice', row.invoiceId),
      state: row.state,
      allowedActions: row.isUsed ? [] : VOUCHER_MACHINE.allowedActions(row.state),
      kind: row.kind,
      voucherNumber: row.voucherNumber,
      splitOf: row.splitOf,
      issuer: row.issuer,
      issuedOn: row.issuedOn,
      supplier: { name: row.supplierName, taxNumber: row.supplierTaxNumber },
      buyer: { name: row.buyerName, taxNumber: row.buyerTaxNumber },
      hsCode: row.hsCode,
      goodsName: row.goodsName,
      quantity: row.quantity.toFixed(),
      unit: row.unit,
      taxableAmount: row.taxable.toJSON(),
      rate: row.rate?.toFixed() ?? null,
      amountPerUnit: row.amountPerUnit?.toFixed() ?? null,
      tax: row.tax.toJSON(),
      claimedQuantity: row.takenQuantity.toFixed(),
      claimedTax: fen(row.takenTaxMinor.toString()),
      findings: row.findings.map(({ pointer, rule, detail }) => ({ pointer, rule, message: told(detail, language) })),
      cancelledReason: row.cancelledReason,
      ...stampsOf(row),
    };
  }
}

export const ConsumptionTaxVoucherPageDto = PageOf(ConsumptionTaxVoucherDto);
