import { publicId } from '../../kernel/ids.js';
import { type BrokerMandateNews } from '../../contracts/events/customs.events.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { type BrokerMandateCommand, type BrokerMandateState } from '../domain/broker-mandate-status.js';
import { type BrokerMandate } from '../entities/broker-mandate.entity.js';

interface About {
  readonly resource: { readonly type: 'brokerMandate'; readonly id: string };
  readonly orderId: string | null;
  readonly changed: readonly string[];
}

function about({ id, orderId }: BrokerMandate, changed: readonly string[] = ['state']): About {
  return { resource: { type: 'brokerMandate', id }, orderId, changed };
}

function newsOf({
  sellerId,
  sellerName,
  broker,
  agreementNumber,
  validFrom,
  validTo,
}: BrokerMandate): BrokerMandateNews {
  const seller = { sellerId: publicId('party', sellerId), sellerName };
  return { ...seller, brokerName: broker.name, agreementNumber, validFrom, validTo };
}

/** Who did it is the actor of the line; who entrusts and who is entrusted stand in it by name. */
export function noteMandate(
  tx: Tx,
  command: BrokerMandateCommand | 'offer',
  { id, state, sellerName, broker, agreementNumber }: BrokerMandate,
  from: BrokerMandateState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  audit(tx, {
    action: `customs.broker_mandate.${command}`,
    resourceType: 'brokerMandate',
    resourceId: id,
    from,
    to: state,
    details: { seller: sellerName, broker: broker.name, agreementNumber, ...details },
  });
}

export function announceOffered(tx: Tx, mandate: BrokerMandate): void {
  publish(tx, { type: 'customs.broker_mandate.offered', ...about(mandate), creates: true, data: newsOf(mandate) });
}

export function announceAccepted(tx: Tx, mandate: BrokerMandate): void {
  publish(tx, {
    type: 'customs.broker_mandate.accepted',
    ...about(mandate, ['state', 'acceptedAt']),
    data: newsOf(mandate),
  });
}

export function announceExpired(tx: Tx, mandate: BrokerMandate): void {
  publish(tx, { type: 'customs.broker_mandate.expired', ...about(mandate, ENDED), data: newsOf(mandate) });
}

export function announceRefused(tx: Tx, mandate: BrokerMandate, reason: string): void {
  const data = { ...newsOf(mandate), reason };
  publish(tx, { type: 'customs.broker_mandate.refused', ...about(mandate, [...ENDED, 'reason']), data });
}

export function announceRevoked(tx: Tx, mandate: BrokerMandate, reason: string): void {
  const data = { ...newsOf(mandate), reason };
  publish(tx, { type: 'customs.broker_mandate.revoked', ...about(mandate, [...ENDED, 'reason']), data });
}

const ENDED = ['state', 'endedAt'];
