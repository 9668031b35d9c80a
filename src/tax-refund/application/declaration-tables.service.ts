import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/claim-life.sentences.js';
import { adjustmentRecords } from '../domain/code-adjustments.js';
import { cellsOfRecord, type TableKind, TABLES } from '../domain/declaration-table-columns.js';
import { csvOf, type DeclaredLine, type DetailKind, tableRows } from '../domain/declaration-tables.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { declaredLinesOf } from '../entities/declared-lines.table.js';
import { DeclarationSummaries } from './declaration-summaries.service.js';

/** Which declaration of its period a claim is; one that was given up keeps its place, so that no other's number changes. */
const ORDINAL = `
  SELECT count(*)::int AS ordinal FROM tax_refund.claim
  WHERE tenant_id = $1 AND taxpayer_number = $2 AND period = $3 AND regime = $4 AND id <= $5`;

/** The official tables of a claim, as files for the bureau's own program. */
@Injectable()
export class DeclarationTables {
  constructor(private readonly summaries: DeclarationSummaries) {}

  /** @throws ResourceNotFoundError where there is no such claim, or it is declared by other tables */
  async csv(view: View, claimId: string, kind: TableKind): Promise<string> {
    const claim = await view.find(Claim, claimId);
    if (claim === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    const { regimes, title, columns } = TABLES[kind];
    if (!regimes.includes(claim.regime)) throw new ResourceNotFoundError(SAY.no_table({ title, regime: claim.regime }));
    const rows = await this.rows(view, claim, kind);
    return csvOf([columns.map(({ name }) => name), ...rows]);
  }

  private async rows(view: View, claim: Claim, kind: TableKind): Promise<readonly string[][]> {
    switch (kind) {
      case 'manufacturer_summary':
        return this.summary(view, claim);
      case 'code_adjustments': {
        const lines = await declaredLinesOf(view, claim.id);
        const records = adjustmentRecords(lines, claim.correction?.reason ?? null);
        return records.map((record) => cellsOfRecord(kind, record));
      }
      default:
        return this.details(view, claim, kind);
    }
  }

  private async details(view: View, claim: Claim, kind: DetailKind): Promise<readonly string[][]> {
    const { taxpayerNumber, period, regime, businessType, orderReference, correction } = claim;
    const values = [view.tenantId, taxpayerNumber, period, regime, claim.id];
    const [lines, [place]] = await Promise.all([
      declaredLinesOf(view, claim.id),
      view.query<{ ordinal: number }>(ORDINAL, values),
    ]);
    const batch = place?.ordinal ?? 1;
    const head = {
      businessType,
      orderReference,
      planRate: planRateOf(claim, lines),
      remark: correction?.reason ?? null,
    };
    return tableRows(kind, { ...head, period, batch, lines });
  }

  private async summary(view: View, { sellerId, period }: Claim): Promise<string[][]> {
    const records = await this.summaries.records(view, sellerId, period);
    return records.map((record) => cellsOfRecord('manufacturer_summary', record));
  }
}

/** 计划分配率 that the claim was worked out with; null where nothing of it is of bonded material. */
function planRateOf({ calculation }: Claim, lines: readonly DeclaredLine[]): Decimal | null {
  if (lines.every(({ bonded }) => bonded.isZero())) return null;
  const period = calculation.inputs['period'] as { readonly bondedPlanRate?: string | null } | null | undefined;
  const rate = period?.bondedPlanRate ?? null;
  return rate === null ? null : new Decimal(rate);
}
