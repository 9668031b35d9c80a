import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { type Caller } from '../../../platform/database/caller.js';
import { type Tx } from '../../../platform/database/session.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { type ClientEvent, factOf, LOAN_EVENTS } from './pledged-facts.js';
import { beginningOf } from './client-feed.js';
import { markWatch } from '../../entities/covenant-watch.table.js';
import { keepFact } from '../../entities/lender-facts.table.js';
import { beginFeed, holdFeed, type LenderFeed, moveFeed, readFeed } from '../../entities/lender-feeds.table.js';
import { bringLimits } from '../../entities/lender-limits.table.js';
import { bringLoan, forgetLoans, hasLiveLoans, knownLoans, undrawnLoans } from '../../entities/lender-loans.table.js';
import { type ClientLoan } from './client-loans.js';
import { type ClientNews, ClientNewsReader } from './client-news.js';
import { tellChange, tellFact, tellShared } from './loan-news.js';

/** A consent that is told of: whose loans, and to whom. */
export interface FedConsent {
  readonly consentId: string;
  readonly grantorId: string;
  readonly lenderId: string;
}

/**
 * Brings to a lender what it may know of a client. It reads in the client's tenant, and writes in the lender's: the loans, the
 * events about them, and how far it came, all in one transaction. So whatever crashes, each is told once.
 */
@Injectable()
export class LenderFeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ClientNewsReader,
  ) {}

  async step({ consentId, grantorId, lenderId }: FedConsent, actor: string): Promise<void> {
    const client: Caller = { tenantId: grantorId, actor, traceparent: null };
    const lender: Caller = { ...client, tenantId: lenderId };
    const feed = await this.unitOfWork.read(lender, (view) => readFeed(view, consentId));
    if (feed === null) {
      const beginning = await this.unitOfWork.read(client, (view) => beginningOf(view, consentId));
      if (beginning !== null) await this.unitOfWork.run(lender, (tx) => beginFeed(tx, consentId, beginning));
      return;
    }
    const news = await this.unitOfWork.read(client, (view) => this.reader.next(view, consentId, feed));
    if (news !== null) await this.unitOfWork.run(lender, (tx) => this.bring(tx, consentId, feed, news));
  }

  private async bring(tx: Tx, consentId: string, seen: LenderFeed, news: ClientNews): Promise<void> {
    if (!(await holdFeed(tx, consentId, seen))) return; // another worker has told it
    const loans = await this.bringLoans(tx, consentId, seen, news);
    await bringLimits(tx, consentId, news.limits);
    for (const event of news.events) await this.tell(tx, event, news, loans);
    if (news.isPastEnd) await this.withdraw(tx, consentId);
    const isOver = news.isPastEnd && !(await hasLiveLoans(tx, consentId));
    await moveFeed(tx, consentId, { ...news.feed, isOver });
    if (loans.size > 0 || news.isPastEnd) await markWatch(tx);
  }

  /** @returns those that are of this consent by now */
  private async bringLoans(
    tx: Tx,
    consentId: string,
    { afterLoanId }: LenderFeed,
    { loans, events, about }: ClientNews,
  ): Promise<ReadonlyMap<string, ClientLoan>> {
    const known = await knownLoans(
      tx,
      loans.map(({ loan }) => loan.id),
    );
    const asked = new Set(
      events.filter(({ type }) => type === 'financing.advance.requested').flatMap(({ id }) => about.get(id) ?? []),
    );
    const brought = new Map<string, ClientLoan>();
    for (const each of loans) {
      const { loan, payments } = each;
      const owner = known.get(loan.id);
      // A consent that begins takes over what an earlier one has shown; after that each loan is told by one.
      if (owner !== undefined && owner !== consentId && afterLoanId === null) continue;
      // It was refused before its lender heard of it.
      if (owner === undefined && loan.state === 'declined' && !asked.has(loan.id)) continue;
      await bringLoan(tx, { ...loan, consentId }, payments);
      if (owner === undefined) tellShared(tx, loan);
      brought.set(loan.id, each);
    }
    return brought;
  }

  private async tell(
    tx: Tx,
    event: ClientEvent,
    { about }: ClientNews,
    loans: ReadonlyMap<string, ClientLoan>,
  ): Promise<void> {
    const fact = factOf(event);
    for (const id of about.get(event.id) ?? []) {
      const loan = loans.get(id)?.loan;
      if (loan === undefined) continue;
      if (LOAN_EVENTS.has(event.type)) tellChange(tx, loan, event);
      // Told or not it would be by how fast the feed is: what came before the loan is no news of it.
      else if (event.occurredAt < loan.createdAt) continue;
      // What becomes of it after the loan is over is its client's own business.
      else if (loan.endedOn !== null && event.occurredAt > loan.updatedAt) continue;
      else if (fact !== null && (await keepFact(tx, id, event, fact))) tellFact(tx, id, event, fact);
    }
  }

  private async withdraw(tx: Tx, consentId: string): Promise<void> {
    const ids = await undrawnLoans(tx, consentId);
    for (const id of ids) {
      const data = { reference: publicId('advance', id) };
      publish(tx, { type: 'financing.lender_loan.withdrawn', resource: { type: 'lenderLoan', id }, data });
    }
    if (ids.length > 0) await forgetLoans(tx, ids);
  }
}
