import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { openField, type SealedText } from '../../../platform/database/sealed-fields.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import {
  among,
  cursorAt,
  type DatedPageQuery,
  equal,
  numberAt,
  page,
  type Page,
  type PageQuery,
} from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { BankFileError } from '../../domain/bank-files/bank-file.errors.js';
import { SAY } from '../../domain/bank-files/bank-file.sentences.js';
import {
  type BankEntryRow,
  type BankFileRow,
  type BankReportRow,
  countsOf,
  entriesOf,
  entriesToTakeIn,
  FILE,
  findFile,
  findFileByHash,
  insertEntries,
  insertFile,
  insertReports,
  markTakenIn,
  type ReportCount,
  reportsOf,
} from '../../entities/bank-files.table.js';
import { type BankFilePayload, reconcileStatement, takeBankFile } from '../../jobs/fx.job.js';
import { type ReadBankFile } from '../../partners/bank-file-reader.port.js';
import { planOf } from './bank-file-plan.js';
import { BankMovements } from './bank-movements.js';
import { lockByNumber } from '../collections/collection-rows.js';
import { PayerAccounts } from '../refunds/payer-accounts.js';

/** Shown with a file; all of them are told of their own list. */
const ENTRIES_SHOWN = 200;
/** Taken in together: more would hold the account for too long. */
const SLICE = 500;

/** A file with what it says of each account. */
export interface FullBankFile {
  readonly file: BankFileRow;
  readonly reports: readonly BankReportRow[];
  readonly counts: readonly ReportCount[];
  readonly entries: readonly BankEntryRow[];
  /** The same bytes were kept before. */
  readonly isRepeated: boolean;
}

export interface BankFileFilter {
  readonly messageType?: string | undefined;
  readonly state?: string | undefined;
}

/** Files of the bank that somebody brings: kept word for word, and what they say of money that came taken in. */
@Injectable()
export class BankFiles {
  constructor(
    private readonly movements: BankMovements,
    private readonly payers: PayerAccounts,
  ) {}

  /**
   * Keeps a file, and orders that it is taken in. The same bytes are kept once.
   * @throws BankFileError where an account is not one of ours, or a statement was told otherwise before
   */
  async keep(tx: Tx, { file, sha256, content }: ReadBankFile): Promise<FullBankFile> {
    const earlier = await findFileByHash(tx, sha256);
    if (earlier !== null) return { ...(await this.full(tx, earlier)), isRepeated: true };
    const id = newId();
    const accounts = await lockByNumber(tx, file.reports);
    const { reports, entries, faults } = await planOf(tx, id, file, { accounts, payers: this.payers });
    if (faults.length > 0) throw new BankFileError(SAY.unusable({ count: faults.length }), {}, faults);
    const isToTakeIn = entries.some(({ outcome }) => outcome === 'taken_in');
    const { type, version, messageId, createdAt, quirks } = file;
    const row = await insertFile(tx, {
      ...{ id, sha256, content, messageId, quirks },
      ...{ messageType: type, messageVersion: version, bankCreatedAt: createdAt },
      state: isToTakeIn ? 'received' : 'taken_in',
    });
    // Somebody sent the same at the same moment.
    if (row === null) return this.keep(tx, { file, sha256, content });
    await insertReports(tx, reports);
    await insertEntries(tx, id, entries);
    audit(tx, { action: 'bank_file.received', resourceType: 'bankFile', resourceId: id, to: row.state });
    if (isToTakeIn) enqueue(tx, takeBankFile, { fileId: id, after: 0 });
    else await this.announce(tx, row);
    return { ...(await this.full(tx, row)), isRepeated: false };
  }

  /** Takes in the next entries of a file, and orders the rest. What is known by then changes nothing. */
  async takeNext(tx: Tx, { fileId, after }: BankFilePayload): Promise<void> {
    const entries = await entriesToTakeIn(tx, fileId, after, SLICE);
    const reports = new Map((await reportsOf(tx, [fileId])).map((report) => [report.id, report]));
    // Each number is sealed anew for each report: rows are brought together by the account.
    const byAccount = Map.groupBy(entries, ({ reportId }) => reports.get(reportId)?.accountId ?? '');
    const numbers = new Map([...reports.values()].map((report) => [report.accountId, report.accountNumber]));
    const notices = [...byAccount].map(([accountId, rows]) => ({
      accountNumber: numberIn(numbers, accountId),
      entries: rows.flatMap(({ movements }) => movements.map((kept) => this.payers.read(kept))),
    }));
    await this.movements.takeIn(tx, notices, fileId);
    const last = entries.at(-1);
    if (entries.length === SLICE && last !== undefined) {
      enqueue(tx, takeBankFile, { fileId, after: last.ordinal });
      return;
    }
    const file = await markTakenIn(tx, fileId);
    if (file === null) return;
    audit(tx, {
      action: 'bank_file.taken_in',
      resourceType: 'bankFile',
      resourceId: fileId,
      from: 'received',
      to: file.state,
    });
    await this.announce(tx, file);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullBankFile> {
    const file = await findFile(view, id);
    if (file === null) throw new ResourceNotFoundError(SAY.no_such_file);
    return { ...(await this.full(view, file)), isRepeated: false };
  }

  list(view: View, query: DatedPageQuery, { messageType, state }: BankFileFilter): Promise<Page<BankFileRow>> {
    const conditions = [...equal('message_type', messageType), ...among('state', state)];
    return page<BankFileRow>(view, { table: 'fx.bank_file', columns: FILE, query, conditions });
  }

  /** All its entries, in their order. @throws ResourceNotFoundError */
  async entries(view: View, id: string, { limit = 50, cursor }: PageQuery): Promise<Page<BankEntryRow>> {
    if ((await findFile(view, id)) === null) throw new ResourceNotFoundError(SAY.no_such_file);
    const rows = await entriesOf(view, id, cursor === undefined ? 0 : numberAt(cursor), limit + 1);
    const data = rows.slice(0, limit);
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? cursorAt(last.ordinal) : null };
  }

  private async full(view: View, file: BankFileRow): Promise<Omit<FullBankFile, 'isRepeated'>> {
    const reports = await reportsOf(view, [file.id]);
    const counts = await countsOf(
      view,
      reports.map(({ id }) => id),
    );
    return { file, reports, counts, entries: await entriesOf(view, file.id, 0, ENTRIES_SHOWN) };
  }

  private async announce(tx: Tx, { id, messageType, messageId }: BankFileRow): Promise<void> {
    const reports = await reportsOf(tx, [id]);
    const counts = await countsOf(
      tx,
      reports.map((report) => report.id),
    );
    const of = (...outcomes: string[]): number =>
      counts.filter(({ outcome }) => outcomes.includes(outcome)).reduce((sum, { count }) => sum + count, 0);
    for (const { id: statementId, kind, repeats } of reports) {
      if (kind === 'statement' && repeats === null) enqueue(tx, reconcileStatement, { statementId });
    }
    publish(tx, {
      type: 'fx.bank_file.taken_in',
      resource: { type: 'bankFile', id },
      changed: ['state'],
      data: { messageType, messageId, accounts: reports.length, takenIn: of('taken_in'), known: of('known') },
    });
  }
}

function numberIn(numbers: ReadonlyMap<string, SealedText>, accountId: string): string {
  const kept = numbers.get(accountId);
  return kept === undefined ? '' : openField(kept);
}
