import { type Tx, type View } from '../../platform/database/session.js';
import { type ScoreInputs } from '../domain/score/inputs.js';
import { type Score } from '../domain/score/score.js';

/** A score as it was given: inputs, the scorecard and what came of them. It never changes. */
export interface KeptScore {
  readonly id: string;
  readonly sellerId: string;
  /** Version of the scorecard. */
  readonly scorecard: string;
  readonly inputs: ScoreInputs;
  readonly result: Score;
  readonly createdAt: Date;
}

export const SCORE_COLUMNS = 'id, seller_id AS "sellerId", scorecard, inputs, result, created_at AS "createdAt"';
const KEEP = `
  INSERT INTO financing.score (tenant_id, id, seller_id, scorecard, inputs, result, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const READ = `SELECT ${SCORE_COLUMNS} FROM financing.score WHERE tenant_id = $1 AND id = $2`;

export async function keepScore(
  tx: Tx,
  { id, sellerId, scorecard, inputs, result, createdAt }: KeptScore,
): Promise<void> {
  const frozen = [JSON.stringify(inputs), JSON.stringify(result)];
  await tx.query(KEEP, [tx.tenantId, id, sellerId, scorecard, ...frozen, createdAt]);
}

export async function readScore(view: View, id: string): Promise<KeptScore | null> {
  const [row] = await view.query<KeptScore>(READ, [view.tenantId, id]);
  return row ?? null;
}
