import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { linksOf, numberAlone } from '../domain/filing-batch.js';
import { type Claim } from '../entities/claim.entity.js';
import { claimRates } from '../entities/claim-lines.table.js';
import { batchNumbers, linksFiled, placeAlone } from '../entities/declaration-places.table.js';
import { FilingBatch } from '../entities/filing-batch.entity.js';
import { gatheredClaims } from '../entities/filing-batches.table.js';

/** Which declaration of its period a claim is in (申报批次). */
export interface DeclarationPlace {
  readonly number: number;
  /** The 关联号 of each refund rate, as they are filed with a batch; null where it is filed by itself. */
  readonly links: ReadonlyMap<string, string> | null;
}

/** The places of the claims of a batch, by claim. */
export interface BatchPlaces {
  readonly number: number;
  readonly links: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Counts the declarations of a period: the batches as the bureau has them, and beside them what is filed by itself. */
@Injectable()
export class DeclarationPlaces {
  async of(view: View, claim: Claim): Promise<DeclarationPlace> {
    const batch = claim.filingBatchId === null ? null : await view.find(FilingBatch, claim.filingBatchId);
    if (batch !== null) {
      const { number, links } = await this.inBatch(view, batch);
      return { number, links: links.get(claim.id) ?? null };
    }
    return { number: numberAlone(await placeAlone(view, claim), await batchNumbers(view, claim)), links: null };
  }

  /** Of a batch that is not filed yet: as it would be filed now. */
  async inBatch(view: View, batch: FilingBatch): Promise<BatchPlaces> {
    if (batch.state !== 'open') {
      return { number: batch.number ?? 0, links: await linksFiled(view, batch.id) };
    }
    const number = ((await batchNumbers(view, batch)).at(-1) ?? 0) + 1;
    const links = new Map<string, ReadonlyMap<string, string>>();
    let used = 0;
    for (const id of await gatheredClaims(view, batch.id)) {
      const own = linksOf(await claimRates(view, id), { period: batch.period, number, used });
      links.set(id, own);
      used += own.size;
    }
    return { number, links };
  }
}
