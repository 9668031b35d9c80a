import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type AgencyAnswer, agencyGate, type AgencyLack, doubtOf } from '../domain/agency-gate.js';
import { collectionLack } from '../domain/claim-collection.js';
import { agencyStanding } from '../entities/agencies.table.js';
import { flagsOf } from '../entities/claim-flags.table.js';
import { type Claim } from '../entities/claim.entity.js';
import { owedAgain } from '../entities/collection-standing.table.js';

const NOT_AN_AGENT: AgencyAnswer = { agreement: null, lack: null };

/**
 * Whether a claim may be filed: its invoices are what they were, its collection is not owed again, and who files for a producer is
 * entrusted with it. Asked when it is to be filed, and again when it is sent; two prepared statements each time, and one more for
 * who files for others.
 */
@Injectable()
export class AgencyGate {
  constructor(private readonly clock: Clock) {}

  /** Of what is to be filed: any agreement in force will do. */
  ask(view: View, claim: Claim): Promise<AgencyAnswer> {
    return this.answer(view, claim, false);
  }

  /** Of what is on its way: filed under an agreement, it is sent under one. */
  askAgain(view: View, claim: Claim): Promise<AgencyAnswer> {
    return this.answer(view, claim, claim.agencyAgreementId !== null);
  }

  /** What keeps an agent from filing for this producer today; null: nothing. */
  async lackOf(
    view: View,
    { name, uscc }: { readonly name: string; readonly uscc: string },
  ): Promise<AgencyLack | null> {
    const { isRequired, now, agreements } = await agencyStanding(view, uscc, this.clock.now());
    return agencyGate(agreements, { producer: name, day: dateInZone(now, CHINA) }, isRequired, isRequired).lack;
  }

  private async answer(view: View, claim: Claim, isFiledUnderOne: boolean): Promise<AgencyAnswer> {
    const { id, regime, taxpayerName, taxpayerNumber } = claim;
    const doubt = doubtOf((await flagsOf(view, id)).filter(({ lifted_at }) => lifted_at === null));
    if (doubt !== null) return { agreement: null, lack: doubt };
    const uncollected = collectionLack(await owedAgain(view, claim), claim.collectBy);
    if (uncollected !== null) return { agreement: null, lack: uncollected };
    if (regime !== 'agency') return NOT_AN_AGENT;
    const { isRequired, now, agreements } = await agencyStanding(view, taxpayerNumber, this.clock.now());
    const facts = { producer: taxpayerName, day: dateInZone(now, CHINA) };
    return agencyGate(agreements, facts, isRequired || isFiledUnderOne, isRequired);
  }
}
