import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type ClaimState } from '../domain/claim-status.js';
import { type OvertakenLine } from '../domain/red-letter-correction.js';
import { type TakenBack } from '../domain/red-letter.js';

interface LineRow {
  readonly id: string;
  readonly amount: string;
  readonly red: string;
  readonly allocations: readonly {
    readonly claimId: string;
    readonly declarationLine: string;
    readonly amount: string;
  }[];
}

const LINES = `
  SELECT il.id, il.amount_minor AS amount, il.red_minor AS red,
         jsonb_agg(jsonb_build_object('claimId', cl.claim_id, 'declarationLine', cl.declaration_line,
                                      'amount', a.amount_minor::text) ORDER BY cl.claim_id, cl.declaration_line) AS allocations
  FROM tax_refund.invoice_line il
  JOIN tax_refund.allocation a ON a.tenant_id = il.tenant_id AND a.invoice_line_id = il.id
  JOIN tax_refund.claim_line cl ON cl.tenant_id = a.tenant_id AND cl.id = a.claim_line_id AND NOT cl.released
  WHERE il.tenant_id = $1 AND il.id = ANY($2::uuid[]) GROUP BY il.tenant_id, il.id ORDER BY il.id`;

/** The blue lines that claims stand on, after this was taken back of them. */
export async function overtakenLines(tx: Tx, taken: readonly TakenBack[]): Promise<OvertakenLine[]> {
  const ids = [...new Set(taken.map(({ blueLineId }) => blueLineId))];
  const rows = await tx.query<LineRow>(LINES, [tx.tenantId, ids]);
  const fen = (minor: string): Money => Money.ofMinor(BigInt(minor), 'CNY');
  return rows.map(({ id, amount, red, allocations }) => ({
    amount: fen(amount),
    redAmount: fen(red),
    taken: Money.sum(
      taken.filter(({ blueLineId }) => blueLineId === id).map((each) => each.amount),
      'CNY',
    ),
    allocations: allocations.map((each) => ({ ...each, amount: fen(each.amount) })),
  }));
}

export interface DocumentedCorrection {
  readonly id: string;
  readonly correctsId: string;
  readonly state: ClaimState;
}

const BY_DOCUMENT = `
  SELECT id, corrects_id AS "correctsId", state FROM tax_refund.claim
  WHERE tenant_id = $1 AND corrects_id IS NOT NULL AND correction ->> 'document' = $2 AND correction ->> 'kind' = 'red_letter'
    AND state NOT IN ('abandoned', 'rejected') ORDER BY id`;

/** The corrections that stand for this red-letter invoice. */
export function correctionsByDocument(view: View, document: string): Promise<DocumentedCorrection[]> {
  return view.query<DocumentedCorrection>(BY_DOCUMENT, [view.tenantId, document]);
}
