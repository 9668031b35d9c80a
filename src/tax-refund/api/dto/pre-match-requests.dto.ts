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
import { bound } from '../../../platform/usage/bounds.js';
import { type DraftExport, type DraftLine } from '../../application/pre-matching.service.js';
import { INVOICE_KINDS, type InvoiceKind } from '../../domain/invoice-input.js';
import { type InvoiceLine } from '../../domain/match-facts.js';
import { type Regime, REGIMES } from '../../domain/regime.js';
import { FX_RATE, InvoicePartyDto, KIND, TAX_NUMBER } from './invoice-fields.js';

const LINES_MAX = bound({
  name: 'tax_refund.pre_match_lines',
  max: 1_000,
  per: 'request',
  unit: 'items',
  title: { en: 'Lines of a planned export', zh: '拟出口商品行' },
});
const UNIT = { pattern: /^\d{3}$/, min: 3, max: 3, example: '001' };
const HS = { pattern: /^\d{10}$/, min: 10, max: 10, example: '8516609000' };

export class CountDto {
  @DecimalField({ description: 'How many', places: 8, example: '1000' })
  readonly quantity!: string;

  @TextField({ ...UNIT, description: 'Code of the customs unit table' })
  readonly unit!: string;
}

export class PlannedLineRequest {
  @TextField({ ...HS, description: 'The code it will be declared under' })
  readonly hsCode!: string;

  @TextField({ description: 'The name it will be declared by', example: '电烤箱' })
  readonly goodsName!: string;

  @ListField(() => CountDto, {
    description: 'As it will be declared: transaction unit, then the legal ones',
    min: 1,
    max: 3,
  })
  readonly quantities!: CountDto[];

  @MoneyField({ description: 'FOB value' })
  readonly fob!: MoneyDto;

  @MoneyField({ description: 'What it is bought for, without VAT', currency: 'CNY', optional: true })
  readonly purchaseExVat?: MoneyDto;

  @DecimalField({ description: 'VAT rate as a fraction; left out: 0.13', places: 4, optional: true, example: '0.13' })
  readonly vatRate?: string;

  @TextField({ description: '境内货源地', pattern: /^\d{5}$/, min: 5, max: 5, optional: true, example: '33029' })
  readonly sourceDistrict?: string;

  toLine(index: number): DraftLine {
    const { hsCode, goodsName, quantities, fob, purchaseExVat, vatRate, sourceDistrict = null } = this;
    return {
      ...{ lineNumber: index + 1, hsCode, goodsName, sourceDistrict },
      quantities: quantities.map(({ quantity, unit }) => ({ quantity: new Decimal(quantity), unit })),
      fob: Money.fromJSON(fob),
      purchase: purchaseExVat === undefined ? null : Money.fromJSON(purchaseExVat),
      vatRate: vatRate === undefined ? null : new Decimal(vatRate),
    };
  }
}

/** A line of an invoice that is drafted: nothing of it has to be issued. */
export class DraftInvoiceLineRequest {
  @EnumField({ ...KIND, optional: true, values: INVOICE_KINDS, example: 'special' })
  readonly kind?: InvoiceKind;

  @TextField({ description: 'What you call it', max: 20, optional: true, example: 'DRAFT-1' })
  readonly invoiceNumber?: string;

  @IntegerField({
    description: 'The planned line it is for; without it the code decides',
    min: 1,
    max: 1_000,
    optional: true,
  })
  readonly orderLineNumber?: number;

  @TextField({ ...TAX_NUMBER, description: '销售方纳税人识别号' })
  readonly sellerTaxNumber!: string;

  @TextField({ ...TAX_NUMBER, description: '购买方纳税人识别号', example: '91330200MA2AEFJN86' })
  readonly buyerTaxNumber!: string;

  @TextField({ ...HS, description: 'The code of its goods' })
  readonly hsCode!: string;

  @TextField({ description: 'As it would be printed', example: '*家用电器*电烤箱' })
  readonly goodsName!: string;

  @DecimalField({ description: 'How many of the unit', places: 8, example: '1000' })
  readonly quantity!: string;

  @TextField({ ...UNIT, description: 'Code of the customs unit table' })
  readonly unit!: string;

  @MoneyField({ description: '金额, without VAT', currency: 'CNY' })
  readonly amountExVat!: MoneyDto;

  @DecimalField({ description: 'VAT rate as a fraction', places: 4, example: '0.13' })
  readonly vatRate!: string;

  @DecimalField({ ...FX_RATE, optional: true })
  readonly fxRate?: string;

  toLine(index: number, today: string): InvoiceLine {
    const { kind = 'special', invoiceNumber = `DRAFT-${index + 1}`, orderLineNumber = null, fxRate } = this;
    const { sellerTaxNumber, buyerTaxNumber, hsCode, goodsName, unit } = this;
    const [quantity, amount] = [new Decimal(this.quantity), Money.fromJSON(this.amountExVat)];
    return {
      ...{
        id: `draft-${index}`,
        invoiceId: `draft-${index}`,
        kind,
        invoiceNumber,
        issuedOn: today,
        lineNumber: index + 1,
        orderLineNumber,
      },
      ...{ sellerTaxNumber, buyerTaxNumber, hsCode, goodsName, unit, quantity, amount },
      ...{ freeQuantity: quantity, freeAmount: amount, vatRate: new Decimal(this.vatRate) },
      fxRate: fxRate === undefined ? null : new Decimal(fxRate),
    };
  }
}

/** An export that is planned. */
export class PlannedExportRequest {
  @EnumField({ description: '免退税, 免抵退税, 代办退税', values: REGIMES, example: 'trading' })
  readonly regime!: Regime;

  @TextField({
    ...TAX_NUMBER,
    description: 'Tax number of the exporter, who gets the refund',
    example: '91330200MA2AEFJN86',
  })
  readonly exporterTaxNumber!: string;

  @ObjectField(() => InvoicePartyDto, {
    description: 'Who the invoice is made out to: the exporter, or of agency the one who files',
    optional: true,
  })
  readonly invoiceBuyer?: InvoicePartyDto;

  @TextField({ description: '监管方式', pattern: /^\d{4}$/, min: 4, max: 4, example: '0110' })
  readonly supervisionMode!: string;

  @DecimalField({ description: 'CNY per 1 unit of the currency', optional: true, example: '7.0827' })
  readonly fxRate?: string;

  @ListField(() => PlannedLineRequest, { description: 'The lines as they will be declared', min: 1, max: LINES_MAX })
  readonly lines!: PlannedLineRequest[];
}

/** An order, or a draft of one, and the invoices that are drafted for it. */
export class PreMatchRequest {
  @IdField({ kind: 'order', description: 'The order, with the invoices that it has; or `draft`', optional: true })
  readonly orderId?: string;

  @ObjectField(() => PlannedExportRequest, {
    description: 'An export that is not entered here; or `orderId`',
    optional: true,
  })
  readonly draft?: PlannedExportRequest;

  @ListField(() => DraftInvoiceLineRequest, {
    description: 'Lines of invoices before they are issued',
    max: LINES_MAX,
    optional: true,
  })
  readonly invoiceLines?: DraftInvoiceLineRequest[];

  @DateField({ description: 'When it is planned to leave; left out: today', optional: true, example: '2026-12-10' })
  readonly exportDate?: string;

  drafts(today: string): InvoiceLine[] {
    return (this.invoiceLines ?? []).map((line, index) => line.toLine(index, today));
  }

  toDraft({ regime, exporterTaxNumber, invoiceBuyer, ...draft }: PlannedExportRequest, today: string): DraftExport {
    return {
      ...{ regime, exporterTaxNumber, supervisionMode: draft.supervisionMode, exportDate: this.exportDate ?? null },
      invoiceBuyer: invoiceBuyer ?? null,
      fxRate: draft.fxRate === undefined ? null : new Decimal(draft.fxRate),
      lines: draft.lines.map((line, index) => line.toLine(index)),
      invoiceLines: this.drafts(today),
    };
  }
}
