import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { presentOf } from '../../platform/database/present.js';
import { type View } from '../../platform/database/session.js';
import { type Page } from '../../platform/http/paging.js';
import { SAY } from '../domain/catalogue.sentences.js';
import { HsCodeUnknownError } from '../domain/hs-code.errors.js';
import { type HsCode, type Known } from '../domain/hs-code.js';
import { isHsCode } from '../domain/hs-row.js';
import { type CodeName, type CodeTopic, HS_TOPICS, type HsTopic, type Provenance } from '../domain/reference-entry.js';

type Row = Provenance & { readonly topic: HsTopic; readonly code: string; readonly value: unknown };

const IN_FORCE = `valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)`;
const COLUMNS = `topic, code, value, valid_from::text AS "validFrom", valid_to::text AS "validTo", source, year`;

/** A tenant of the sandbox may have a clock of its own. */

const OF_CODES = `
  SELECT ${COLUMNS} FROM catalogue.reference_entry
  WHERE topic = ANY($2) AND code = ANY($3) AND ${IN_FORCE} ORDER BY code, topic`;

/** Names are searched as they are written; a code by its beginning. */
const LIST = `
  SELECT code FROM catalogue.reference_entry
  WHERE topic = 'hs_names' AND ${IN_FORCE} AND code > $2 AND code LIKE $3
    AND ($4 = '' OR code LIKE $4 || '%' OR position(lower($4) IN lower(value->>'nameZh')) > 0
         OR position(lower($4) IN lower(value->>'nameEn')) > 0)
  ORDER BY code LIMIT $5`;

const NAMES = `
  SELECT code, value->>'nameZh' AS "nameZh", value->>'nameEn' AS "nameEn" FROM catalogue.reference_entry
  WHERE topic = $2 AND code = ANY($3) AND ${IN_FORCE}`;

/** A table of which nothing is on record on that day does not come back: that it has not a code says nothing. */
const ON_RECORD = `
  SELECT t.topic, ARRAY(SELECT e.code FROM catalogue.reference_entry e
                        WHERE e.topic = t.topic AND e.code = ANY(t.codes) AND ${IN_FORCE}) AS codes
  FROM jsonb_to_recordset($2::jsonb) AS t (topic text, codes text[])
  WHERE EXISTS (SELECT FROM catalogue.reference_entry e WHERE e.topic = t.topic AND ${IN_FORCE})`;

const UNITS = `
  SELECT value->>'nameZh' AS name, min(code) AS code FROM catalogue.reference_entry
  WHERE topic = 'unit' AND value->>'nameZh' = ANY($2) AND ${IN_FORCE} GROUP BY 1`;

const ENDED = `
  SELECT code, max(valid_to)::text AS day FROM catalogue.reference_entry
  WHERE topic = 'hs_names' AND code = ANY($2)
  GROUP BY code HAVING bool_and(valid_to IS NOT NULL AND valid_to < $1)`;

export interface HsCodeFilter {
  readonly on: LocalDate;
  readonly query?: string | undefined;
  readonly chapter?: string | undefined;
}

/** Where a page of codes ended, and how long it is. */
export interface CodePage {
  readonly after: string;
  readonly limit: number;
}

/** What is on record about goods and codes, as of a day; the same for all tenants. */
@Injectable()
export class Reference {
  constructor(private readonly clock: Clock) {}

  /** The tenant's day in China. */
  async today(view: View): Promise<LocalDate> {
    return dateInZone(await presentOf(view, this.clock), CHINA);
  }

  /** @throws HsCodeUnknownError when no source that is loaded has the code on that day */
  async hsCode(view: View, code: string, on: LocalDate): Promise<HsCode> {
    const found = isHsCode(code) ? (await this.hsCodes(view, [code], on)).get(code) : undefined;
    if (found === undefined) throw new HsCodeUnknownError(SAY.no_such_hs_code({ code, day: on }), { code, on });
    return found;
  }

  /** Those of the codes that are on record on that day, in one statement. */
  async hsCodes(view: View, codes: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, HsCode>> {
    const rows = await view.query<Row>(OF_CODES, [on, [...HS_TOPICS], [...codes]]);
    const byCode = new Map<string, Row[]>();
    for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
    return new Map(
      [...byCode].flatMap(([code, all]) => {
        const found = hsCodeOf(code, on, all);
        return found === null ? [] : [[code, found] as const];
      }),
    );
  }

  /** In the order of the tariff. */
  async listHsCodes(
    view: View,
    { on, query, chapter }: HsCodeFilter,
    { after, limit }: CodePage,
  ): Promise<Page<HsCode>> {
    const values = [on, after, `${chapter ?? ''}%`, query ?? '', limit + 1];
    const found = await view.query<{ code: string }>(LIST, values);
    const codes = found.slice(0, limit).map(({ code }) => code);
    const known = await this.hsCodes(view, codes, on);
    const nextCursor = found.length > limit ? (codes.at(-1) ?? null) : null;
    return { data: codes.flatMap((code) => known.get(code) ?? []), nextCursor };
  }

  /** Those of the codes that their tables have on that day, by table, in one statement; tables that were not imported are left out. */
  async codesOnRecord<Table extends CodeTopic>(
    view: View,
    asked: ReadonlyMap<Table, ReadonlySet<string>>,
    on: LocalDate,
  ): Promise<ReadonlyMap<Table, ReadonlySet<string>>> {
    const tables = [...asked].map(([topic, codes]) => ({ topic, codes: [...codes] }));
    const rows = await view.query<{ topic: Table; codes: string[] }>(ON_RECORD, [on, JSON.stringify(tables)]);
    return new Map(rows.map(({ topic, codes }) => [topic, new Set(codes)]));
  }

  /** The codes of the unit table by their Chinese names; names that it has not on that day are left out. */
  async unitCodes(view: View, names: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, string>> {
    const rows = await view.query<{ name: string; code: string }>(UNITS, [on, [...names]]);
    return new Map(rows.map(({ name, code }) => [name, code]));
  }

  /** The last days of those of the codes that were on record before that day and are no more. */
  async endedHsCodes(view: View, codes: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, LocalDate>> {
    const rows = await view.query<{ code: string; day: LocalDate }>(ENDED, [on, [...codes]]);
    return new Map(rows.map(({ code, day }) => [code, day]));
  }

  /** The names of codes of a customs table; a code that is not on record is not in it. */
  async names(
    view: View,
    topic: CodeTopic,
    codes: readonly string[],
    on: LocalDate,
  ): Promise<ReadonlyMap<string, CodeName>> {
    const rows = await view.query<CodeName & { code: string }>(NAMES, [on, topic, [...codes]]);
    return new Map(rows.map(({ code, nameZh, nameEn }) => [code, { nameZh, nameEn }]));
  }
}

function hsCodeOf(code: string, on: LocalDate, rows: readonly Row[]): HsCode | null {
  const known = <T extends HsTopic>(topic: T): Known<T> | null => {
    const row = rows.find((each) => each.topic === topic);
    if (row === undefined) return null;
    const { value, validFrom, validTo, source, year } = row;
    return { value: value as Known<T>['value'], validFrom, validTo, source, year };
  };
  const names = known('hs_names');
  if (names === null) return null;
  return {
    code,
    on,
    names,
    units: known('hs_units'),
    mfn: known('hs_mfn'),
    provisional: known('hs_provisional'),
    general: known('hs_general'),
    exportDuty: known('hs_export_duty'),
    exportProvisional: known('hs_export_provisional'),
    vat: known('hs_vat'),
    consumptionTax: known('hs_consumption_tax'),
    supervision: known('hs_supervision'),
    elements: known('hs_elements'),
  };
}
