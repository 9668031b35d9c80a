import { Injectable } from '@nestjs/common';

import { Parties } from '../../parties/index.js';
import { newId, publicId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type AgencyTerms, checkAgency, checkFilings } from '../domain/agency.js';
import { type AgencyFilings } from '../domain/agency-evidence.js';
import { checkEvidence } from '../domain/agency-conditions.js';
import { type AgencyEvidence } from '../domain/agency-evidence.js';
import { AgencyAgreementExistsError, AgencyAgreementOverError } from '../domain/agency.errors.js';
import { SAY } from '../domain/agency.sentences.js';
import { AGENCY } from '../domain/agency-status.js';
import { filedUnder } from '../entities/agencies.table.js';
import { AgencyAgreement } from '../entities/agency-agreement.entity.js';
import { EXPIRE_AGENCY } from '../jobs/tax-refund.job.js';
import { noteGoingOn } from './announce.js';
import {
  announceConfirmed,
  announceDrafted,
  announceEnded,
  announceExpired,
  announceWithdrawn,
  noteAgency,
} from './agency-news.js';

/** By which agents file for producers: entered, confirmed once both have filed with their tax offices, ended. */
@Injectable()
export class AgencyAgreements {
  constructor(private readonly parties: Parties) {}

  /** @throws ResourceNotFoundError, InvalidInputError, AgencyAgreementExistsError */
  async draft(
    tx: Tx,
    producerId: string,
    { accountHolder, evidence, ...terms }: AgencyTerms & Pick<AgencyAgreement, 'accountHolder' | 'evidence'>,
  ): Promise<AgencyAgreement> {
    const party = await this.parties.find(tx, producerId);
    if (party?.kind !== 'seller' || party.uscc === null) throw new ResourceNotFoundError(SAY.no_such_producer);
    const { id, name, uscc, enterpriseKind } = party;
    const today = dateInZone(tx.now, CHINA);
    checkAgency(terms, { uscc, isManufacturer: enterpriseKind === 'manufacturer' }, today);
    assertEvidence(evidence, today);
    const { tenantId, now } = tx;
    const agreement = AgencyAgreement.draft({
      tenantId,
      id: newId(),
      producer: { id, name, uscc },
      terms,
      accountHolder,
      evidence,
      now,
    });
    try {
      await tx.insert(AgencyAgreement, agreement);
    } catch (error) {
      if (!violates(error, 'uq_agency_agreement_number')) throw error;
      const { agreementNumber } = terms;
      throw new AgencyAgreementExistsError(SAY.agreement_known({ agreementNumber }), { agreementNumber });
    }
    this.awaitEnd(tx, agreement);
    noteAgency(tx, 'draft', agreement, null);
    announceDrafted(tx, agreement);
    return agreement;
  }

  /** Both have filed. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, AgencyAgreementOverError */
  async confirm(tx: Tx, id: string, filings: AgencyFilings): Promise<AgencyAgreement> {
    const agreement = await this.locked(tx, id);
    AGENCY.next(agreement.state, 'confirm');
    const today = dateInZone(tx.now, CHINA);
    if (agreement.isOver(tx.now)) throw new AgencyAgreementOverError(SAY.over_already({ today }));
    checkFilings(filings, agreement, today);
    agreement.confirm(filings, tx.now);
    await tx.store(AgencyAgreement, agreement);
    noteAgency(tx, 'confirm', agreement, 'drafted', {
      producerFiledOn: filings.producerFiling?.filedOn ?? null,
      agentFiledOn: filings.agentFiling?.filedOn ?? null,
    });
    announceConfirmed(tx, agreement);
    return agreement;
  }

  /** Replaces what is shown of the conditions. @throws ResourceNotFoundError, StaleVersionError, InvalidInputError, AgencyAgreementOverError */
  async show(tx: Tx, id: string, evidence: readonly AgencyEvidence[]): Promise<AgencyAgreement> {
    const agreement = await this.locked(tx, id);
    if (agreement.endedAt !== null) throw new AgencyAgreementOverError(SAY.evidence_over);
    assertEvidence(evidence, dateInZone(tx.now, CHINA));
    agreement.show(evidence, tx.now);
    await tx.store(AgencyAgreement, agreement);
    const { state } = agreement;
    noteAgency(tx, 'show', agreement, state, { conditions: evidence.map(({ condition }) => condition) });
    return agreement;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async withdraw(tx: Tx, id: string, reason: string): Promise<AgencyAgreement> {
    const agreement = await this.locked(tx, id);
    agreement.withdraw(reason, tx.now);
    await tx.store(AgencyAgreement, agreement);
    noteAgency(tx, 'withdraw', agreement, 'drafted', { reason });
    announceWithdrawn(tx, agreement, reason);
    return agreement;
  }

  /** Nothing more is filed under it; what the bureau has goes on. @throws as `withdraw` */
  async end(tx: Tx, id: string, reason: string): Promise<AgencyAgreement> {
    const agreement = await this.locked(tx, id);
    agreement.end(reason, tx.now);
    await tx.store(AgencyAgreement, agreement);
    noteAgency(tx, 'end', agreement, 'in_force', { reason });
    announceEnded(tx, agreement, reason);
    await this.noteFiled(tx, agreement);
    return agreement;
  }

  /** Its last day is past. A clock that is not there yet is waited for. */
  async expire(tx: Tx, id: string): Promise<void> {
    const agreement = await tx.lock(AgencyAgreement, id);
    if (agreement === null || !AGENCY.allows(agreement.state, 'expire')) return;
    if (!agreement.isOver(tx.now)) {
      this.awaitEnd(tx, agreement);
      return;
    }
    const { state: from } = agreement;
    agreement.expire(tx.now);
    await tx.store(AgencyAgreement, agreement);
    noteAgency(tx, 'expire', agreement, from);
    announceExpired(tx, agreement);
    await this.noteFiled(tx, agreement);
  }

  private awaitEnd(tx: Tx, { id, expectedBy }: AgencyAgreement): void {
    if (expectedBy !== null) enqueue(tx, EXPIRE_AGENCY, { agreementId: id }, { dueAt: expectedBy });
  }

  /** What was filed under it is not called back: the audit of each says so. */
  private async noteFiled(tx: Tx, { id, state }: AgencyAgreement): Promise<void> {
    const details = { agreement: publicId('agencyAgreement', id), agreementState: state };
    for (const claim of await filedUnder(tx, id)) noteGoingOn(tx, claim, details);
  }

  private async locked(tx: Tx, id: string): Promise<AgencyAgreement> {
    const agreement = await tx.lock(AgencyAgreement, id);
    if (agreement === null) throw new ResourceNotFoundError(SAY.no_such_agreement);
    tx.assertFresh(agreement);
    return agreement;
  }
}

function assertEvidence(evidence: readonly AgencyEvidence[], today: LocalDate): void {
  const check = new InputCheck();
  checkEvidence(check, evidence, today);
  check.done();
}
