import { Decimal } from '../../kernel/decimal.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';

/** What a bank said of a currency last on one day. */
export interface DayRate {
  readonly currency: string;
  readonly quotedOn: LocalDate;
  readonly unit: Decimal;
  readonly spotBuy: Decimal;
  readonly spotSell: Decimal;
  readonly asOf: Date;
}

interface Prices {
  readonly asOf: string;
  readonly lines: readonly {
    readonly currency: string;
    readonly unit: Decimal;
    readonly spotBuy: Decimal;
    readonly spotSell: Decimal;
  }[];
}

const KEEP = `
  INSERT INTO fx.day_rate (tenant_id, currency, quoted_on, unit, spot_buy, spot_sell, as_of)
  SELECT $1, p.currency, $2, p.unit, p.spot_buy, p.spot_sell, $3
  FROM jsonb_to_recordset($4::jsonb) AS p (currency char(3), unit numeric, spot_buy numeric, spot_sell numeric)
  ORDER BY p.currency
  ON CONFLICT (tenant_id, currency, quoted_on) DO UPDATE
    SET unit = EXCLUDED.unit, spot_buy = EXCLUDED.spot_buy, spot_sell = EXCLUDED.spot_sell, as_of = EXCLUDED.as_of
    WHERE fx.day_rate.as_of <= EXCLUDED.as_of`;

const LAST_WITHIN = `
  SELECT DISTINCT ON (currency) currency, quoted_on::text, unit, spot_buy, spot_sell, as_of FROM fx.day_rate
  WHERE tenant_id = $1 AND quoted_on BETWEEN $2 AND $3 ORDER BY currency, quoted_on DESC`;

/** Keeps the last prices of the day, beside those of the days before. */
export async function keepDayRates(tx: Tx, { asOf, lines }: Prices): Promise<void> {
  const rows = lines.map(({ currency, unit, spotBuy, spotSell }) => ({
    currency,
    unit: unit.toFixed(),
    spot_buy: spotBuy.toFixed(),
    spot_sell: spotSell.toFixed(),
  }));
  await tx.query(KEEP, [tx.tenantId, dateInZone(tx.now, CHINA), asOf, JSON.stringify(rows)]);
}

/** The last prices of each currency within some days. */
export async function lastRatesWithin(view: View, from: LocalDate, to: LocalDate): Promise<DayRate[]> {
  interface Row {
    readonly currency: string;
    readonly quoted_on: LocalDate;
    readonly unit: string;
    readonly spot_buy: string;
    readonly spot_sell: string;
    readonly as_of: Date;
  }
  const rows = await view.query<Row>(LAST_WITHIN, [view.tenantId, from, to]);
  return rows.map((row) => ({
    currency: row.currency,
    quotedOn: row.quoted_on,
    unit: new Decimal(row.unit),
    spotBuy: new Decimal(row.spot_buy),
    spotSell: new Decimal(row.spot_sell),
    asOf: row.as_of,
  }));
}
