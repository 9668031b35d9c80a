import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type RecordOutcome } from '../domain/parcel-filings/filing-status.js';
import { SAY } from '../domain/parcel-filings/parcel-filing.sentences.js';
import { ParcelFilingRow } from '../entities/parcel-filing.entity.js';
import { type FilingRecordRow, recordsOf } from '../entities/parcel-filing-records.table.js';

export interface ParcelFilingFilter {
  readonly kind: string | undefined;
  readonly state: string | undefined;
  readonly profileId: string | undefined;
  readonly parcelId: string | undefined;
}

/** A filing with what became of each of its records. */
export interface OpenedFiling {
  readonly filing: ParcelFilingRow;
  readonly records: readonly FilingRecordRow[];
}

export interface FilingParcelRow {
  readonly id: string;
  readonly place: number;
  readonly outcome: RecordOutcome;
}

const ABOUT = `id IN (SELECT filing_id FROM customs.parcel_filing_parcel l WHERE l.tenant_id = $1 AND l.parcel_id = `;

/** Looks filings about parcels up. */
@Injectable()
export class ParcelFilingReader {
  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<OpenedFiling> {
    const filing = await view.find(ParcelFilingRow, id);
    if (filing === null) throw new ResourceNotFoundError(SAY.no_such_filing);
    return this.opened(view, filing);
  }

  async opened(view: View, filing: ParcelFilingRow): Promise<OpenedFiling> {
    return { filing, records: await recordsOf(view, filing.id) };
  }

  list(
    view: View,
    query: PageQuery,
    { kind, state, profileId, parcelId }: ParcelFilingFilter,
  ): Promise<Page<ParcelFilingRow>> {
    const conditions = [
      ...among('kind', kind),
      ...among('state', state),
      ...equal('profile_id', profileId),
      ...(parcelId === undefined ? [] : [{ sql: (next: (value: string) => string) => `${ABOUT}${next(parcelId)})` }]),
    ];
    return entityPage(view, ParcelFilingRow, { table: 'customs.parcel_filing', query, conditions });
  }

  /** The parcels of a filing, those that were made last first. @throws ResourceNotFoundError */
  async parcels(view: View, id: string, query: PageQuery): Promise<Page<FilingParcelRow>> {
    if ((await view.find(ParcelFilingRow, id)) === null) throw new ResourceNotFoundError(SAY.no_such_filing);
    return page<FilingParcelRow>(view, {
      table: '(SELECT parcel_id AS id, tenant_id, filing_id, place, outcome FROM customs.parcel_filing_parcel) l',
      columns: 'id, place, outcome',
      query,
      conditions: equal('filing_id', id),
      hasOlderIds: true,
    });
  }
}
