import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';

/** One attempt at the bureau: what is or was sent, word for word. */
export interface Filing {
  readonly id: string;
  readonly claim_id: string;
  readonly attempt: number;
  /** Ours; a repeat of it gets the bureau's first answer. */
  readonly reference: string;
  readonly body: string;
  readonly state: 'queued' | 'taken' | 'refused' | 'withheld' | 'doubted';
  readonly acceptance_number: string | null;
  readonly reason: string | null;
  /** The batch that it was filed with; null: by itself. */
  readonly batch_id: string | null;
  readonly answered_at: Date | null;
  readonly created_at: Date;
}

interface NewFiling {
  readonly claimId: string;
  readonly attempt: number;
  readonly reference: string;
  readonly body: string;
  readonly batchId: string | null;
}

const COLUMNS = `id, claim_id, attempt, reference, body, state, acceptance_number, reason, batch_id, answered_at, created_at`;
const INSERT = `
  INSERT INTO tax_refund.filing (tenant_id, id, claim_id, attempt, reference, body, batch_id, state, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $8)`;

/** @returns its id */
export async function insertFiling(tx: Tx, { claimId, attempt, reference, body, batchId }: NewFiling): Promise<string> {
  const id = newId();
  await tx.query(INSERT, [tx.tenantId, id, claimId, attempt, reference, body, batchId, tx.now]);
  return id;
}

export async function findFiling(view: View, id: string): Promise<Filing | null> {
  const [found] = await view.query<Filing>(
    `SELECT ${COLUMNS} FROM tax_refund.filing WHERE tenant_id = $1 AND id = $2`,
    [view.tenantId, id],
  );
  return found ?? null;
}

export async function filingByReference(view: View, reference: string): Promise<Filing | null> {
  const [found] = await view.query<Filing>(
    `SELECT ${COLUMNS} FROM tax_refund.filing WHERE tenant_id = $1 AND reference = $2`,
    [view.tenantId, reference],
  );
  return found ?? null;
}

/** Every attempt of a claim, the first first. */
export function filingsOf(view: View, claimId: string): Promise<Filing[]> {
  return view.query<Filing>(
    `SELECT ${COLUMNS} FROM tax_refund.filing WHERE tenant_id = $1 AND claim_id = $2 ORDER BY attempt`,
    [view.tenantId, claimId],
  );
}

/** Every attempt that was filed with a batch, in its order. */
export function filingsOfBatch(view: View, batchId: string): Promise<Filing[]> {
  return view.query<Filing>(
    `SELECT ${COLUMNS} FROM tax_refund.filing WHERE tenant_id = $1 AND batch_id = $2 ORDER BY id`,
    [view.tenantId, batchId],
  );
}

const ANSWER = `
  UPDATE tax_refund.filing SET state = $4, acceptance_number = $5, reason = $6, answered_at = $7
  WHERE tenant_id = $1 AND claim_id = $2 AND attempt = $3`;

interface FilingAnswer {
  readonly state: 'taken' | 'refused' | 'withheld' | 'doubted';
  readonly acceptanceNumber: string | null;
  readonly reason: string | null;
}

export async function answerFiling(
  tx: Tx,
  { id, attempt }: { readonly id: string; readonly attempt: number },
  { state, acceptanceNumber, reason }: FilingAnswer,
): Promise<void> {
  await tx.query(ANSWER, [tx.tenantId, id, attempt, state, acceptanceNumber, reason, tx.now]);
}
