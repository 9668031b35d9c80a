import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import { DateField, DecimalField, ListField, MoneyDto, MoneyField } from '../../../platform/http/fields.js';
import { type AgencyItem } from '../../domain/agency-refund.js';
import { type ManufacturerPeriod, type RateGroup } from '../../domain/manufacturer-refund.js';
import { type ExportToRefund } from '../../domain/refund-deadlines.js';
import { type TradingItem } from '../../domain/trading-refund.js';

const VAT_RATE = { description: 'VAT rate as a fraction', example: '0.13' };
const REFUND_RATE = { description: 'Export refund rate as a fraction', example: '0.09' };
const FX_RATE = {
  description: 'CNY per one unit of the currency of `fob`; required unless that is CNY',
  optional: true,
};

export class TradingItemDto {
  @MoneyField({ description: '金额 of the invoice, CNY; this or `purchaseAmountInclVat`', optional: true })
  purchaseAmountExVat?: MoneyDto;

  @MoneyField({ description: '价税合计 of the invoice, CNY; this or `purchaseAmountExVat`', optional: true })
  purchaseAmountInclVat?: MoneyDto;

  @DecimalField({ ...VAT_RATE, description: 'VAT rate printed on the invoice, as a fraction' })
  vatRate!: string;

  @DecimalField({ ...REFUND_RATE, description: 'Refund rate of the goods; the lower of both rates counts' })
  refundRate!: string;

  @MoneyField({ description: 'Consumption tax on the payment certificate, CNY', optional: true })
  consumptionTaxPaid?: MoneyDto;

  @DecimalField({ description: 'What the invoice covers; with `exportedQuantity`', optional: true })
  purchasedQuantity?: string;

  @DecimalField({ description: 'What of it was exported; at most `purchasedQuantity`', optional: true })
  exportedQuantity?: string;

  toItem(): TradingItem {
    return {
      purchaseAmountExVat: moneyOf(this.purchaseAmountExVat),
      purchaseAmountInclVat: moneyOf(this.purchaseAmountInclVat),
      vatRate: decimalOf(this.vatRate),
      refundRate: decimalOf(this.refundRate),
      consumptionTaxPaid: moneyOf(this.consumptionTaxPaid),
      purchasedQuantity: decimalOf(this.purchasedQuantity),
      exportedQuantity: decimalOf(this.exportedQuantity),
    };
  }
}

export class TradingRefundRequest {
  @ListField(() => TradingItemDto, { description: 'One per declaration item', min: 1 })
  items!: TradingItemDto[];
}

export class TradingResultDto {
  @MoneyField({ description: 'Purchase amount without VAT, of the exported share' })
  base!: MoneyDto;

  @DecimalField({ description: 'The lower of both rates', places: 15 })
  effectiveRate!: string;

  @MoneyField({ description: 'Refunded' })
  vatRefund!: MoneyDto;

  @MoneyField({ description: 'Not refunded: becomes cost' })
  nonRefundableVat!: MoneyDto;

  @MoneyField({ description: 'Consumption tax refunded' })
  consumptionTaxRefund!: MoneyDto;
}

export class TradingRefundDto extends CalculationDto {
  @ListField(() => TradingResultDto, { description: 'In the order of the request' })
  items!: TradingResultDto[];

  @MoneyField({ description: 'Sum over the items' })
  vatRefund!: MoneyDto;

  @MoneyField({ description: 'Sum over the items' })
  nonRefundableVat!: MoneyDto;

  @MoneyField({ description: 'Sum over the items' })
  consumptionTaxRefund!: MoneyDto;
}

export class RateGroupDto {
  @MoneyField({ description: 'Export value (FOB), any currency' })
  fob!: MoneyDto;

  @DecimalField({ ...FX_RATE, example: '7.0827' })
  fxRate?: string;

  @DecimalField(VAT_RATE)
  vatRate!: string;

  @DecimalField({ ...REFUND_RATE, description: 'Above zero, at most the VAT rate' })
  refundRate!: string;

  @MoneyField({ description: '进料加工: value of duty-free material in the goods, CNY; default 0', optional: true })
  bondedMaterialValue?: MoneyDto;

  toGroup(): RateGroup {
    return {
      fob: moneyOf(this.fob),
      fxRate: decimalOf(this.fxRate),
      vatRate: decimalOf(this.vatRate),
      refundRate: decimalOf(this.refundRate),
      bondedMaterialValue: moneyOf(this.bondedMaterialValue),
    };
  }
}

export class ManufacturerRefundRequest {
  @ListField(() => RateGroupDto, { description: 'One per pair of rates', min: 1 })
  rateGroups!: RateGroupDto[];

  @MoneyField({ description: 'Output VAT of domestic sales in the period, CNY' })
  domesticOutputVat!: MoneyDto;

  @MoneyField({ description: 'Input VAT of the period, CNY' })
  inputVat!: MoneyDto;

  @MoneyField({ description: '上期留抵税额, CNY; default 0', optional: true })
  carryForwardCredit?: MoneyDto;

  toPeriod(): ManufacturerPeriod {
    return {
      rateGroups: this.rateGroups.map((group) => group.toGroup()),
      domesticOutputVat: moneyOf(this.domesticOutputVat),
      inputVat: moneyOf(this.inputVat),
      carryForwardCredit: moneyOf(this.carryForwardCredit),
    };
  }
}

export class RateGroupResultDto {
  @MoneyField({ description: 'Export value in CNY' })
  fobCny!: MoneyDto;

  @MoneyField({ description: '不得免征和抵扣税额 of the group' })
  nonDeductibleVat!: MoneyDto;

  @MoneyField({ description: '免抵退税额 of the group' })
  exemptCreditRefund!: MoneyDto;
}

export class ManufacturerRefundDto extends CalculationDto {
  @ListField(() => RateGroupResultDto, { description: 'In the order of the request' })
  rateGroups!: RateGroupResultDto[];

  @MoneyField({ description: '当期不得免征和抵扣税额, already reduced for bonded material' })
  nonDeductibleVat!: MoneyDto;

  @MoneyField({ description: '不得免征和抵扣税额抵减额' })
  nonDeductibleReduction!: MoneyDto;

  @MoneyField({ description: '当期应纳税额; negative where credit is left', negative: true })
  netVat!: MoneyDto;

  @MoneyField({ description: 'To be paid' })
  vatPayable!: MoneyDto;

  @MoneyField({ description: '期末留抵税额' })
  endingCredit!: MoneyDto;

  @MoneyField({ description: '免抵退税额, already reduced: the ceiling of the refund' })
  exemptCreditRefund!: MoneyDto;

  @MoneyField({ description: '免抵退税额抵减额' })
  exemptCreditRefundReduction!: MoneyDto;

  @MoneyField({ description: '应退税额' })
  refund!: MoneyDto;

  @MoneyField({ description: '免抵税额' })
  exemptCredit!: MoneyDto;

  @MoneyField({ description: '结转下期留抵税额' })
  carryForward!: MoneyDto;
}

export class AgencyItemDto {
  @MoneyField({ description: 'Export value (FOB), any currency' })
  fob!: MoneyDto;

  @DecimalField({ ...FX_RATE, example: '7.0827' })
  fxRate?: string;

  @DecimalField(VAT_RATE)
  vatRate!: string;

  @DecimalField({ ...REFUND_RATE, description: 'At most the VAT rate' })
  refundRate!: string;

  toItem(): AgencyItem {
    return {
      fob: moneyOf(this.fob),
      fxRate: decimalOf(this.fxRate),
      vatRate: decimalOf(this.vatRate),
      refundRate: decimalOf(this.refundRate),
    };
  }
}

export class AgencyRefundRequest {
  @ListField(() => AgencyItemDto, { description: 'One per declaration item', min: 1 })
  items!: AgencyItemDto[];
}

export class AgencyResultDto {
  @MoneyField({ description: '金额 of the invoice 代办退税专用: the FOB value itself' })
  invoiceAmount!: MoneyDto;

  @MoneyField({ description: '税额 of that invoice' })
  invoiceTax!: MoneyDto;

  @MoneyField({ description: 'To the manufacturer' })
  refund!: MoneyDto;
}

export class AgencyRefundDto extends CalculationDto {
  @ListField(() => AgencyResultDto, { description: 'In the order of the request' })
  items!: AgencyResultDto[];

  @MoneyField({ description: 'Sum over the items' })
  invoiceAmount!: MoneyDto;

  @MoneyField({ description: 'Sum over the items' })
  invoiceTax!: MoneyDto;

  @MoneyField({ description: 'Sum over the items' })
  refund!: MoneyDto;
}

export class DeadlinesRequest {
  @DateField({ description: 'Export date printed on the declaration', example: '2026-05-31' })
  exportDate!: string;

  @DateField({ description: 'Last collection date of the contract', optional: true, nullable: true })
  contractFinalCollection?: string | null;

  toExport(): ExportToRefund {
    return { exportDate: this.exportDate, contractFinalCollection: this.contractFinalCollection };
  }
}

export class DeadlinesDto extends CalculationDto {
  @DateField({ description: 'Collection is due by this day' })
  collectBy!: string;

  @DateField({ description: 'Last day of the regular filing window' })
  fileBy!: string;

  @DateField({ description: 'Last day on which filing is possible; null for exports before 2026', nullable: true })
  filingExpiresOn!: string | null;

  @DateField({ description: 'From this day the sale is deemed domestic; null for exports before 2026', nullable: true })
  deemedDomesticOn!: string | null;
}
