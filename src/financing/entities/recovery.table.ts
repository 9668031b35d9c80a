import { Money } from '../../kernel/money.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type SharedRecovery } from '../domain/insurance/indemnity.js';
import { COVER_CURRENCY } from '../domain/insurance/cover-terms.js';

/** A receipt that was recovered of a loss, and whose it is. */
export interface KeptRecovery extends SharedRecovery {
  readonly id: string;
  readonly bankReference: string;
  readonly receivedOn: LocalDate;
}

const ADD = `
  INSERT INTO financing.insurance_recovery (tenant_id, id, claim_id, bank_reference, insurer_minor, insured_minor, received_on, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, claim_id, bank_reference) DO NOTHING RETURNING id`;
const OF_CLAIM = `
  SELECT id, bank_reference, insurer_minor, insured_minor, received_on::text AS received_on FROM financing.insurance_recovery
  WHERE tenant_id = $1 AND claim_id = $2 ORDER BY id LIMIT 1000`;

interface RecoveryRow {
  readonly id: string;
  readonly bank_reference: string;
  readonly insurer_minor: string;
  readonly insured_minor: string;
  readonly received_on: LocalDate;
}

/** @returns false where it is there already */
export async function addRecovery(tx: Tx, claimId: string, recovery: KeptRecovery): Promise<boolean> {
  const { id, bankReference, insurer, insured, receivedOn } = recovery;
  const shares = [insurer.minor.toString(), insured.minor.toString()];
  return (await tx.query(ADD, [tx.tenantId, id, claimId, bankReference, ...shares, receivedOn, tx.now])).length === 1;
}

export async function recoveriesOf(view: View, claimId: string): Promise<KeptRecovery[]> {
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), COVER_CURRENCY);
  return (await view.query<RecoveryRow>(OF_CLAIM, [view.tenantId, claimId])).map((row) => ({
    ...{ id: row.id, bankReference: row.bank_reference, receivedOn: row.received_on },
    ...{ insurer: money(row.insurer_minor), insured: money(row.insured_minor) },
  }));
}
