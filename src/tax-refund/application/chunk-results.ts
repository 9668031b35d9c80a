import { type ItemResult } from '../domain/match-book.js';
import { type RunSums, TakeColumns } from '../entities/match-runs.table.js';
import { type VoucherTakeRow, voucherTakesOf } from '../entities/match-voucher-takes.table.js';
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
  private consumptionTaxMinor = 0n;
  /** What is taken of papers of consumption tax. */
  readonly voucherTakes: VoucherTakeRow[] = [];

  add(result: ItemResult): void {
    const { outcome, refund, tax } = result;
    if (outcome === 'waiting') this.waiting += 1;
    else if (outcome === 'blocked') this.blocked += 1;
    else this.matched += 1;
    if (refund !== null) this.refundMinor += refund.minor;
    if (tax !== null) {
      this.refundMinor += tax.refund.minor;
      this.consumptionTaxMinor += tax.refund.minor;
      this.voucherTakes.push(...voucherTakesOf(result));
    }
    this.columns.add(result);
    this.lines.add(packedLine(result));
  }

  get sums(): RunSums {
    const { matched, waiting, blocked } = this;
    const [refundMinor, consumptionTaxMinor] = [this.refundMinor.toString(), this.consumptionTaxMinor.toString()];
    return { matched, waiting, blocked, refundMinor, consumptionTaxMinor };
  }

  get takes(): readonly string[] {
    return this.columns.texts();
  }

  pack(): Promise<Buffer> {
    return packLines(this.lines.written());
  }
}
