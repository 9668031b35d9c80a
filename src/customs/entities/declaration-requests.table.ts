import { In } from 'typeorm';

import { type Tx } from '../../platform/database/session.js';
import { OPEN_REQUEST_STATES } from '../domain/declaration-request-status.js';
import { DeclarationRequest } from './declaration-request.entity.js';

/** What is being asked of customs about a declaration, held until the transaction ends. The caller holds the declaration. */
export function openRequest(tx: Tx, declarationId: string): Promise<DeclarationRequest | null> {
  return tx.manager.findOne(DeclarationRequest, {
    where: { tenantId: tx.tenantId, declarationId, state: In([...OPEN_REQUEST_STATES]) },
    lock: { mode: 'for_no_key_update' },
  });
}
