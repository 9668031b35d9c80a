import { Injectable } from '@nestjs/common';

import { type View } from '../../../platform/database/session.js';
import { LENDER_LOAN_STATES } from '../../domain/lender/lender-loan.js';
import { type ClientEvent } from './pledged-facts.js';
import { drawnBy, endOfConsent, loansAfter, loansOf, nextEvents } from './client-feed.js';
import { findConsent, type LenderConsent } from '../../entities/lender-consents.table.js';
import { type LenderFeed } from '../../entities/lender-feeds.table.js';
import { type LenderLimit, limitsOfClient } from '../../entities/lender-limits.table.js';
import { type ClientLoan, ClientLoans } from './client-loans.js';

const LOANS_MAX = 50;
const EVENTS_MAX = 200;
const STATES: readonly string[] = LENDER_LOAN_STATES;

/** What a lender is to be brought next of one client. */
export interface ClientNews {
  /** Those that it may see, as they stand now. */
  readonly loans: readonly ClientLoan[];
  readonly events: readonly ClientEvent[];
  /** Which loans each event is about, by the event's id. */
  readonly about: ReadonlyMap<string, readonly string[]>;
  readonly limits: readonly LenderLimit[];
  /** How far it is told with this. */
  readonly feed: LenderFeed;
  /** The consent was revoked, and with this everything before that is told. */
  readonly isPastEnd: boolean;
}

/** Looks through a client's log for what its lender may know. In a view of the client's tenant. */
@Injectable()
export class ClientNewsReader {
  constructor(private readonly loans: ClientLoans) {}

  /** @returns null where the consent is no more */
  async next(view: View, consentId: string, feed: LenderFeed): Promise<ClientNews | null> {
    const consent = await findConsent(view, 'grantor', consentId);
    if (consent === null) return null;
    return feed.afterLoanId === null ? this.events(view, consent, feed) : this.slice(view, consent, feed);
  }

  /** Loans that there were when the consent began to hold. */
  private async slice(view: View, consent: LenderConsent, feed: LenderFeed): Promise<ClientNews | null> {
    const ids = await loansAfter(view, consent.lender, { afterId: feed.afterLoanId, loansMax: LOANS_MAX });
    const afterLoanId = ids.length < LOANS_MAX ? null : (ids.at(-1) ?? null);
    const next = { feed: { ...feed, afterLoanId }, events: [], about: new Map<string, string[]>() };
    return this.gather(view, consent, ids, next);
  }

  private async events(view: View, consent: LenderConsent, feed: LenderFeed): Promise<ClientNews | null> {
    const { events, position } = await nextEvents(view, { position: feed.position, eventsMax: EVENTS_MAX });
    const about = await loansOf(view, consent.lender, events);
    const ids = [...new Set([...about.values()].flat())];
    return this.gather(view, consent, ids, { feed: { ...feed, position }, events, about });
  }

  /** The consent is looked at again after the loans: what was drawn later than it ended is not seen as drawn before. */
  private async gather(
    view: View,
    { id, lender }: LenderConsent,
    ids: readonly string[],
    next: Pick<ClientNews, 'feed' | 'events' | 'about'>,
  ): Promise<ClientNews | null> {
    const found = (await this.loans.read(view, ids)).filter(({ loan }) => STATES.includes(loan.state));
    const limits = await limitsOfClient(
      view,
      lender,
      found.map(({ loan }) => loan),
    );
    const consent = await findConsent(view, 'grantor', id);
    if (consent === null) return null;
    const { endedAt } = consent;
    if (endedAt === null) return { ...next, loans: found, limits, isPastEnd: false };
    const drawn = await drawnBy(view, ids, endedAt);
    const end = await endOfConsent(view, id);
    const isPastEnd = next.feed.afterLoanId === null && end !== null && BigInt(next.feed.position) >= BigInt(end);
    return { ...next, loans: found.filter(({ loan }) => drawn.has(loan.id)), limits: [], isPastEnd };
  }
}
