import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, cursorId, cursorOf, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type AbnormalLine, faultsOfList, subjectKey } from '../domain/abnormal.js';
import { AbnormalByCheckError } from '../domain/abnormal.errors.js';
import { SAY } from '../domain/abnormal.sentences.js';
import { AbnormalEntry, type Lifting } from '../entities/abnormal-entry.entity.js';
import {
  type ClaimAtStake,
  claimsAtStake,
  type HitRow,
  hitsOf,
  holdListsForChange,
  type StandingEntry,
  standingEntries,
} from '../entities/abnormal-entries.table.js';
import { noteEntry, promiseTelling } from './abnormal-news.js';

/** What became of a list. */
export interface TakenList {
  readonly listed: readonly string[];
  readonly lifted: readonly string[];
  /** Entries that stood already; nothing about them has changed. */
  readonly known: readonly string[];
}

/** An invoice that an entry names, with the claims that stand on it. */
export interface AbnormalHit {
  readonly invoice: HitRow;
  readonly claims: readonly ClaimAtStake[];
}

export interface AbnormalFilter {
  readonly state: string | undefined;
  readonly origin: string | undefined;
  readonly issuerTaxNumber: string | undefined;
  readonly invoiceNumber: string | undefined;
}

/** Lists of abnormal invoices and issuers (异常凭证、非正常户): taken in as a whole or not at all, and lifted again. */
@Injectable()
export class AbnormalLists {
  /**
   * @param pointerOf of a line, for its faults
   * @throws InvalidInputError naming every fault of every line; then nothing has changed
   */
  async take(tx: Tx, lines: readonly AbnormalLine[], pointerOf: (index: number) => string): Promise<TakenList> {
    const faults = [...faultsOfList(lines, dateInZone(tx.now, CHINA), pointerOf)];
    await holdListsForChange(tx);
    const subjects = lines.map((line) => ({ ...line, key: subjectKey(line) }));
    const standing = new Map((await standingEntries(tx, subjects)).map((entry) => [entry.key, entry] as const));
    subjects.forEach((line, index) => {
      faults.push(...faultsOfLifting(line, standing.get(line.key), pointerOf(index)));
    });
    if (faults.length > 0) throw new InvalidInputError(faults);
    const taken = { listed: [] as string[], lifted: [] as string[], known: [] as string[] };
    for (const { key, ...line } of subjects) {
      const entry = standing.get(key);
      if (line.action === 'lift') taken.lifted.push((await this.liftOne(tx, entry?.id ?? '', line)).id);
      else if (entry === undefined) taken.listed.push(await this.listOne(tx, line));
      else taken.known.push(entry.id);
    }
    return taken;
  }

  /** @throws ResourceNotFoundError, IllegalTransitionError, AbnormalByCheckError, InvalidInputError */
  async lift(tx: Tx, id: string, lifting: Lifting): Promise<AbnormalEntry> {
    await holdListsForChange(tx);
    const { day } = lifting;
    const today = dateInZone(tx.now, CHINA);
    if (day > today) {
      throw new InvalidInputError([{ pointer: '/day', code: 'in_the_future', message: SAY.after_today({ today }) }]);
    }
    return this.liftOne(tx, id, lifting);
  }

  async get(view: View, id: string): Promise<AbnormalEntry> {
    const entry = await view.find(AbnormalEntry, id);
    if (entry === null) throw new ResourceNotFoundError(SAY.no_such_entry);
    return entry;
  }

  list(view: View, query: PageQuery, filter: AbnormalFilter): Promise<Page<AbnormalEntry>> {
    const conditions = [
      ...among('state', filter.state),
      ...equal('origin', filter.origin),
      ...equal('issuer_tax_number', filter.issuerTaxNumber),
      ...equal('invoice_number', filter.invoiceNumber),
    ];
    return entityPage(view, AbnormalEntry, { table: 'tax_refund.abnormal_entry', query, conditions });
  }

  /** The invoices that an entry names, also after it was lifted, and what of refunds stands on them today. */
  async hits(view: View, id: string, { limit = 50, cursor }: PageQuery): Promise<Page<AbnormalHit>> {
    await this.get(view, id);
    const rows = await hitsOf(view, id, cursor === undefined ? null : cursorId(cursor), limit + 1);
    const invoices = rows.slice(0, limit);
    const claims = await claimsAtStake(
      view,
      invoices.map((each) => each.id),
    );
    const last = invoices.at(-1);
    return {
      data: invoices.map((invoice) => ({ invoice, claims: claims.get(invoice.id) ?? [] })),
      nextCursor: rows.length > limit && last !== undefined ? cursorOf(last.id) : null,
    };
  }

  private async listOne(tx: Tx, { action: _action, ...line }: AbnormalLine): Promise<string> {
    const { tenantId, now } = tx;
    const given = { ...line, tenantId, id: newId(), enteredBy: tx.caller.actor, now };
    const entry = AbnormalEntry.list({ ...given, origin: 'list' });
    await tx.insert(AbnormalEntry, entry);
    noteEntry(tx, 'list', entry, null);
    promiseTelling(tx, entry.id);
    return entry.id;
  }

  private async liftOne(tx: Tx, id: string, lifting: Lifting): Promise<AbnormalEntry> {
    const entry = await tx.lock(AbnormalEntry, id);
    if (entry === null) throw new ResourceNotFoundError(SAY.no_such_entry);
    tx.assertFresh(entry);
    if (entry.origin === 'check' && entry.state === 'listed') {
      throw new AbnormalByCheckError(SAY.by_check({ number: entry.invoiceNumber ?? '' }));
    }
    const from = entry.state;
    const { source, day, note } = lifting;
    entry.lift({ source, day, note }, tx.now);
    if (day < entry.listedOn) {
      const message = SAY.lifted_before({ day: entry.listedOn });
      throw new InvalidInputError([{ pointer: '/day', code: 'before_start', message }]);
    }
    noteEntry(tx, 'lift', entry, from);
    promiseTelling(tx, id);
    await tx.store(AbnormalEntry, entry);
    return entry;
  }
}

function faultsOfLifting({ action, day }: AbnormalLine, standing: StandingEntry | undefined, at: string) {
  if (action !== 'lift') return [];
  if (standing === undefined) return [{ pointer: at, code: 'not_listed', message: SAY.not_listed }];
  if (day >= standing.listedOn) return [];
  return [{ pointer: `${at}/day`, code: 'before_start', message: SAY.lifted_before({ day: standing.listedOn }) }];
}
