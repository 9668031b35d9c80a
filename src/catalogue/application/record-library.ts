import { SAY } from '../domain/catalogue.sentences.js';
import { type StatedRate } from '../domain/library-row.js';
import { FAULTS_MAX, type LineFault, type OwnerConnection } from './record-entries.js';

/** Which issue of which library a file is, and who published it. */
export interface LibraryTerms {
  /** `出口退税率文库` */
  readonly name: string;
  /** `2026B` */
  readonly issue: string;
  readonly source: string;
}

/** What recording came to, counted in intervals. */
export interface RecordedLibrary {
  /** Null where everything was on record already. */
  readonly version: string | null;
  readonly added: number;
  /** Those of earlier issues that hold no more. */
  readonly replaced: number;
  readonly unchanged: number;
  /** On record, of codes that the file does not have; they stay as they are. */
  readonly notListed: number;
}

const LOCK = 'LOCK TABLE catalogue.refund_library, catalogue.refund_rate IN SHARE ROW EXCLUSIVE MODE';

const STAGE = `
  CREATE TEMP TABLE staged_rate (
    line integer, code text COLLATE "C", valid_from date, valid_to date, name text, unit text, vat_rates text[],
    refund_rate numeric, ad_valorem numeric, specific_tax numeric, special_flag text, zero_meaning text
  ) ON COMMIT DROP`;

const FILL = `
  INSERT INTO staged_rate
  SELECT r.line, r.code, r."validFrom", r."validTo", r.name, r.unit, r."vatRates", r."refundRate", r."adValorem",
         r."specificTax", r."specialFlag", r."zeroMeaning"
  FROM jsonb_to_recordset($1::jsonb) AS r (
    line integer, code text, "validFrom" date, "validTo" date, name text, unit text, "vatRates" text[],
    "refundRate" numeric, "adValorem" numeric, "specificTax" numeric, "specialFlag" text, "zeroMeaning" text)`;

const OVERLAPS = `
  SELECT s.line, s.code, s.valid_from::text AS "from", s.before AS other FROM (
    SELECT *, lag(line) OVER w AS before,
           max(coalesce(valid_to, 'infinity')) OVER (PARTITION BY code ORDER BY valid_from, line
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS held
    FROM staged_rate WINDOW w AS (PARTITION BY code ORDER BY valid_from, line)) s
  WHERE s.held >= s.valid_from ORDER BY s.line LIMIT $1`;

const SAME = `
  (r.code, r.valid_from, r.valid_to, r.name, r.unit, r.vat_rates, r.refund_rate, r.ad_valorem, r.specific_tax,
   r.special_flag, r.zero_meaning)
  IS NOT DISTINCT FROM
  (s.code, s.valid_from, s.valid_to, s.name, s.unit, s.vat_rates, s.refund_rate, s.ad_valorem, s.specific_tax,
   s.special_flag, s.zero_meaning)`;

const DROP_KNOWN = `
  WITH known AS (
    DELETE FROM staged_rate s USING catalogue.refund_rate r
    WHERE r.replaced_in IS NULL AND r.code = s.code AND r.valid_from = s.valid_from AND ${SAME}
    RETURNING s.code, s.valid_from
  )
  INSERT INTO known_rate SELECT code, valid_from FROM known`;

/** A file that has a code has all its intervals, and all the parts that the code is divided into. */
const REPLACE = `
  UPDATE catalogue.refund_rate r SET replaced_in = $1
  WHERE r.replaced_in IS NULL AND left(r.code, 10) IN (SELECT root FROM listed_root)
    AND NOT EXISTS (SELECT FROM known_rate k WHERE k.code = r.code AND k.valid_from = r.valid_from)`;

const TO_REPLACE = `
  SELECT count(*)::int AS count FROM catalogue.refund_rate r
  WHERE r.replaced_in IS NULL AND left(r.code, 10) IN (SELECT root FROM listed_root)
    AND NOT EXISTS (SELECT FROM known_rate k WHERE k.code = r.code AND k.valid_from = r.valid_from)`;

const NOT_LISTED = `
  SELECT count(*)::int AS count FROM catalogue.refund_rate r
  WHERE r.replaced_in IS NULL AND left(r.code, 10) NOT IN (SELECT root FROM listed_root)`;

const RECORD = `
  INSERT INTO catalogue.refund_rate (code, valid_from, valid_to, name, unit, vat_rates, refund_rate, ad_valorem,
    specific_tax, special_flag, zero_meaning, recorded_in)
  SELECT code, valid_from, valid_to, name, unit, vat_rates, refund_rate, ad_valorem, specific_tax, special_flag,
         zero_meaning, $1::integer FROM staged_rate`;

/**
 * Records an issue of the library in the caller's transaction. What an issue says of a code replaces what was said of it; the
 * rows that were replaced stay on record, so that earlier answers can be given again.
 */
export class LibraryRecorder {
  private constructor(private readonly db: OwnerConnection) {}

  /** Holds the tables, so that no two imports cross; readers go on. */
  static async begin(db: OwnerConnection): Promise<LibraryRecorder> {
    await db.query(LOCK);
    await db.query(STAGE);
    return new LibraryRecorder(db);
  }

  async add(rows: readonly (StatedRate & { readonly line: number })[]): Promise<void> {
    await this.db.query(FILL, [JSON.stringify(rows)]);
  }

  /** Where there are faults nothing is recorded. */
  async finish({ name, issue, source }: LibraryTerms): Promise<RecordedLibrary | readonly LineFault[]> {
    const overlaps = await this.overlaps();
    if (overlaps.length > 0) return overlaps;
    await this.db.query(`CREATE TEMP TABLE listed_root ON COMMIT DROP AS
      SELECT DISTINCT left(code, 10) COLLATE "C" AS root FROM staged_rate`);
    await this.db.query(`CREATE TEMP TABLE known_rate (code text COLLATE "C", valid_from date) ON COMMIT DROP`);
    await this.db.query(DROP_KNOWN);
    const [unchanged, added, replaced, notListed] = [
      await this.count('SELECT count(*)::int AS count FROM known_rate'),
      await this.count('SELECT count(*)::int AS count FROM staged_rate'),
      await this.count(TO_REPLACE),
      await this.count(NOT_LISTED),
    ];
    if (added === 0 && replaced === 0) return { version: null, added, replaced, unchanged, notListed };
    const version = `${name} ${issue}`;
    const id = await this.open({ name, issue, source });
    if (id === null) return [{ line: 1, message: SAY.library_issue({ version }) }];
    await this.db.query(REPLACE, [id]);
    await this.db.query(RECORD, [id]);
    return { version, added, replaced, unchanged, notListed };
  }

  private async overlaps(): Promise<LineFault[]> {
    const { rows } = await this.db.query(OVERLAPS, [FAULTS_MAX]);
    return (rows as { line: number; code: string; from: string; other: number }[]).map(({ line, other, ...where }) => ({
      line,
      message: SAY.library_twice({ ...where, line: other }),
    }));
  }

  /** @returns null where this issue is on record already, with other rates */
  private async open({ name, issue, source }: LibraryTerms): Promise<number | null> {
    const { rows } = await this.db.query(
      `INSERT INTO catalogue.refund_library (name, issue, source) VALUES ($1, $2, $3)
       ON CONFLICT (name, issue) DO NOTHING RETURNING id`,
      [name, issue, source],
    );
    return (rows as { id: number }[])[0]?.id ?? null;
  }

  private async count(sql: string): Promise<number> {
    const { rows } = await this.db.query(sql);
    return (rows as { count: number }[])[0]?.count ?? 0;
  }
}
