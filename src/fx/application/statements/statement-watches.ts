import { addDays, CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { openField, type SealedText } from '../../../platform/database/sealed-fields.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { daysToAsk, nextTurn } from '../../domain/statements/statement-days.js';
import { askStatement } from '../../jobs/fx.job.js';

const ARM = `
  INSERT INTO fx.statement_watch (tenant_id, account_id, asked_until, due_at)
  SELECT a.tenant_id, a.id, $3, $4 FROM fx.collection_account a
  WHERE a.tenant_id = $1 AND a.party_id = ANY($2::uuid[]) AND a.state = 'open'
  ON CONFLICT DO NOTHING RETURNING account_id AS "accountId"`;
const READ = `
  SELECT a.account_number AS "keptNumber", w.asked_until::text AS "askedUntil", w.due_at AS "dueAt"
  FROM fx.statement_watch w JOIN fx.collection_account a ON a.tenant_id = w.tenant_id AND a.id = w.account_id
  WHERE w.tenant_id = $1 AND w.account_id = $2 AND a.account_number IS NOT NULL`;
const MOVE = `
  UPDATE fx.statement_watch SET asked_until = $3, due_at = $4
  WHERE tenant_id = $1 AND account_id = $2 AND asked_until <= $3`;

export interface StatementTurn {
  readonly accountNumber: string;
  readonly days: readonly LocalDate[];
  readonly askedUntil: LocalDate;
}

/** Open accounts of these sellers whose statements nobody asks for yet: from today on they are, every morning. */
export async function watchStatements(tx: Tx, partyIds: readonly string[]): Promise<void> {
  const askedUntil = addDays(dateInZone(tx.now, CHINA), -1);
  const dueAt = nextTurn(askedUntil, tx.now);
  for (const { accountId } of await tx.query<{ accountId: string }>(ARM, [tx.tenantId, partyIds, askedUntil, dueAt])) {
    enqueue(tx, askStatement, { accountId }, { dueAt });
  }
}

/** What is to be asked for now; null where nobody watches. */
export async function statementTurn(view: View, accountId: string): Promise<StatementTurn | null> {
  const [row] = await view.query<{ keptNumber: SealedText; askedUntil: string; dueAt: Date }>(READ, [
    view.tenantId,
    accountId,
  ]);
  if (row === undefined) return null;
  const { keptNumber, askedUntil, dueAt } = row;
  return { accountNumber: openField(keptNumber), askedUntil, days: daysToAsk(askedUntil, dueAt) };
}

/** It was asked for up to that day: on with the next, or the next morning. */
export async function statementsAsked(tx: Tx, accountId: string, until: LocalDate): Promise<void> {
  const dueAt = nextTurn(until, tx.now);
  await tx.query(MOVE, [tx.tenantId, accountId, until, dueAt]);
  enqueue(tx, askStatement, { accountId }, { dueAt });
}
