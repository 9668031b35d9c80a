import { type CutOffDeadline } from '../cut-off.js';

/** Who sends papers is warned of their cut-off for two days before it. */
const NEAR_MS = 48 * 3_600_000;

export interface PaperCutOff extends CutOffDeadline {
  /** As the port tells it. */
  readonly localTime: string;
}

export type PaperVerdict =
  { readonly kind: 'open' } | { readonly kind: 'near' | 'passed'; readonly code: string; readonly at: string };

/**
 * Whether papers may still be sent. After the cut-off of documents the carrier takes none; after that of LCL goods the box is
 * being packed, and its papers with it.
 * @param codes DCSA codes that count for this paper, such as DCO
 */
export function paperCutOff(deadlines: readonly PaperCutOff[], codes: readonly string[], now: Date): PaperVerdict {
  const counting = deadlines.filter(({ code, state }) => codes.includes(code) && state !== 'void');
  const passed = counting.find(({ at }) => at <= now);
  if (passed !== undefined) return { kind: 'passed', code: passed.code, at: passed.localTime };
  const near = counting.find(({ at }) => at.getTime() - NEAR_MS <= now.getTime());
  return near === undefined ? { kind: 'open' } : { kind: 'near', code: near.code, at: near.localTime };
}
