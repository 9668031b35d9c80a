import { type Tx } from '../../platform/database/session.js';
import { type ParcelFilingName } from '../domain/parcel-filings/filing-kind.js';
import { completeIfDone } from './parcel-summary-months.js';
import { noteDeparture } from '../entities/filed-parcels.table.js';
import { monthsCleared } from '../entities/parcel-summaries.table.js';
import { type ParcelFilingRow } from '../entities/parcel-filing.entity.js';
import { type ToldParcel } from '../entities/parcel-filing-records.table.js';

type Effect = (tx: Tx, filing: ParcelFilingRow, parcels: readonly ToldParcel[]) => Promise<void>;

/** What it does, beside leading the parcels on, when customs has taken records of a filing. */
export const ACCEPTED_EFFECTS: Readonly<Partial<Record<ParcelFilingName, Effect>>> = {
  // What was returned is left out of its month's summary: it may be the last that was waited for.
  return_tally: async (tx, _filing, parcels) => {
    const ids = parcels.map(({ parcelId }) => parcelId);
    for (const month of await monthsCleared(tx, ids)) await completeIfDone(tx, month);
  },
  summary: async (tx, { profileId, said }) => {
    const { month } = said as { readonly month: string };
    await completeIfDone(tx, { profileId, month });
  },
  departure: async (tx, { said }, parcels) => {
    const { departedAt } = said as { readonly departedAt: string };
    await noteDeparture(
      tx,
      parcels.map(({ parcelId }) => parcelId),
      new Date(departedAt),
    );
  },
};
