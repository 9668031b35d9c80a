import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from '../domain/catalogue.sentences.js';
import { type ReferenceEntry } from '../domain/reference-entry.js';

/** The connection of the database's owner: reference data is the operator's business. */
export interface OwnerConnection {
  query(sql: string, values?: unknown[]): Promise<{ readonly rows: unknown[]; readonly rowCount: number | null }>;
}

/** An entry and the line of the file that states it. */
export interface StatedEntry {
  readonly line: number;
  readonly entry: ReferenceEntry;
}

export interface LineFault {
  readonly line: number;
  readonly message: Sentence;
}

/** What recording came to. */
export interface Recorded {
  /** Of which nothing was known before. */
  readonly added: number;
  /** A value that held until the day before. */
  readonly changed: number;
  /** On record already, word by word. */
  readonly unchanged: number;
}

const STAGE = `
  CREATE TEMP TABLE staged_entry (
    line integer, topic text, code text, valid_from date, valid_to date, value jsonb, source text, year smallint
  ) ON COMMIT DROP`;

const ROWS = `jsonb_to_recordset($1::jsonb) AS r (line integer, topic text, code text, "validFrom" date, "validTo" date,
  value jsonb, source text, year smallint)`;

const FILL = `
  INSERT INTO staged_entry (line, topic, code, valid_from, valid_to, value, source, year)
  SELECT r.line, r.topic, r.code, r."validFrom", r."validTo", r.value, r.source, r.year FROM ${ROWS}`;

const TWICE = `
  SELECT s.line, s.topic, s.code, s.first AS "other" FROM (
    SELECT *, min(line) OVER (PARTITION BY topic, code, valid_from) AS first FROM staged_entry) s
  WHERE s.line > s.first ORDER BY s.line LIMIT $1`;

/** On record is what holds on that day with the same value, source and year. */
const DROP_KNOWN = `
  DELETE FROM staged_entry s USING catalogue.reference_entry e
  WHERE (e.topic, e.code) = (s.topic, s.code) AND e.valid_from <= s.valid_from
    AND coalesce(e.valid_to, 'infinity') >= s.valid_from
    AND e.value = s.value AND e.source = s.source AND e.year IS NOT DISTINCT FROM s.year`;

const AGAINST_HISTORY = `
  SELECT s.line, s.topic, s.code, s.valid_from::text AS day
  FROM staged_entry s JOIN catalogue.reference_entry e USING (topic, code, valid_from) ORDER BY s.line LIMIT $1`;

const COUNT_NEW = `
  SELECT count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM catalogue.reference_entry e WHERE (e.topic, e.code) = (s.topic, s.code)))::int AS added,
         count(*)::int AS total
  FROM staged_entry s`;

const RECORD = `
  INSERT INTO catalogue.reference_entry (topic, code, valid_from, valid_to, value, source, year)
  SELECT topic, code, valid_from, valid_to, value, source, year FROM staged_entry`;

/** What holds ends where the next begins. */
const CLOSE = `
  UPDATE catalogue.reference_entry e SET valid_to = n.next - 1
  FROM (SELECT topic, code, valid_from, lead(valid_from) OVER (PARTITION BY topic, code ORDER BY valid_from) AS next
        FROM catalogue.reference_entry
        WHERE (topic, code) IN (SELECT topic, code FROM staged_entry)) n
  WHERE (e.topic, e.code, e.valid_from) = (n.topic, n.code, n.valid_from)
    AND n.next <= coalesce(e.valid_to, 'infinity')`;

/** As many faults as somebody will mend at a time. */
export const FAULTS_MAX = 100;

/**
 * Records reference data from its days on, in the caller's transaction. History is closed, never changed: a value that held
 * ends the day before, and one that is on record from the same day stays, and is a fault.
 */
export class EntryRecorder {
  private constructor(private readonly db: OwnerConnection) {}

  /** Holds the table, so that no two imports cross; readers go on. */
  static async begin(db: OwnerConnection): Promise<EntryRecorder> {
    await db.query('LOCK TABLE catalogue.reference_entry IN SHARE ROW EXCLUSIVE MODE');
    await db.query(STAGE);
    return new EntryRecorder(db);
  }

  async add(stated: readonly StatedEntry[]): Promise<void> {
    await this.db.query(FILL, [JSON.stringify(stated.map(({ line, entry }) => ({ line, ...entry })))]);
  }

  /** Where there are faults nothing is recorded. */
  async finish(): Promise<Recorded | readonly LineFault[]> {
    const faults = await this.faultsOf<{ other: number }>(TWICE, ({ topic, code, other }) =>
      SAY.line_twice({ line: other, topic, code }),
    );
    if (faults.length > 0) return faults;
    const unchanged = (await this.db.query(DROP_KNOWN)).rowCount ?? 0;
    const clashes = await this.faultsOf<{ day: string }>(AGAINST_HISTORY, (row) => SAY.history_stands(row));
    if (clashes.length > 0) return clashes;
    const [counts] = (await this.db.query(COUNT_NEW)).rows as { added: number; total: number }[];
    const { added = 0, total = 0 } = counts ?? {};
    await this.db.query(RECORD);
    await this.db.query(CLOSE);
    return { added, changed: total - added, unchanged };
  }

  private async faultsOf<Row extends object>(
    sql: string,
    say: (row: Row & { topic: string; code: string }) => Sentence,
  ): Promise<LineFault[]> {
    const { rows } = await this.db.query(sql, [FAULTS_MAX]);
    return (rows as (Row & { line: number; topic: string; code: string })[]).map((row) => {
      return { line: row.line, message: say(row) };
    });
  }
}

/** What comes with the project, for codes of which nothing is on record: what was imported stays. */
export async function recordSeed(db: OwnerConnection, entries: readonly ReferenceEntry[]): Promise<void> {
  await db.query(
    `INSERT INTO catalogue.reference_entry (topic, code, valid_from, valid_to, value, source, year)
     SELECT r.topic, r.code, r."validFrom", r."validTo", r.value, r.source, r.year FROM ${ROWS}
     WHERE NOT EXISTS (SELECT FROM catalogue.reference_entry e WHERE (e.topic, e.code) = (r.topic, r.code))`,
    [JSON.stringify(entries)],
  );
}
