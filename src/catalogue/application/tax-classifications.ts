import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type Page } from '../../platform/http/paging.js';
import { SAY } from '../domain/catalogue.sentences.js';
import { type Provenance, type TaxClassificationValue } from '../domain/reference-entry.js';
import { significantDigits, type TaxClassification } from '../domain/tax-classification.js';
import { TaxCodeUnknownError } from '../domain/tax-classification.errors.js';
import { type CodePage } from './reference.js';

type Row = Provenance & {
  readonly code: string;
  readonly value: TaxClassificationValue;
};

const IN_FORCE = `topic = 'tax_classification' AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)`;
const COLUMNS = `code, value, valid_from::text AS "validFrom", valid_to::text AS "validTo", source, year`;
const OF_CODES = `SELECT ${COLUMNS} FROM catalogue.reference_entry WHERE ${IN_FORCE} AND code = ANY($2) ORDER BY code`;

/** Codes that begin with the digits of another one are below it. */
const WITH_CHILDREN = `
  SELECT p.code FROM unnest($2::text[], $3::text[]) AS p (code, prefix)
  WHERE EXISTS (SELECT FROM catalogue.reference_entry e WHERE ${IN_FORCE}
                AND e.code > p.code AND e.code <= rpad(p.prefix, 19, '9'))`;

const COVERS_HS = `
  EXISTS (SELECT FROM jsonb_array_elements_text(value -> 'hsCodes') AS h,
          LATERAL (SELECT split_part(h, '-', 1) AS low, coalesce(nullif(split_part(h, '-', 2), ''), h) AS high) AS r
          WHERE left(HS_CODE, length(low)) BETWEEN low AND high)`;
const covers = (hsCode: string): string => COVERS_HS.replace('HS_CODE', hsCode);

const LIST = `
  SELECT ${COLUMNS} FROM catalogue.reference_entry
  WHERE ${IN_FORCE} AND code > $2
    AND ($3 = '' OR code LIKE $3 || '%' OR position($3 IN value ->> 'nameZh') > 0
         OR position($3 IN coalesce(value ->> 'shortName', '')) > 0
         OR position($3 IN coalesce(value ->> 'description', '')) > 0)
    AND ($4 = '' OR ${covers('$4')})
  ORDER BY code LIMIT $5`;

/** The narrowest first: what is listed last has most digits. */
const FOR_HS = `
  SELECT q.hs AS "hsCode", ARRAY(
    SELECT e.code FROM catalogue.reference_entry e
    WHERE ${IN_FORCE} AND ${covers('q.hs')}
    ORDER BY length(rtrim(e.code, '0')) DESC, e.code LIMIT $3) AS codes
  FROM unnest($2::text[]) AS q (hs)`;

const ON_RECORD = `SELECT EXISTS (SELECT FROM catalogue.reference_entry WHERE ${IN_FORCE}) AS "isOnRecord"`;

export interface TaxClassificationFilter {
  readonly on: LocalDate;
  readonly query?: string | undefined;
  readonly hsCode?: string | undefined;
}

/** The table of tax classification codes (税收分类编码), as of a day; the same for all tenants. */
@Injectable()
export class TaxClassifications {
  /** @throws TaxCodeUnknownError when no table that is loaded has it on that day */
  async get(view: View, code: string, on: LocalDate): Promise<TaxClassification> {
    const found = (await this.known(view, [code], on)).get(code);
    if (found === undefined) throw new TaxCodeUnknownError(SAY.no_such_tax_code({ code, day: on }), { code, on });
    return found;
  }

  /** Those of the codes that are on record on that day. */
  async known(view: View, codes: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, TaxClassification>> {
    const rows = await view.query<Row>(OF_CODES, [on, [...codes]]);
    return new Map((await this.told(view, rows, on)).map((each) => [each.code, each]));
  }

  /** In the order of the codes. */
  async list(
    view: View,
    { on, query, hsCode }: TaxClassificationFilter,
    { after, limit }: CodePage,
  ): Promise<Page<TaxClassification>> {
    const rows = await view.query<Row>(LIST, [on, after, query ?? '', hsCode ?? '', limit + 1]);
    const data = await this.told(view, rows.slice(0, limit), on);
    return { data, nextCursor: rows.length > limit ? (data.at(-1)?.code ?? null) : null };
  }

  /** The codes under whose headings each HS code stands, the narrowest first; none where the table states no headings. */
  async forHsCodes(
    view: View,
    hsCodes: readonly string[],
    on: LocalDate,
    limit: number,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await view.query<{ hsCode: string; codes: string[] }>(FOR_HS, [on, [...hsCodes], limit]);
    return new Map(rows.map((row) => [row.hsCode, row.codes]));
  }

  /** Whether a table is loaded for that day: without one, that it lacks a code says nothing. */
  async isOnRecord(view: View, on: LocalDate): Promise<boolean> {
    const [row] = await view.query<{ isOnRecord: boolean }>(ON_RECORD, [on]);
    return row?.isOnRecord === true;
  }

  private async told(view: View, rows: readonly Row[], on: LocalDate): Promise<TaxClassification[]> {
    const open = rows.filter(({ value }) => value.isGroup === null).map(({ code }) => code);
    const found =
      open.length === 0
        ? []
        : await view.query<{ code: string }>(WITH_CHILDREN, [on, open, open.map(significantDigits)]);
    const groups = new Set(found.map(({ code }) => code));
    return rows.map(({ code, ...known }) => ({ code, on, known, isGroup: known.value.isGroup ?? groups.has(code) }));
  }
}
