import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type View } from '../../../platform/database/session.js';
import { type Quotation } from '../../domain/rates/quotation.js';

/** A line of a board that was fetched once; its `rate` is the middle of the two prices for money on account. */
export interface BoardQuotation extends Quotation {
  readonly spotBuy: Decimal;
  readonly spotSell: Decimal;
  readonly asOf: Date;
  readonly fetchedAt: Date;
}

interface HistoryRow {
  readonly currency: string;
  readonly as_of: Date;
  readonly fetched_at: Date;
  readonly unit: string;
  readonly spot_buy: string;
  readonly spot_sell: string;
}

const COLUMNS = 'currency, as_of, fetched_at, unit, spot_buy, spot_sell';

const AT = `
  SELECT DISTINCT ON (currency) ${COLUMNS} FROM fx.board_history
  WHERE tenant_id = $1 AND currency = ANY($2::char(3)[]) AND as_of <= $3 ORDER BY currency, as_of DESC`;

/** Boards that have all of the currencies, the newest first. */
const HISTORY = `
  WITH found AS (
    SELECT ${COLUMNS} FROM fx.board_history
    WHERE tenant_id = $1 AND currency = ANY($2::char(3)[]) AND as_of >= $3 AND as_of < $4
  ), boards AS (
    SELECT as_of FROM found GROUP BY as_of HAVING count(*) = $5 ORDER BY as_of DESC LIMIT $6
  )
  SELECT found.* FROM found JOIN boards USING (as_of) ORDER BY as_of DESC`;

/** The bank's boards, as they were fetched. */
@Injectable()
export class BoardRates {
  async at(view: View, currencies: readonly Currency[], at: Date): Promise<BoardQuotation[]> {
    return (await view.query<HistoryRow>(AT, [view.tenantId, [...currencies], at])).map(quotationOf);
  }

  /** @param span from, and up to but without */
  async history(
    view: View,
    currencies: readonly Currency[],
    { from, before, limit }: { readonly from: Date; readonly before: Date; readonly limit: number },
  ): Promise<BoardQuotation[]> {
    const values = [view.tenantId, [...currencies], from, before, currencies.length, limit];
    return (await view.query<HistoryRow>(HISTORY, values)).map(quotationOf);
  }
}

function quotationOf(row: HistoryRow): BoardQuotation {
  const [spotBuy, spotSell] = [new Decimal(row.spot_buy), new Decimal(row.spot_sell)];
  return {
    source: 'board',
    base: row.currency,
    quote: 'CNY',
    unit: new Decimal(row.unit),
    direction: 'direct',
    rate: spotBuy.plus(spotSell).div(2),
    spotBuy,
    spotSell,
    asOf: row.as_of,
    fetchedAt: row.fetched_at,
  };
}
