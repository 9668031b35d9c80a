import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type ShipmentDeclaration } from '../../entities/shipment-declaration.entity.js';

type PlainNews = 'financing.shipment_declaration.settled' | 'financing.shipment_declaration.premium_paid';

/** What every event of a declared shipment tells. */
export function whoseShipment({ policyId, limitId, amount, covered, premium }: ShipmentDeclaration): {
  readonly policyId: string;
  readonly limitId: string;
  readonly amount: MoneyJson;
  readonly covered: MoneyJson;
  readonly premium: MoneyJson;
} {
  return {
    ...{ policyId: publicId('insurancePolicy', policyId), limitId: publicId('buyerLimit', limitId) },
    ...{ amount: amount.toJSON(), covered: covered.toJSON(), premium: premium.toJSON() },
  };
}

export function tellShipment(tx: Tx, type: PlainNews, declaration: ShipmentDeclaration): void {
  const { id, orderId } = declaration;
  const resource = { type: 'shipmentDeclaration', id };
  publish(tx, { type, resource, orderId, changed: ['state'], data: whoseShipment(declaration) });
}

export function noteShipment(
  tx: Tx,
  { id, state, covered, premium }: ShipmentDeclaration,
  verb: string,
  from: string | null = null,
): void {
  audit(tx, {
    ...{ action: `financing.shipment_declaration.${verb}`, resourceType: 'shipmentDeclaration', resourceId: id },
    ...{ from, to: state, details: { covered: covered.toJSON(), premium: premium.toJSON() } },
  });
}
