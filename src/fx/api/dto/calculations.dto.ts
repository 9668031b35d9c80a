import { CURRENCIES } from '../../../kernel/currency.js';
import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import { DecimalField, EnumField, MoneyDto, MoneyField, ObjectField } from '../../../platform/http/fields.js';
import { type BoardConversion, type BoardPrice, type BoardQuote } from '../../domain/board-conversion.js';

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
