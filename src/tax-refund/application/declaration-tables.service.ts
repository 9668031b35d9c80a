import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { OrderBook } from '../../orders/index.js';
import { type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/claim-life.sentences.js';
import { adjustmentRecords } from '../domain/code-adjustments.js';
import { receiptsOf } from '../domain/collection-news.js';
import { collectionRecords } from '../domain/collections-table.js';
import { cellsOfRecord, type TableKind, TABLES } from '../domain/declaration-table-columns.js';
import { csvOf, type DeclaredClaim, type DeclaredLine, tableRows } from '../domain/declaration-tables.js';
import { SAY as SAY_OF_BATCHES } from '../domain/filing-batch.sentences.js';
import { type Regime } from '../domain/regime.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { declaredLinesOf } from '../entities/declared-lines.table.js';
import { FilingBatch } from '../entities/filing-batch.entity.js';
import { claimsOfBatch } from '../entities/filing-batches.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { type DeclarationPlace, DeclarationPlaces } from './declaration-places.service.js';
import { DeclarationSummaries } from './declaration-summaries.service.js';
import { standingIn } from './filing-batch-reader.service.js';

/** A claim, and where in the declarations of its period it stands. */
interface Placed {
  readonly claim: Claim;
  readonly lines: readonly DeclaredLine[];
  readonly place: DeclarationPlace;
}

/** The official tables of a claim, or of a batch, as files for the bureau's own program. */
@Injectable()
export class DeclarationTables {
  constructor(
    private readonly summaries: DeclarationSummaries,
    private readonly places: DeclarationPlaces,
    private readonly orders: OrderBook,
  ) {}

  /** @throws ResourceNotFoundError where there is no such claim, or it is declared by other tables */
  async csv(view: View, claimId: string, kind: TableKind): Promise<string> {
    const claim = await view.find(Claim, claimId);
    if (claim === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    assertOf(kind, claim.regime);
    const lines = (await declaredLinesOf(view, [claimId])).get(claimId) ?? [];
    return this.table(view, kind, [{ claim, lines, place: await this.places.of(view, claim) }]);
  }

  /** Of all claims that wait in it or were filed with it, in its order. @throws ResourceNotFoundError as of a claim */
  async csvOfBatch(view: View, batchId: string, kind: TableKind): Promise<string> {
    const batch = await view.find(FilingBatch, batchId);
    if (batch === null) throw new ResourceNotFoundError(SAY_OF_BATCHES.no_such_batch);
    assertOf(kind, batch.regime);
    const ids = standingIn(await claimsOfBatch(view, batchId)).map(({ id }) => id);
    const lines = await declaredLinesOf(view, ids);
    const { number, links } = await this.places.inBatch(view, batch);
    const placed: Placed[] = [];
    for (const id of ids) {
      const claim = await view.find(Claim, id);
      if (claim === null) throw new Error(`Claim ${id} of batch ${batchId} is gone`);
      placed.push({ claim, lines: lines.get(id) ?? [], place: { number, links: links.get(id) ?? null } });
    }
    return this.table(view, kind, placed);
  }

  private async table(view: View, kind: TableKind, placed: readonly Placed[]): Promise<string> {
    return csvOf([TABLES[kind].columns.map(({ name }) => name), ...(await this.rows(view, kind, placed))]);
  }

  private async rows(view: View, kind: TableKind, placed: readonly Placed[]): Promise<readonly string[][]> {
    switch (kind) {
      case 'manufacturer_summary':
        return this.summary(view, placed);
      case 'code_adjustments':
        return placed
          .flatMap(({ claim, lines }) => adjustmentRecords(lines, claim.correction?.reason ?? null))
          .map((record) => cellsOfRecord(kind, record));
      case 'collections':
        return this.collections(view, placed);
      default:
        return tableRows(kind, placed.map(declaredClaim));
    }
  }

  /** As the receipts stand now: one may have come, or gone, since the claim was made. */
  private async collections(view: View, placed: readonly Placed[]): Promise<string[][]> {
    const rows: string[][] = [];
    for (const { claim, lines, place } of placed) {
      const refundCase = await view.find(RefundCase, claim.orderId);
      const { contractNumber } = await this.orders.snapshot(view, claim.orderId);
      const { regime, period, orderReference } = claim;
      const records = collectionRecords({
        ...{ regime, period, orderReference, contractNumber, lines, batch: place.number },
        receipts: refundCase === null ? [] : receiptsOf(refundCase.collectionLog),
      });
      rows.push(...records.map((record) => cellsOfRecord('collections', record)));
    }
    return rows;
  }

  /** Of the period, whichever of its claims is named. */
  private async summary(view: View, [first]: readonly Placed[]): Promise<string[][]> {
    if (first === undefined) return [];
    const records = await this.summaries.records(view, first.claim.sellerId, first.claim.period);
    return records.map((record) => cellsOfRecord('manufacturer_summary', record));
  }
}

function assertOf(kind: TableKind, regime: Regime): void {
  const { regimes, title } = TABLES[kind];
  if (!regimes.includes(regime)) throw new ResourceNotFoundError(SAY.no_table({ title, regime }));
}

function declaredClaim({ claim, lines, place }: Placed): DeclaredClaim {
  const { period, businessType, orderReference, correction } = claim;
  return {
    ...{ period, businessType, orderReference, lines },
    batch: place.number,
    links: place.links,
    planRate: planRateOf(claim, lines),
    remark: correction?.reason ?? null,
  };
}

/** 计划分配率 that the claim was worked out with; null where nothing of it is of bonded material. */
function planRateOf({ calculation }: Claim, lines: readonly DeclaredLine[]): Decimal | null {
  if (lines.every(({ bonded }) => bonded.isZero())) return null;
  const period = calculation.inputs['period'] as { readonly bondedPlanRate?: string | null } | null | undefined;
  const rate = period?.bondedPlanRate ?? null;
  return rate === null ? null : new Decimal(rate);
}
