import { type Sentence } from '../../../kernel/sentence.js';
import { foreignOf, homePerUnit, type PublishedRate } from '../../domain/rates/quotation.js';
import { type PublishedSource, rateSource } from '../../domain/rates/rate-source.js';
import { SAY } from '../../domain/rates/rates.sentences.js';

/** The connection of the database's owner: rates for all tenants are the operator's business. */
export interface RatesOwner {
  query(sql: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** A rate and the line of the file that states it. */
export interface RateOfLine {
  readonly line: number;
  readonly rate: PublishedRate;
}

export interface RateLineFault {
  readonly line: number;
  readonly message: Sentence;
}

/** What recording came to, in rates. */
export interface RecordedRates {
  readonly added: number;
  /** On record already, as they are. */
  readonly unchanged: number;
}

const FAULTS_MAX = 100;

const STAGE = `
  CREATE TEMP TABLE staged_rate (
    line integer, base char(3), quote char(3), currency char(3), unit numeric, direction text, rate numeric, per_unit numeric,
    published_on date
  ) ON COMMIT DROP`;

const FILL = `
  INSERT INTO staged_rate
  SELECT r.line, r.base, r.quote, r.currency, r.unit, r.direction, r.rate, r."perUnit", r."publishedOn"
  FROM jsonb_to_recordset($1::jsonb) AS r (line integer, base char(3), quote char(3), currency char(3), unit numeric,
    direction text, rate numeric, "perUnit" numeric, "publishedOn" date)`;

const TWICE = `
  SELECT s.line, s.currency, s.published_on::text AS day, s.first FROM (
    SELECT *, min(line) OVER (PARTITION BY currency, published_on) AS first,
           row_number() OVER (PARTITION BY currency, published_on ORDER BY line) AS nth FROM staged_rate) s
  WHERE s.nth > 1 ORDER BY s.line LIMIT $1`;

const OTHERWISE = `
  SELECT s.line, s.currency, s.published_on::text AS day, trim_scale(r.rate)::text AS rate
  FROM staged_rate s JOIN fx.reference_rate r ON r.source = $2 AND r.currency = s.currency AND r.published_on = s.published_on
  WHERE (r.base, r.quote, r.unit, r.rate) IS DISTINCT FROM (s.base, s.quote, s.unit, s.rate) ORDER BY s.line LIMIT $1`;

const RECORD = `
  WITH added AS (
    INSERT INTO fx.reference_rate (source, base, quote, currency, unit, direction, rate, per_unit, published_on, as_of, document)
    SELECT $1, base, quote, currency, unit, direction, rate, per_unit, published_on,
           (published_on + $2::time) AT TIME ZONE $3, $4
    FROM staged_rate
    ON CONFLICT (source, currency, published_on) DO NOTHING
    RETURNING 1
  )
  SELECT (SELECT count(*)::int FROM added) AS added, (SELECT count(*)::int FROM staged_rate) AS total`;

/** Records the rates of one source, of a file as a whole or not at all; the caller has begun the transaction. */
export class RateRecorder {
  private constructor(
    private readonly db: RatesOwner,
    private readonly source: PublishedSource,
  ) {}

  /** Holds the table, so that no two imports cross; readers go on. */
  static async begin(db: RatesOwner, source: PublishedSource): Promise<RateRecorder> {
    await db.query('LOCK TABLE fx.reference_rate IN SHARE ROW EXCLUSIVE MODE');
    await db.query(STAGE);
    return new RateRecorder(db, source);
  }

  async add(rates: readonly RateOfLine[]): Promise<void> {
    if (rates.length === 0) return;
    const rows = rates.map(({ line, rate }) => ({
      line,
      base: rate.base,
      quote: rate.quote,
      currency: foreignOf(rate),
      unit: rate.unit.toFixed(),
      direction: rate.direction,
      rate: rate.rate.toFixed(),
      perUnit: homePerUnit(rate).toFixed(),
      publishedOn: rate.publishedOn,
    }));
    await this.db.query(FILL, [JSON.stringify(rows)]);
  }

  /** @param document where the rates were read. Where there are faults nothing is recorded */
  async finish(document: string): Promise<RecordedRates | readonly RateLineFault[]> {
    const faults = [...(await this.twice()), ...(await this.otherwise())];
    if (faults.length > 0) return faults;
    const { publishedAt } = rateSource(this.source);
    if (publishedAt === null) throw new Error(`${this.source} is not published day by day`);
    const { rows } = await this.db.query(RECORD, [this.source, publishedAt.time, publishedAt.zone, document]);
    const [{ added, total } = { added: 0, total: 0 }] = rows as { added: number; total: number }[];
    return { added, unchanged: total - added };
  }

  private async twice(): Promise<RateLineFault[]> {
    const { rows } = await this.db.query(TWICE, [FAULTS_MAX]);
    return (rows as { line: number; currency: string; day: string; first: number }[]).map(
      ({ line, currency, day, first }) => ({ line, message: SAY.stated_twice({ currency, day, place: first }) }),
    );
  }

  private async otherwise(): Promise<RateLineFault[]> {
    const { rows } = await this.db.query(OTHERWISE, [FAULTS_MAX, this.source]);
    return (rows as { line: number; currency: string; day: string; rate: string }[]).map(({ line, ...known }) => ({
      line,
      message: SAY.on_record_otherwise({ source: this.source, ...known }),
    }));
  }
}
