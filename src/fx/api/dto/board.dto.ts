import { DecimalField, InstantField, ListField, TextField } from '../../../platform/http/fields.js';
import { type KnownBoard } from '../../application/conversions/board.js';

export class BoardLineDto {
  @TextField({ description: 'ISO 4217 code', min: 3, max: 3, example: 'USD' })
  currency!: string;

  @DecimalField({ description: 'So many units cost the prices', example: '100' })
  unit!: string;

  @DecimalField({ description: '现汇买入: who sells money on account gets it, CNY', example: '708.12' })
  spotBuy!: string;

  @DecimalField({ description: '现钞买入: who sells notes gets it, CNY', example: '702.36' })
  cashBuy!: string;

  @DecimalField({ description: '现汇卖出: who buys money on account pays it, CNY', example: '711.10' })
  spotSell!: string;

  @DecimalField({ description: '现钞卖出: who buys notes pays it, CNY', example: '711.10' })
  cashSell!: string;
}

export class BoardDto {
  @InstantField({ description: 'Time of the board, as the bank says', example: '2026-11-24T08:00:00.000Z' })
  asOf!: string;

  @InstantField({ description: 'When it was fetched', example: '2026-11-24T08:00:01.000Z' })
  fetchedAt!: string;

  @ListField(() => BoardLineDto, { description: 'Prices, by currency', max: 200 })
  quotes!: BoardLineDto[];

  static from(this: void, { asOf, lines }: KnownBoard, fetchedAt: Date): BoardDto {
    return {
      asOf: (asOf ?? fetchedAt).toISOString(),
      fetchedAt: fetchedAt.toISOString(),
      quotes: lines.map((line) => ({
        currency: line.currency,
        unit: line.unit.toFixed(),
        spotBuy: line.spotBuy.toFixed(),
        cashBuy: line.cashBuy.toFixed(),
        spotSell: line.spotSell.toFixed(),
        cashSell: line.cashSell.toFixed(),
      })),
    };
  }
}
