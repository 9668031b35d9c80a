import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { type ConsentState } from '../domain/lender/consent-state.js';

/** Who looks at a consent: the tenant that gave it, or the lender that it is for. */
export type ConsentSide = 'grantor' | 'lender';

/** That a lender sees what it lends to a tenant. */
export interface LenderConsent {
  readonly id: string;
  readonly grantorId: string;
  readonly grantorName: string;
  readonly lenderId: string;
  /** Null until it has accepted: whoever knows an id learns no name by it. */
  readonly lenderName: string | null;
  /** Its code, as the products name it. */
  readonly lender: string;
  readonly state: ConsentState;
  /** The key or the person that gave it. */
  readonly givenBy: string;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: ConsentSide | null;
  readonly version: number;
}

const OF_BOTH = `id, tenant_id AS grantor_id, grantor_name, lender_id, lender_name, lender, state, given_by, created_at, accepted_at,
  ended_at, ended_by, version`;
/** As one of the two sees it, under the name by which each tenant finds its own rows. */
export const CONSENT_SIDES: Readonly<Record<ConsentSide, string>> = {
  grantor: `(SELECT tenant_id, ${OF_BOTH} FROM financing.lender_consent) AS side`,
  lender: `(SELECT lender_id AS tenant_id, ${OF_BOTH} FROM financing.lender_consent) AS side`,
};
export const CONSENT_COLUMNS = `id, grantor_id AS "grantorId", grantor_name AS "grantorName", lender_id AS "lenderId", lender_name AS "lenderName",
  lender, state, given_by AS "givenBy", created_at AS "createdAt", accepted_at AS "acceptedAt", ended_at AS "endedAt",
  ended_by AS "endedBy", version`;
const FIND: Readonly<Record<ConsentSide, string>> = {
  grantor: `SELECT ${CONSENT_COLUMNS} FROM ${CONSENT_SIDES.grantor} WHERE tenant_id = $1 AND id = $2`,
  lender: `SELECT ${CONSENT_COLUMNS} FROM ${CONSENT_SIDES.lender} WHERE tenant_id = $1 AND id = $2`,
};
const LOCK = `
  SELECT 1 FROM financing.lender_consent WHERE (tenant_id = $1 OR lender_id = $1) AND id = $2 FOR UPDATE`;
const OFFER = `
  INSERT INTO financing.lender_consent (tenant_id, id, lender_id, lender, grantor_name, state, given_by, created_at)
  SELECT $1, $2, $3, $4, t.name, 'offered', $5, $6 FROM platform.tenant t WHERE t.id = $1`;
const ACCEPT = `
  UPDATE financing.lender_consent SET state = 'active', accepted_at = $3, version = version + 1,
         lender_name = (SELECT t.name FROM platform.tenant t WHERE t.id = $1)
  WHERE lender_id = $1 AND id = $2`;
const END = `
  UPDATE financing.lender_consent SET state = $3, ended_at = $4, ended_by = $5, version = version + 1
  WHERE (tenant_id = $1 OR lender_id = $1) AND id = $2`;

export async function findConsent(view: View, side: ConsentSide, id: string): Promise<LenderConsent | null> {
  const [found] = await view.query<LenderConsent>(FIND[side], [view.tenantId, id]);
  return found ?? null;
}

/** Whoever changes one, or tells of it, holds it. One that is over needs no lock. */
export async function lockConsent(tx: Tx, id: string): Promise<void> {
  await tx.query(LOCK, [tx.tenantId, id]);
}

/** @returns false where the lender has an open one already */
export async function offerConsent(
  tx: Tx,
  { id, lenderId, lender }: { readonly id: string; readonly lenderId: string; readonly lender: string },
): Promise<boolean> {
  try {
    await tx.query(OFFER, [tx.tenantId, id, lenderId, lender, tx.caller.actor, tx.now]);
    return true;
  } catch (error) {
    if (violates(error, 'uq_lender_consent_open')) return false;
    throw error;
  }
}

export async function acceptConsent(tx: Tx, id: string): Promise<void> {
  await tx.query(ACCEPT, [tx.tenantId, id, tx.now]);
}

export async function endConsent(tx: Tx, id: string, state: ConsentState, by: ConsentSide): Promise<void> {
  await tx.query(END, [tx.tenantId, id, state, tx.now, by]);
}
