import { CURRENCIES } from '../../../kernel/currency.js';
import { type DayBasis } from '../../../kernel/day-basis.js';
import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import { DayBasisField } from '../../../platform/http/day-basis.field.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
} from '../../../platform/http/fields.js';
import { type BoardConversion, type BoardPrice, type BoardQuote } from '../../domain/conversions/board-conversion.js';
import { type ForwardTerms } from '../../domain/forwards/forward-rate.js';
import { SMALL_SELLER_STATUSES, type SmallSellerStatus } from '../../domain/safe/small-seller-status.js';
import {
  type EnterpriseClass,
  TRADE_CREDIT_TYPES,
  type TradeCredit,
  type TradeCreditType,
} from '../../domain/safe/trade-credit-reports.js';

export class BoardQuoteDto {
  @EnumField({ description: 'What the prices are in: the currency of the answer', values: CURRENCIES, example: 'CNY' })
  currency!: string;

  @DecimalField({ description: 'Foreign units that a price is for; default 100', optional: true, example: '100' })
  unit?: string;

  @DecimalField({ description: '现汇买入价', optional: true, example: '708.27' })
  spotBuy?: string;

  @DecimalField({ description: '现钞买入价', optional: true })
  cashBuy?: string;

  @DecimalField({ description: '现汇卖出价', optional: true })
  spotSell?: string;

  @DecimalField({ description: '现钞卖出价', optional: true })
  cashSell?: string;

  toQuote(): BoardQuote {
    return {
      currency: this.currency,
      unit: decimalOf(this.unit),
      spotBuy: decimalOf(this.spotBuy),
      cashBuy: decimalOf(this.cashBuy),
      spotSell: decimalOf(this.spotSell),
      cashSell: decimalOf(this.cashSell),
    };
  }
}

export class BoardConversionRequest {
  @MoneyField({ description: 'The foreign currency' })
  amount!: MoneyDto;

  @EnumField({ description: 'What the customer does with it: `sell` 结汇, `buy` 购汇', values: ['sell', 'buy'] })
  side!: 'sell' | 'buy';

  @EnumField({
    description: '`telegraphic` 现汇 (default) or `notes` 现钞',
    values: ['telegraphic', 'notes'],
    optional: true,
  })
  form?: 'telegraphic' | 'notes';

  @ObjectField(() => BoardQuoteDto, {
    description: "The bank's board, as the bank sees it; the price needed is required",
  })
  quote!: BoardQuoteDto;

  toConversion(): BoardConversion {
    return { amount: moneyOf(this.amount), side: this.side, form: this.form, quote: this.quote.toQuote() };
  }
}

export class BoardConversionDto extends CalculationDto {
  @MoneyField({ description: 'In the currency of the quote' })
  converted!: MoneyDto;

  @DecimalField({ description: 'As quoted' })
  rateUsed!: string;

  @EnumField({ description: 'Which price', values: ['spotBuy', 'cashBuy', 'spotSell', 'cashSell'] })
  rateName!: BoardPrice;
}

export class ForwardRateRequest {
  @DecimalField({ description: 'Quote currency per one unit of base currency', example: '7.1' })
  spot!: string;

  @EnumField({ description: 'ISO 4217', values: CURRENCIES, example: 'USD' })
  baseCurrency!: string;

  @EnumField({ description: 'ISO 4217', values: CURRENCIES, example: 'CNY' })
  quoteCurrency!: string;

  @DecimalField({ description: 'Per year, as a fraction; may be negative', negative: true, example: '0.0475' })
  baseRate!: string;

  @DecimalField({ description: 'Per year, as a fraction; may be negative', negative: true, example: '0.0165' })
  quoteRate!: string;

  @IntegerField({ description: 'Days to the value date', max: 100_000, example: 91 })
  days!: number;

  @DayBasisField({ description: 'Default 365 for GBP and HKD, else 360', optional: true })
  baseDayBasis?: DayBasis;

  @DayBasisField({ description: 'Default 365 for GBP and HKD, else 360', optional: true })
  quoteDayBasis?: DayBasis;

  toTerms(): ForwardTerms {
    return {
      spot: decimalOf(this.spot),
      baseCurrency: this.baseCurrency,
      quoteCurrency: this.quoteCurrency,
      baseRate: decimalOf(this.baseRate),
      quoteRate: decimalOf(this.quoteRate),
      days: this.days,
      baseDayBasis: this.baseDayBasis,
      quoteDayBasis: this.quoteDayBasis,
    };
  }
}

export class ForwardRateDto extends CalculationDto {
  @DecimalField({ description: 'Eight decimals' })
  forwardRate!: string;

  @DecimalField({ description: 'Forward − spot', negative: true })
  swapPoints!: string;
}

export class TradeCreditDto {
  @EnumField({ description: 'What was paid or shipped apart in time', values: TRADE_CREDIT_TYPES })
  type!: TradeCreditType;

  @IntegerField({ description: 'Days between payment and shipment', max: 100_000, example: 31 })
  days!: number;

  @DateField({ description: 'Day of the payment or shipment to report', optional: true, example: '2026-04-01' })
  occurredOn?: string;

  @MoneyField({ description: 'USD; required for `offshore_resale`', optional: true })
  amount?: MoneyDto;

  toCredit(): TradeCredit {
    return { type: this.type, days: this.days, occurredOn: this.occurredOn, amount: moneyOf(this.amount) };
  }
}

export class TradeCreditReportsRequest {
  @EnumField({ description: 'Class of the enterprise with SAFE', values: ['A', 'B', 'C'] })
  enterpriseClass!: EnterpriseClass;

  @ListField(() => TradeCreditDto, { description: 'Advances, deferrals and the like', min: 1 })
  items!: TradeCreditDto[];
}

export class TradeCreditReportDto {
  @BooleanField({ description: 'Whether SAFE must be told' })
  reportRequired!: boolean;

  @DateField({ description: 'By this day; null where none is due or the day is not known', nullable: true })
  reportBy!: string | null;
}

export class TradeCreditReportsDto extends CalculationDto {
  @ListField(() => TradeCreditReportDto, { description: 'In the order of the request' })
  items!: TradeCreditReportDto[];
}

export class SmallSellerRequest {
  @MoneyField({ description: 'Receipts and payments of the year, USD' })
  annualTrade!: MoneyDto;
}

export class SmallSellerDto extends CalculationDto {
  @EnumField({ description: 'Whether registration (名录) is needed', values: SMALL_SELLER_STATUSES })
  status!: SmallSellerStatus['status'];
}
