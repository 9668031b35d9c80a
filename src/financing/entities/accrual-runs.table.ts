import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';

/** How far a tenant's loans are accrued. */
export interface AccrualRun {
  /** All of them to this day. */
  readonly doneTo: LocalDate | null;
  /** The night that is being worked, and the last loan that is done of it. */
  readonly day: LocalDate | null;
  readonly afterId: string | null;
}

/** Holds the row, so that of two workers one waits. */
const HOLD = `
  INSERT INTO financing.accrual_run AS r (tenant_id) VALUES ($1)
  ON CONFLICT (tenant_id) DO UPDATE SET tenant_id = r.tenant_id
  RETURNING done_to::text AS "doneTo", day::text AS day, after_id AS "afterId"`;

const GO_ON = `UPDATE financing.accrual_run SET done_to = $2, day = $3, after_id = $4 WHERE tenant_id = $1`;

export async function holdRun(tx: Tx): Promise<AccrualRun> {
  const [run] = await tx.query<AccrualRun>(HOLD, [tx.tenantId]);
  if (run === undefined) throw new Error('An accrual run was held and is not there');
  return run;
}

export async function goOn(tx: Tx, { doneTo, day, afterId }: AccrualRun): Promise<void> {
  await tx.query(GO_ON, [tx.tenantId, doneTo, day, afterId]);
}
