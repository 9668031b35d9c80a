import { type Provider } from '@nestjs/common';

import { BatchQueue } from '../platform/bulk/batch-queue.js';
import { StreamedOperations } from '../platform/bulk/streamed-operations.js';
import { EcommerceProfiles } from './application/ecommerce-profiles.service.js';
import { FiledLists } from './application/filed-lists.service.js';
import { ParcelFilingReader } from './application/parcel-filing-reader.service.js';
import { ParcelFilings } from './application/parcel-filings.service.js';
import { ListChannel } from './application/list-channel.service.js';
import { ParcelFiling } from './application/parcel-filing.service.js';
import { ParcelIntake } from './application/parcel-intake.service.js';
import { ParcelSummaries } from './application/parcel-summaries.service.js';
import { ParcelTaxBills } from './application/parcel-tax-bills.service.js';
import { Parcels } from './application/parcels.service.js';

/** Parcels of e-commerce, as the api and the worker both have them. */
export const PARCELS: readonly Provider[] = [
  BatchQueue,
  StreamedOperations,
  EcommerceProfiles,
  ListChannel,
  ParcelFiling,
  ParcelIntake,
  Parcels,
  ParcelTaxBills,
  FiledLists,
  ParcelFilings,
  ParcelFilingReader,
  ParcelSummaries,
];
