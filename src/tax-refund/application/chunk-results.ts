import { type ItemResult } from '../domain/match-book.js';
import { type RunSums, TakeColumns } from '../entities/match-runs.table.js';
import { GrowingText } from './growing-text.js';
import { packedLine, packLines } from './match-packing.js';

/** What came of a chunk, as it is kept: of each item that was matched only texts are left. */
export class ChunkResults {
  private readonly lines = new GrowingText();
  private readonly columns = new TakeColumns();
  private matched = 0;
  private waiting = 0;
  private blocked = 0;
  private refundMinor = 0n;

  add(result: ItemResult): void {
    const { outcome, refund } = result;
    if (outcome === 'waiting') this.waiting += 1;
    else if (outcome === 'blocked') this.blocked += 1;
    else this.matched += 1;
    if (refund !== null) this.refundMinor += refund.minor;
    this.columns.add(result);
    this.lines.add(packedLine(result));
  }

  get sums(): RunSums {
    const { matched, waiting, blocked, refundMinor } = this;
    return { matched, waiting, blocked, refundMinor: refundMinor.toString() };
  }

  get takes(): readonly string[] {
    return this.columns.texts();
  }

  pack(): Promise<Buffer> {
    return packLines(this.lines.written());
  }
}
