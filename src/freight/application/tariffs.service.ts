import { type Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { type DatedPageQuery, equal, page, type Page } from '../../platform/http/paging.js';
import { MalformedRequestError, ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { SAY as PLATFORM } from '../../platform/platform.sentences.js';
import { TariffEditionError } from '../domain/comparison.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { type EditionFacts } from '../domain/tariff-rows.js';
import { INSERT_RATES, type RateRecord } from '../entities/rates.table.js';
import { TariffReading } from './tariff-reading.js';

/** So many go in one statement. */
const SLICE_ROWS = 5_000;

const COLUMNS = `id, name, edition, valid_from::text, replaced_from::text, rows, version, created_at`;
const LAST = `
  SELECT ${COLUMNS} FROM freight.tariff WHERE tenant_id = $1 AND name = $2 ORDER BY edition DESC LIMIT 1 FOR UPDATE`;
const REPLACE = `
  UPDATE freight.tariff SET replaced_from = $3, version = version + 1, updated_at = $4 WHERE tenant_id = $1 AND id = $2`;
const ADD = `
  INSERT INTO freight.tariff (tenant_id, id, name, edition, valid_from, rows, version, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7) RETURNING ${COLUMNS}`;
const FIND = `SELECT ${COLUMNS} FROM freight.tariff WHERE tenant_id = $1 AND id = $2`;

interface TariffRow {
  readonly id: string;
  readonly name: string;
  readonly edition: number;
  readonly valid_from: LocalDate;
  readonly replaced_from: LocalDate | null;
  readonly rows: number;
  readonly version: number;
  readonly created_at: Date;
}

/** One edition of a rate table of the tenant's own. */
export interface Tariff {
  readonly id: string;
  readonly name: string;
  /** Counts the imports of that name. */
  readonly edition: number;
  readonly validFrom: LocalDate;
  /** The first day on which the next edition counts instead. */
  readonly replacedFrom: LocalDate | null;
  readonly rows: number;
  readonly version: number;
  readonly createdAt: Date;
}

/** Rate tables of the tenant's own, in editions: each takes the place of the one before from its first day on. */
@Injectable()
export class Tariffs {
  /**
   * Reads a table, however large, and holds nothing in the database meanwhile.
   * @throws TariffRowsError naming every fault; MalformedRequestError
   */
  async read(
    stream: Readable,
    edition: EditionFacts,
    isTable: boolean,
  ): Promise<{ readonly rows: readonly RateRecord[]; readonly digest: string }> {
    const reading = new TariffReading(edition, isTable);
    try {
      for await (const chunk of stream.iterator({ destroyOnReturn: false })) reading.take(chunk as Buffer);
    } catch (error) {
      // Who went away in the middle of it is told nothing, and need not be taken for an error of ours.
      throw stream.errored === null ? error : new MalformedRequestError(PLATFORM.unreadable);
    }
    return reading.end();
  }

  /**
   * Keeps a table as the next edition of its name, as a whole.
   * @throws TariffEditionError where the last edition begins later, or another came in between
   */
  async keep(tx: Tx, { name, validFrom }: EditionFacts, rows: readonly RateRecord[]): Promise<Tariff> {
    const [last] = await tx.query<TariffRow>(LAST, [tx.tenantId, name]);
    if (last !== undefined && last.valid_from > validFrom) {
      throw new TariffEditionError(SAY.tariff_edition({ day: last.valid_from }), { validFrom: last.valid_from });
    }
    const id = newId();
    const tariff = await this.add(tx, [
      tx.tenantId,
      id,
      name,
      (last?.edition ?? 0) + 1,
      validFrom,
      rows.length,
      tx.now,
    ]);
    if (last !== undefined) await tx.query(REPLACE, [tx.tenantId, last.id, validFrom, tx.now]);
    for (let from = 0; from < rows.length; from += SLICE_ROWS) {
      const slice = rows.slice(from, from + SLICE_ROWS);
      await tx.query(INSERT_RATES, [tx.tenantId, id, tx.now, JSON.stringify(slice)]);
    }
    audit(tx, {
      action: 'freight.tariff.imported',
      resourceType: 'freightTariff',
      resourceId: id,
      to: 'valid',
      details: { rows: rows.length, edition: tariff.edition },
    });
    return tariff;
  }

  list(view: View, query: DatedPageQuery, name: string | undefined): Promise<Page<Tariff>> {
    const options = { table: 'freight.tariff', columns: COLUMNS, query, conditions: equal('name', name) };
    return page<TariffRow>(view, options).then(({ data, nextCursor }) => ({ data: data.map(toTariff), nextCursor }));
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Tariff> {
    const [row] = await view.query<TariffRow>(FIND, [view.tenantId, id]);
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_tariff);
    return toTariff(row);
  }

  /** The unique index decides who was first with an edition. */
  private async add(tx: Tx, values: readonly (string | number | Date)[]): Promise<Tariff> {
    try {
      const [row] = await tx.query<TariffRow>(ADD, values);
      if (row === undefined) throw new Error('The tariff was not kept');
      return toTariff(row);
    } catch (error) {
      if (!violates(error, 'uq_tariff_edition')) throw error;
      throw new TariffEditionError(SAY.tariff_edition({ day: String(values[4]) }));
    }
  }
}

function toTariff(row: TariffRow): Tariff {
  const { id, name, edition, rows, version } = row;
  const [validFrom, replacedFrom, createdAt] = [row.valid_from, row.replaced_from, row.created_at];
  return { id, name, edition, validFrom, replacedFrom, rows, version, createdAt };
}
