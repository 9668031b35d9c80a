import { Injectable } from '@nestjs/common';

import { Decimal } from '../../../kernel/decimal.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { rateSource } from '../../domain/rates/rate-source.js';
import { refreshBoard } from '../../jobs/fx.job.js';
import { keepDayRates } from '../../entities/day-rates.table.js';
import { type BankBoard, type BoardLine } from '../../partners/bank.port.js';

/** The bank's board as it was last fetched. */
export interface KnownBoard {
  /** As the bank says. */
  readonly asOf: Date | null;
  readonly fetchedAt: Date | null;
  readonly lines: readonly (BoardLine & { readonly asOf: Date })[];
}

interface BoardRow {
  readonly fetched_at: Date | null;
  readonly as_of: Date | null;
  readonly currency: string | null;
  readonly unit: string;
  readonly spot_buy: string;
  readonly cash_buy: string;
  readonly spot_sell: string;
  readonly cash_sell: string;
  readonly price_as_of: Date;
}

/** A currency that the latest board no longer has is no longer quoted. */
const READ = `
  SELECT b.fetched_at, b.as_of, p.currency, p.unit, p.spot_buy, p.cash_buy, p.spot_sell, p.cash_sell, p.as_of AS price_as_of
  FROM fx.board b LEFT JOIN fx.board_price p ON p.tenant_id = b.tenant_id AND p.as_of = b.as_of
  WHERE b.tenant_id = $1 ORDER BY p.currency`;

/** One request in five seconds, of the machine's own clock, however many ask. */
const REQUEST = `
  INSERT INTO fx.board (tenant_id, requested_at) VALUES ($1, now())
  ON CONFLICT (tenant_id) DO UPDATE SET requested_at = now() WHERE fx.board.requested_at < now() - interval '5 seconds'
  RETURNING tenant_id`;

const ROWS = `jsonb_to_recordset($4::jsonb) AS p (currency char(3), unit numeric, spot_buy numeric, cash_buy numeric,
  spot_sell numeric, cash_sell numeric)`;

/** As it stands, and as it will be asked for later. */
const RECORD = `
  WITH known AS (
    INSERT INTO fx.board (tenant_id, requested_at, fetched_at, as_of) VALUES ($1, now(), $2, $3)
    ON CONFLICT (tenant_id) DO UPDATE SET fetched_at = $2, as_of = $3
  ), history AS (
    INSERT INTO fx.board_history (tenant_id, currency, as_of, fetched_at, unit, spot_buy, cash_buy, spot_sell, cash_sell)
    SELECT $1, p.currency, $3, $2, p.unit, p.spot_buy, p.cash_buy, p.spot_sell, p.cash_sell FROM ${ROWS}
    ON CONFLICT (tenant_id, currency, as_of) DO UPDATE SET fetched_at = EXCLUDED.fetched_at
  )
  INSERT INTO fx.board_price (tenant_id, currency, unit, spot_buy, cash_buy, spot_sell, cash_sell, as_of)
  SELECT $1, p.currency, p.unit, p.spot_buy, p.cash_buy, p.spot_sell, p.cash_sell, $3
  FROM ${ROWS}
  ORDER BY p.currency
  ON CONFLICT (tenant_id, currency) DO UPDATE SET unit = EXCLUDED.unit, spot_buy = EXCLUDED.spot_buy,
    cash_buy = EXCLUDED.cash_buy, spot_sell = EXCLUDED.spot_sell, cash_sell = EXCLUDED.cash_sell, as_of = EXCLUDED.as_of`;

const MAX_AGE_SECONDS = rateSource('board').maxAgeSeconds;

const DISTRUST = `UPDATE fx.board SET fetched_at = NULL WHERE tenant_id = $1`;

/** The bank's board, kept beside the time it was fetched: the api quotes from it and never calls the bank. */
@Injectable()
export class Board {
  async read(view: View): Promise<KnownBoard> {
    const rows = await view.query<BoardRow>(READ, [view.tenantId]);
    const [first] = rows;
    return { asOf: first?.as_of ?? null, fetchedAt: first?.fetched_at ?? null, lines: rows.flatMap(lineOf) };
  }

  /** Fetched no longer ago than a board serves. */
  isFresh({ fetchedAt }: KnownBoard, now: Date): boolean {
    return fetchedAt !== null && ageSeconds(fetchedAt, now) <= MAX_AGE_SECONDS;
  }

  /** Has the board fetched while it still serves, so that a board in use does not go stale. */
  async keepFresh(tx: Tx, { fetchedAt }: KnownBoard): Promise<void> {
    if (fetchedAt !== null && ageSeconds(fetchedAt, tx.now) > MAX_AGE_SECONDS / 2) await this.request(tx);
  }

  /** Orders a new board from the bank, unless one was ordered just now. */
  async request(tx: Tx): Promise<void> {
    const ordered = await tx.query(REQUEST, [tx.tenantId]);
    if (ordered.length > 0) enqueue(tx, refreshBoard, {});
  }

  async record(tx: Tx, { asOf, lines }: BankBoard): Promise<void> {
    const rows = lines.map((line) => ({
      currency: line.currency,
      unit: line.unit.toFixed(),
      spot_buy: line.spotBuy.toFixed(),
      cash_buy: line.cashBuy.toFixed(),
      spot_sell: line.spotSell.toFixed(),
      cash_sell: line.cashSell.toFixed(),
    }));
    await tx.query(RECORD, [tx.tenantId, tx.now, asOf, JSON.stringify(rows)]);
    await keepDayRates(tx, { asOf, lines });
  }

  /** The bank no longer deals at these prices: nobody is quoted from them. */
  async distrust(tx: Tx): Promise<void> {
    await tx.query(DISTRUST, [tx.tenantId]);
  }

  /** How much of a currency one US dollar is worth, by the board however old; null where it does not say. */
  async perUsd(view: View, currency: string): Promise<Decimal | null> {
    const { lines } = await this.read(view);
    const price = (code: string): Decimal | null => {
      const line = lines.find((candidate) => candidate.currency === code);
      return code === 'CNY' ? new Decimal(1) : (line?.spotBuy.div(line.unit) ?? null);
    };
    const [dollar, other] = [price('USD'), price(currency)];
    return dollar === null || other === null ? null : dollar.div(other);
  }
}

function lineOf(row: BoardRow): KnownBoard['lines'][number][] {
  if (row.currency === null) return [];
  return [
    {
      currency: row.currency,
      unit: new Decimal(row.unit),
      spotBuy: new Decimal(row.spot_buy),
      cashBuy: new Decimal(row.cash_buy),
      spotSell: new Decimal(row.spot_sell),
      cashSell: new Decimal(row.cash_sell),
      asOf: row.price_as_of,
    },
  ];
}

function ageSeconds(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / 1_000;
}
