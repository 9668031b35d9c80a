import { type AuditEntry, type Tx } from '../../database/session.js';
import { audit, enqueue, publish } from '../../outbox/outbox.js';
import { defineJob } from '../../queues/job-definition.js';
import { type Mandate, termsOf } from './mandate-rows.js';

export type MandateNews = 'granted' | 'accepted' | 'declined' | 'revoked' | 'expired';

export interface TellPayload {
  readonly mandateId: string;
  readonly news: MandateNews;
  /** Whose log it is to be in too. */
  readonly tenantId: string;
}

/** A transaction is of one tenant: the other side's log and audit are written by a job. */
export const TELL_OTHER_SIDE = defineJob<TellPayload>('platform.tell-other-side');

/** Raises the event in the log of this tenant, and has the other side told. */
export function announce(tx: Tx, mandate: Mandate, news: MandateNews): void {
  raise(tx, mandate, news);
  const tenantId = mandate.role === 'granted' ? mandate.integratorId : mandate.grantorId;
  enqueue(tx, TELL_OTHER_SIDE, { mandateId: mandate.id, news, tenantId });
}

export function raise(tx: Tx, mandate: Mandate, news: MandateNews): void {
  const resource = { type: 'mandate', id: mandate.id };
  const facts = { resource, changed: ['state'], data: termsOf(mandate) };
  if (news === 'revoked') {
    const endedBy = mandate.endedBy === 'integrator' ? 'integrator' : 'grantor';
    publish(tx, { ...facts, type: 'mandates.mandate.revoked', data: { ...facts.data, endedBy } });
  } else {
    publish(tx, { ...facts, type: `mandates.mandate.${news}` });
  }
}

/** One line of the audit: what became of a mandate. */
export function note(
  tx: Tx,
  mandate: Mandate,
  news: MandateNews,
  change: Pick<AuditEntry, 'from' | 'to' | 'details'>,
): void {
  audit(tx, { action: `mandates.${news}`, resourceType: 'mandate', resourceId: mandate.id, ...change });
}
