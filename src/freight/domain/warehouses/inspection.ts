import { InputCheck } from '../../../kernel/input-check.js';
import { SAY } from './warehouse.sentences.js';

/** A photo, video or report, kept by whoever made it: its name, its SHA-256, and where it is. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly sha256: string;
  readonly uri: string | null;
}
export const EVIDENCE_KINDS = ['photo', 'video', 'report'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What the warehouse found of one lot. */
export interface Found {
  readonly lotId: string;
  readonly counted: number;
  readonly accepted: number;
  readonly damaged: number;
  readonly evidence: readonly Evidence[];
}

interface Announced {
  readonly id: string;
  readonly sku: string;
  readonly lot: string;
  readonly announced: number;
}

/**
 * Every lot once, no other, counted pieces are accepted or damaged, no more of them than were announced, and evidence of what is
 * not as it should be.
 * @throws InvalidInputError naming every fault
 */
export function checkInspection(lots: readonly Announced[], found: readonly Found[]): void {
  const check = new InputCheck();
  found.forEach(({ lotId, counted, accepted, damaged, evidence }, place) => {
    const at = `/lines/${place}`;
    const lot = lots.find(({ id }) => id === lotId);
    if (!check.that(lot !== undefined, `${at}/lotId`, 'foreign', SAY.foreign_lot)) return;
    const isFirst = found.findIndex((other) => other.lotId === lotId) === place;
    check.that(isFirst, `${at}/lotId`, 'twice', SAY.line_twice);
    const sum = accepted + damaged;
    check.that(sum === counted, `${at}/counted`, 'sum', SAY.counted_apart({ sum, counted }));
    const announced = lot?.announced ?? 0;
    check.that(counted <= announced, `${at}/counted`, 'too_many', SAY.counted_more({ announced }));
    const isProved = evidence.length > 0 || (damaged === 0 && counted >= announced);
    check.that(isProved, `${at}/evidence`, 'required', SAY.damage_unproved);
  });
  const left = lots.filter(({ id }) => found.every(({ lotId }) => lotId !== id));
  const missing = left.map(({ sku, lot }) => `${sku} ${lot}`);
  check.that(left.length === 0, '/lines', 'incomplete', SAY.not_all_lines({ missing }));
  check.done();
}
