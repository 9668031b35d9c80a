import { type AgencyNews } from '../../contracts/events/tax-refund.events.js';
import { publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { type AgencyCommand, type AgencyState } from '../domain/agency-status.js';
import { type AgencyAgreement } from '../entities/agency-agreement.entity.js';

interface About {
  readonly resource: { readonly type: 'agencyAgreement'; readonly id: string };
  readonly changed: readonly string[];
}

const ENDED = ['state', 'endedOn', 'endedAt'];

function about({ id }: AgencyAgreement, changed: readonly string[] = ['state']): About {
  return { resource: { type: 'agencyAgreement', id }, changed };
}

function newsOf({ producerId, producerName, agent, agreementNumber, validFrom, validTo }: AgencyAgreement): AgencyNews {
  const producer = { producerId: publicId('party', producerId), producerName };
  return { ...producer, agentName: agent.name, agreementNumber, validFrom, validTo };
}

/** Who did it is the actor of the line; producer and agent stand in it by name. */
export function noteAgency(
  tx: Tx,
  command: AgencyCommand | 'draft' | 'show',
  { id, state, producerName, agent, agreementNumber }: AgencyAgreement,
  from: AgencyState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  audit(tx, {
    action: `tax_refund.agency_agreement.${command}`,
    resourceType: 'agencyAgreement',
    resourceId: id,
    from,
    to: state,
    details: { producer: producerName, agent: agent.name, agreementNumber, ...details },
  });
}

export function announceDrafted(tx: Tx, agreement: AgencyAgreement): void {
  const data = newsOf(agreement);
  publish(tx, { type: 'tax_refund.agency_agreement.drafted', ...about(agreement), creates: true, data });
}

export function announceConfirmed(tx: Tx, agreement: AgencyAgreement): void {
  const changed = ['state', 'producerFiling', 'agentFiling', 'confirmedAt'];
  const data = newsOf(agreement);
  publish(tx, { type: 'tax_refund.agency_agreement.confirmed', ...about(agreement, changed), data });
}

export function announceExpired(tx: Tx, agreement: AgencyAgreement): void {
  const data = newsOf(agreement);
  publish(tx, { type: 'tax_refund.agency_agreement.expired', ...about(agreement, ENDED), data });
}

export function announceWithdrawn(tx: Tx, agreement: AgencyAgreement, reason: string): void {
  const data = { ...newsOf(agreement), reason };
  publish(tx, { type: 'tax_refund.agency_agreement.withdrawn', ...about(agreement, [...ENDED, 'reason']), data });
}

export function announceEnded(tx: Tx, agreement: AgencyAgreement, reason: string): void {
  const data = { ...newsOf(agreement), reason };
  publish(tx, { type: 'tax_refund.agency_agreement.ended', ...about(agreement, [...ENDED, 'reason']), data });
}
