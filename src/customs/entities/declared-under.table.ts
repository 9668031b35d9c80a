import { type Tx } from '../../platform/database/session.js';
import { type DeclarationState } from '../domain/declaration-status.js';

/** A declaration that customs has, or may have. */
export interface SentDeclaration {
  readonly id: string;
  readonly state: DeclarationState;
}

/** Its latest attempt only: an earlier one has come to its end. What is queued is judged when its turn comes. */
const SENT = `
  SELECT d.id, d.state FROM customs.submission s
  JOIN customs.declaration d ON d.tenant_id = s.tenant_id AND d.id = s.declaration_id AND d.attempt = s.attempt
  WHERE s.tenant_id = $1 AND s.mandate_id = $2
    AND d.state IN ('submitted', 'accepted', 'reviewing', 'concluded', 'inspecting', 'released', 'departed')
  ORDER BY d.id`;

export function declaredUnder(tx: Tx, mandateId: string): Promise<SentDeclaration[]> {
  return tx.query<SentDeclaration>(SENT, [tx.tenantId, mandateId]);
}
