import { type Tx } from '../database/session.js';
import { sqlState } from '../database/violates.js';
import { audit } from '../outbox/outbox.js';
import { SAY } from '../platform.sentences.js';
import { LiveCallerError, OtherTenantError, ResetBusyError } from './tenant.errors.js';

const ERASE = `SELECT platform.reset_sandbox()::text AS erased`;
/** It waits for a while only, and gives way where two wait for one another. */
const BUSY = ['55P03', '40P01'];

/**
 * Erases what a sandbox tenant has, but for those who may come in. Nothing else of the tenant runs meanwhile. The audit goes
 * with the rest, and begins anew with the line that says so.
 * @param named whose data the caller means
 * @returns how many rows are gone
 * @throws LiveCallerError, OtherTenantError, ResetBusyError
 */
export async function resetSandbox(tx: Tx, named: string): Promise<number> {
  if (tx.livemode) throw new LiveCallerError(SAY.tenant_live);
  // Who acts for another tenant has a credential of its own, and can empty neither with it.
  if (named !== tx.tenantId || tx.caller.acting !== undefined) throw new OtherTenantError(SAY.tenant_other);
  const erased = await erase(tx);
  audit(tx, { action: 'sandbox.reset', resourceType: 'tenant', resourceId: tx.tenantId, details: { erased } });
  return erased;
}

async function erase(tx: Tx): Promise<number> {
  try {
    const [row] = await tx.query<{ erased: string }>(ERASE);
    return Number(row?.erased);
  } catch (error) {
    if (BUSY.includes(sqlState(error) ?? '')) throw new ResetBusyError(SAY.tenant_busy);
    throw error;
  }
}
