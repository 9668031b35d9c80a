import { type CutOffDeadline, warningAt } from '../cut-off.js';

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
  const near = counting.find((deadline) => (warningAt(deadline) ?? deadline.at) <= now);
  return near === undefined ? { kind: 'open' } : { kind: 'near', code: near.code, at: near.localTime };
}
