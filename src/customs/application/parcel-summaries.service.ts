import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type SummaryDeclaration } from '../domain/monthly-summary.js';
import { MonthNotOverError, NothingToSummariseError } from '../domain/parcel-summaries/summary.errors.js';
import { summaryGroups, type SummaryTerms } from '../domain/parcel-summaries/summary-groups.js';
import { isOver } from '../domain/parcel-summaries/summary-law.js';
import { SAY } from '../domain/parcel-summaries/summary.sentences.js';
import { ParcelSummary } from '../entities/parcel-summary.entity.js';
import { countMonth, dueParcels, type MonthCount, waitTurn } from '../entities/parcel-summaries.table.js';
import { declarationsOfMonth, type SummaryDeclarationRow } from '../entities/summary-declarations.table.js';
import { EcommerceProfiles } from './ecommerce-profiles.service.js';
import { type OpenedFiling, ParcelFilingReader } from './parcel-filing-reader.service.js';
import { ParcelFilings } from './parcel-filings.service.js';

/** Lists that one run takes; what is left is for the next. */
const LISTS_PER_RUN = 10_000;

export interface SummaryFilter {
  readonly state: string | undefined;
  readonly profileId: string | undefined;
}

/** What was applied for, and the declarations that the lists should become. */
export interface SummaryRun {
  readonly filing: OpenedFiling;
  readonly groups: readonly SummaryDeclaration[];
  readonly count: MonthCount;
}

/** A month with how its lists stand, and what they were declared as. */
export interface OpenedSummary {
  readonly summary: ParcelSummary;
  readonly count: MonthCount;
  readonly declarations: readonly SummaryDeclarationRow[];
}

/** Monthly summaries of exported lists (汇总申报). */
@Injectable()
export class ParcelSummaries {
  constructor(
    private readonly profiles: EcommerceProfiles,
    private readonly filings: ParcelFilings,
    private readonly reader: ParcelFilingReader,
  ) {}

  /**
   * Applies for a summary of whatever of the month is cleared, to be summarised and in no summary. Runs of one month take
   * turns, so that the second finds only what the first has left.
   * @throws ResourceNotFoundError, InvalidInputError where the profile is one of imports
   * @throws MonthNotOverError, NothingToSummariseError
   */
  async run(tx: Tx, profileId: string, terms: SummaryTerms): Promise<SummaryRun> {
    const { month } = terms;
    const { direction } = await this.profiles.get(tx, profileId);
    if (direction !== 'export') {
      throw new InvalidInputError([{ pointer: '/profileId', code: 'direction', message: SAY.only_exports }]);
    }
    if (!isOver(month, tx.now)) throw new MonthNotOverError(SAY.not_over({ month }), { month });
    await waitTurn(tx, { profileId, month });
    const parcelIds = await dueParcels(tx, { profileId, month }, LISTS_PER_RUN);
    if (parcelIds.length === 0) throw nothingOf(month, await countMonth(tx, { profileId, month }));
    const held = await this.filings.hold(tx, { kind: 'summary', said: terms, parcelIds });
    const filing = await this.reader.opened(tx, await this.filings.send(tx, held));
    const count = await countMonth(tx, { profileId, month });
    return { filing, groups: summaryGroups(held.parcels, terms), count };
  }

  list(view: View, query: PageQuery, { state, profileId }: SummaryFilter): Promise<Page<ParcelSummary>> {
    const conditions = [...among('state', state), ...equal('profile_id', profileId)];
    return entityPage(view, ParcelSummary, { table: 'customs.parcel_summary', query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<OpenedSummary> {
    const summary = await view.find(ParcelSummary, id);
    if (summary === null) throw new ResourceNotFoundError(SAY.no_such_summary);
    const { profileId, month } = summary;
    const count = await countMonth(view, summary);
    return { summary, count, declarations: await declarationsOfMonth(view, profileId, month) };
  }
}

function nothingOf(month: string, { simplified, uncleared, returned, summarised, waiting }: MonthCount): Error {
  const counts = { simplified, uncleared, returned, summarised: summarised + waiting };
  return new NothingToSummariseError(SAY.nothing({ month, ...counts }), { month, ...counts });
}
