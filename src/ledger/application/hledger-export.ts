import { Injectable } from '@nestjs/common';

import { type Caller } from '../../platform/database/caller.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type AccountCode } from '../domain/chart.js';
import { accountDirective, commodityDirective, journalEntry } from '../domain/hledger.js';
import { TransferReader } from './transfer-reader.js';
import { NO_PARTY } from './transfers.js';

const BATCH = 500;
/** Sorts before every id. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface AccountRow {
  readonly code: AccountCode;
  readonly party_id: string;
}

const ACCOUNTS = `SELECT DISTINCT code, party_id FROM ledger.account WHERE tenant_id = $1 ORDER BY code, party_id`;
const CURRENCIES = `SELECT DISTINCT currency FROM ledger.account WHERE tenant_id = $1 ORDER BY currency`;
const LAST = `SELECT id FROM ledger.transfer WHERE tenant_id = $1 ORDER BY id DESC LIMIT 1`;

/** The whole books as an hledger journal, read in batches and never held in memory at once. */
@Injectable()
export class HledgerExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transfers: TransferReader,
  ) {}

  /** Pieces of the journal. What is booked after the start is left out, so that the export ends. */
  async *journal(caller: Caller): AsyncGenerator<string> {
    const [last] = await this.unitOfWork.read(caller, (view) => view.query<{ id: string }>(LAST, [caller.tenantId]));
    yield await this.unitOfWork.read(caller, (view) => head(view));
    let after: string | undefined = last === undefined ? undefined : BEFORE_ALL;
    while (last !== undefined && after !== undefined) {
      const from: string = after;
      const batch = await this.unitOfWork.read(caller, (view) => this.transfers.between(view, from, last.id, BATCH));
      yield batch.map(journalEntry).join('');
      after = batch.length === BATCH ? batch.at(-1)?.id : undefined;
    }
  }
}

/** Declares what the journal uses, so that `hledger check --strict` holds too. */
async function head(view: View): Promise<string> {
  const currencies = await view.query<{ currency: string }>(CURRENCIES, [view.tenantId]);
  const accounts = await view.query<AccountRow>(ACCOUNTS, [view.tenantId]);
  return [
    ...currencies.map(({ currency }) => commodityDirective(currency)),
    ...accounts.map(({ code, party_id }) =>
      accountDirective({ code, partyId: party_id === NO_PARTY ? null : party_id }),
    ),
  ].join('');
}
