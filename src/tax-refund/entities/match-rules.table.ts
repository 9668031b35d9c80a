import { Decimal } from '../../kernel/decimal.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type CodeChange, type CostBand, type MatchRules, NO_OWN_RULES } from '../domain/match-rules.js';

interface RulesRow {
  readonly cost_bands: readonly (Omit<CostBand, 'from' | 'to'> & { readonly from: string; readonly to: string })[];
  readonly code_changes: readonly CodeChange[];
}

const READ = `SELECT cost_bands, code_changes FROM tax_refund.match_rules WHERE tenant_id = $1`;
const SET = `
  INSERT INTO tax_refund.match_rules (tenant_id, cost_bands, code_changes, updated_at) VALUES ($1, $2::jsonb, $3::jsonb, $4)
  ON CONFLICT (tenant_id) DO UPDATE SET cost_bands = excluded.cost_bands, code_changes = excluded.code_changes,
    updated_at = excluded.updated_at`;

/** None of its own where the tenant has set none. */
export async function readMatchRules(view: View): Promise<MatchRules> {
  const [row] = await view.query<RulesRow>(READ, [view.tenantId]);
  if (row === undefined) return NO_OWN_RULES;
  const costBands = row.cost_bands.map((band) => ({
    ...band,
    from: new Decimal(band.from),
    to: new Decimal(band.to),
  }));
  return { costBands, codeChanges: row.code_changes };
}

export async function setMatchRules(tx: Tx, { costBands, codeChanges }: MatchRules): Promise<void> {
  const bands = costBands.map((band) => ({ ...band, from: band.from.toString(), to: band.to.toString() }));
  await tx.query(SET, [tx.tenantId, JSON.stringify(bands), JSON.stringify(codeChanges), tx.now]);
}
