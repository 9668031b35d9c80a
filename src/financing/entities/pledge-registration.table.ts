import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type RegistrationState } from '../domain/registration.js';

/** What backs one advance, or one pledged receipt, as it stands in the register. */
export interface PledgeRegistration {
  readonly state: RegistrationState;
  readonly registrationNumber: string | null;
  readonly registeredOn: LocalDate | null;
  readonly expiresOn: LocalDate;
  readonly renewals: number;
  readonly reason: string | null;
}

const COLUMNS = `state, registration_number AS "registrationNumber", registered_on::text AS "registeredOn",
  expires_on::text AS "expiresOn", renewals, reason`;
const WANT = `
  INSERT INTO financing.pledge_registration (tenant_id, advance_id, state, expires_on, created_at, updated_at)
  VALUES ($1, $2, 'wanted', $3, $4, $4)`;
const READ = `SELECT ${COLUMNS} FROM financing.pledge_registration WHERE tenant_id = $1 AND advance_id = $2`;
const READ_ALL = `
  SELECT advance_id AS id, ${COLUMNS} FROM financing.pledge_registration WHERE tenant_id = $1 AND advance_id = ANY($2::uuid[])`;
/** Each changes the row from the states that it may be in, and says whether it did. */
const change = (set: string, from: string): string => `
  UPDATE financing.pledge_registration SET ${set}, updated_at = $3
  WHERE tenant_id = $1 AND advance_id = $2 AND state IN (${from}) RETURNING state`;
const REGISTERED = change(`state = 'registered', registration_number = $4, registered_on = $5`, `'wanted'`);
const REFUSED = change(`state = 'refused', reason = $4`, `'wanted'`);
const RENEWED = change(`expires_on = $4, renewals = renewals + 1`, `'registered'`);
const ENDING = change(`state = 'ending'`, `'wanted', 'registered'`);
const ENDED = change(`state = 'ended'`, `'ending'`);

export async function wantRegistration(tx: Tx, advanceId: string, expiresOn: LocalDate): Promise<void> {
  await tx.query(WANT, [tx.tenantId, advanceId, expiresOn, tx.now]);
}

/** Null where none was wanted. */
export async function registrationOf(view: View, advanceId: string): Promise<PledgeRegistration | null> {
  const [row] = await view.query<PledgeRegistration>(READ, [view.tenantId, advanceId]);
  return row ?? null;
}

/** Those of several; of whom none was wanted is left out. */
export async function registrationsOf(
  view: View,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PledgeRegistration>> {
  const rows = await view.query<PledgeRegistration & { readonly id: string }>(READ_ALL, [view.tenantId, ids]);
  return new Map(rows.map(({ id, ...registration }) => [id, registration]));
}

/** @returns false where the loan came to nothing meanwhile */
export async function noteRegistered(
  tx: Tx,
  advanceId: string,
  { registrationNumber, registeredOn }: { readonly registrationNumber: string; readonly registeredOn: LocalDate },
): Promise<boolean> {
  const rows = await tx.query(REGISTERED, [tx.tenantId, advanceId, tx.now, registrationNumber, registeredOn]);
  return rows.length === 1;
}

export async function noteRefused(tx: Tx, advanceId: string, reason: string): Promise<boolean> {
  return (await tx.query(REFUSED, [tx.tenantId, advanceId, tx.now, reason])).length === 1;
}

export async function noteRenewed(tx: Tx, advanceId: string, until: LocalDate): Promise<boolean> {
  return (await tx.query(RENEWED, [tx.tenantId, advanceId, tx.now, until])).length === 1;
}

/** @returns whether there is something to cancel */
export async function endRegistration(tx: Tx, advanceId: string): Promise<boolean> {
  return (await tx.query(ENDING, [tx.tenantId, advanceId, tx.now])).length === 1;
}

export async function noteEnded(tx: Tx, advanceId: string): Promise<void> {
  await tx.query(ENDED, [tx.tenantId, advanceId, tx.now]);
}
