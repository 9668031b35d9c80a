import { type Tx, type View } from '../../platform/database/session.js';
import { type Finding, type Missing } from '../domain/finding.js';
import { type CaseOutcome } from '../domain/match-case.js';
import { type Suggestion } from '../domain/match-suggestions.js';
import { type RunSums } from './match-runs.table.js';

/** What was said of a case when a run looked at it. */
export interface CaseSaid {
  readonly checks: readonly Finding[];
  readonly missing: readonly Missing[];
  readonly suggestions: readonly Suggestion[];
}

export interface CaseResult {
  readonly caseId: string;
  readonly outcome: CaseOutcome;
  readonly result: CaseSaid;
}

/** A case of a run that was looked at, as it is shown. */
export interface RunCase extends CaseResult {
  readonly orderReference: string;
  readonly claimId: string | null;
  readonly refundMinor: string | null;
  readonly consumptionTaxMinor: string | null;
}

const PLAN = `
  WITH next AS (
    SELECT id FROM tax_refund.refund_case
    WHERE tenant_id = $1 AND state = 'gathering' AND ($3::uuid IS NULL OR id > $3::uuid) ORDER BY id LIMIT $4
  ), planned AS (
    INSERT INTO tax_refund.match_case (tenant_id, run_id, case_id) SELECT $1, $2, id FROM next RETURNING case_id
  )
  SELECT case_id AS "caseId" FROM planned ORDER BY case_id`;
/** The claim is found by its order: of corrections nothing comes here. */
const KEEP = `
  UPDATE tax_refund.match_case c SET outcome = r.outcome, result = r.result, claim_id = k.id, refund_minor = k.refund_minor,
    consumption_tax_minor = k.consumption_tax_minor
  FROM jsonb_to_recordset($3::jsonb) AS r ("caseId" uuid, outcome text, result jsonb)
  LEFT JOIN tax_refund.claim k ON k.tenant_id = $1 AND k.order_id = r."caseId" AND k.state <> 'abandoned'
    AND k.corrects_id IS NULL AND r.outcome = 'matched'
  WHERE c.tenant_id = $1 AND c.run_id = $2 AND c.case_id = r."caseId" AND c.outcome IS NULL
  RETURNING c.outcome`;
const SUMS = `
  SELECT count(*) FILTER (WHERE outcome = 'matched')::int AS matched,
         count(*) FILTER (WHERE outcome = 'waiting')::int AS waiting,
         count(*) FILTER (WHERE outcome = 'blocked')::int AS blocked,
         coalesce(sum(refund_minor), 0)::text AS "refundMinor",
         coalesce(sum(consumption_tax_minor), 0)::text AS "consumptionTaxMinor"
  FROM tax_refund.match_case WHERE tenant_id = $1 AND run_id = $2`;
const RESULTS = `
  SELECT m.case_id AS "caseId", c.order_reference AS "orderReference", m.outcome, m.result, m.claim_id AS "claimId",
         m.refund_minor AS "refundMinor", m.consumption_tax_minor AS "consumptionTaxMinor"
  FROM tax_refund.match_case m JOIN tax_refund.refund_case c ON c.tenant_id = m.tenant_id AND c.id = m.case_id
  WHERE m.tenant_id = $1 AND m.run_id = $2 AND ($3::uuid IS NULL OR m.case_id > $3::uuid) AND m.outcome IS NOT NULL
    AND (NOT $4::boolean OR m.outcome IN ('waiting', 'blocked'))
  ORDER BY m.case_id LIMIT $5`;

/** Notes the next cases that wait for facts. @returns them; none after the last */
export async function planCases(
  tx: Tx,
  { runId, after, max }: { readonly runId: string; readonly after: string | null; readonly max: number },
): Promise<string[]> {
  const planned = await tx.query<{ caseId: string }>(PLAN, [tx.tenantId, runId, after, max]);
  return planned.map(({ caseId }) => caseId);
}

/** Each once. @returns what came of those that had not been kept before */
export async function keepCases(tx: Tx, runId: string, results: readonly CaseResult[]): Promise<CaseOutcome[]> {
  const kept = await tx.query<{ outcome: CaseOutcome }>(KEEP, [tx.tenantId, runId, JSON.stringify(results)]);
  return kept.map(({ outcome }) => outcome);
}

export async function caseSums(view: View, runId: string): Promise<RunSums> {
  const [sums] = await view.query<RunSums>(SUMS, [view.tenantId, runId]);
  if (sums === undefined) throw new Error('An aggregate without a row');
  return sums;
}

/** What came of the next cases after this one. @param onlyOpen those that somebody has to look after */
export function casesAfter(
  view: View,
  {
    runId,
    after,
    onlyOpen,
    max,
  }: { readonly runId: string; readonly after: string | null; readonly onlyOpen: boolean; readonly max: number },
): Promise<RunCase[]> {
  return view.query<RunCase>(RESULTS, [view.tenantId, runId, after, onlyOpen, max]);
}
