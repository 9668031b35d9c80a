import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import {
  VOUCHER_KINDS,
  VOUCHER_STATES,
  type VoucherInput,
  type VoucherKind,
} from '../../domain/consumption-tax-voucher.js';
import { InvoicePartyDto, TAX_NUMBER } from './invoice-fields.js';

/** The fields of a paper, as they are given and shown. */
export const VOUCHER = {
  kind: {
    description:
      'payment_certificate: 消费税专用缴款书; export_certificate: 税收缴款书（出口货物劳务专用）; split_certificate: 出口货物完税分割单',
  },
  number: {
    description: '缴款书或分割单号码: 8 to 32 digits and capital letters, as printed',
    pattern: /^[0-9A-Z]{8,32}$/,
    max: 32,
    example: '333021260900000123',
  },
  splitOf: {
    description: 'Of a 分割单: the number of the paper that it was split from',
    pattern: /^[0-9A-Z]{8,32}$/,
    max: 32,
    example: '333021260900000120',
  },
  issuer: { description: 'The tax office (征收机关)', max: 200, example: '国家税务总局宁波市鄞州区税务局' },
  taxable: { description: '计税金额; zero where goods are taxed by quantity alone', currency: 'CNY' },
  rate: { description: '从价: rate as a fraction', places: 6, example: '0.2' },
  amountPerUnit: { description: '从量: CNY for each of the unit', places: 6, example: '1' },
  tax: {
    description: '实缴税额: base × rate + quantity × amount for each unit, one fen more or less',
    currency: 'CNY',
  },
};
const ORDER_LINE = {
  description: "The order's line that these goods are for; without it the HS code decides",
  min: 1,
  max: 1_000,
  example: 1,
};

/** A paper of consumption tax as it is printed. */
export class ConsumptionTaxVoucherRequest {
  @IdField({ description: 'The order whose goods it is for; may be given later', kind: 'order', optional: true })
  orderId?: string;

  @IdField({
    description: 'The VAT invoice of the same purchase: held against it, and of its order where none is given',
    kind: 'invoice',
    optional: true,
  })
  invoiceId?: string;

  @IntegerField({ ...ORDER_LINE, optional: true })
  orderLineNumber?: number;

  @EnumField({ ...VOUCHER.kind, values: VOUCHER_KINDS, example: 'payment_certificate' })
  kind!: VoucherKind;

  @TextField(VOUCHER.number)
  voucherNumber!: string;

  @TextField({ ...VOUCHER.splitOf, optional: true })
  splitOf?: string;

  @TextField(VOUCHER.issuer)
  issuer!: string;

  @DateField({ description: 'Day of issue', example: '2026-11-11' })
  issuedOn!: string;

  @ObjectField(() => InvoicePartyDto, { description: 'Who paid the tax (纳税人)' })
  supplier!: InvoicePartyDto;

  @ObjectField(() => InvoicePartyDto, { description: 'Who bought the goods, and exports them (购货企业)' })
  buyer!: InvoicePartyDto;

  @TextField({ description: '10 digits, as declared', pattern: /^\d{10}$/, max: 10, example: '2208300000' })
  hsCode!: string;

  @TextField({ description: 'As printed (品目名称)', max: 200, example: '威士忌酒' })
  goodsName!: string;

  @DecimalField({ description: 'How many of the unit (计税数量)', places: 8, example: '1000' })
  quantity!: string;

  @TextField({
    description: 'Code of the customs unit table; one of the three units of the declaration',
    pattern: /^\d{3}$/,
    max: 3,
    example: '035',
  })
  unit!: string;

  @MoneyField(VOUCHER.taxable)
  taxableAmount!: MoneyDto;

  @DecimalField({ ...VOUCHER.rate, optional: true })
  rate?: string;

  @DecimalField({ ...VOUCHER.amountPerUnit, optional: true })
  amountPerUnit?: string;

  @MoneyField(VOUCHER.tax)
  tax!: MoneyDto;

  toInput(): VoucherInput {
    const { kind, voucherNumber, issuer, issuedOn, supplier, buyer, hsCode, goodsName, unit } = this;
    return {
      ...{ kind, voucherNumber, issuer, issuedOn, supplier, buyer, hsCode, goodsName, unit },
      splitOf: this.splitOf ?? null,
      orderLineNumber: this.orderLineNumber ?? null,
      quantity: new Decimal(this.quantity),
      taxable: Money.fromJSON(this.taxableAmount),
      tax: Money.fromJSON(this.tax),
      rate: this.rate === undefined ? null : new Decimal(this.rate),
      amountPerUnit: this.amountPerUnit === undefined ? null : new Decimal(this.amountPerUnit),
    };
  }
}

export class VoucherAssignmentRequest {
  @IdField({ description: 'The order whose goods it is for', kind: 'order' })
  orderId!: string;

  @IntegerField({ ...ORDER_LINE, optional: true })
  orderLineNumber?: number;
}

export class VoucherCancellationRequest {
  @TextField({ description: 'Why: entered wrongly, split', max: 500, example: 'Split in two' })
  reason!: string;
}

export class ConsumptionTaxWaiverRequest {
  @TextField({ description: 'Why consumption tax is not claimed', max: 200, example: 'The wholesaler has no 分割单' })
  reason!: string;
}

export class ConsumptionTaxVouchersQuery extends DatedPageQuery {
  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;

  @IdField({ description: 'Of the purchase of this invoice', kind: 'invoice', optional: true })
  invoiceId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 100,
    example: 'recorded',
    pattern: wordsPattern(VOUCHER_STATES),
  })
  state?: string;

  @TextField({ ...VOUCHER.number, optional: true })
  voucherNumber?: string;

  @TextField({ ...TAX_NUMBER, description: 'Tax number of who paid the tax', optional: true })
  supplierTaxNumber?: string;
}
