import { type Said } from '../../../kernel/sentence.js';

/** Which demand of the layout is not met. */
export const CEB_RULES = [
  'well_formed',
  'message',
  'required',
  'unknown',
  'order',
  'too_many',
  'stray_text',
  'attribute',
  'type',
  'character',
  'length',
  'fixed',
  'decimal',
  'digits',
  'places',
  'integer',
  'markup',
  'signature',
] as const;

export interface CebFinding {
  /** JSON pointer into the message as JSON: `/Order/0/OrderHead/guid`. */
  readonly path: string;
  readonly rule: (typeof CEB_RULES)[number];
  /** What was found, and how to mend it. */
  readonly detail: Said;
}

/** Messages hold a hundred records of a hundred lines: of a file that is wrong throughout, so many findings are told. */
export const FINDINGS_MAX = 500;

/** Notes what is found, up to the most that is told. */
export class CebFindings {
  readonly all: CebFinding[] = [];

  note(path: string, rule: CebFinding['rule'], detail: Said): void {
    if (this.all.length < FINDINGS_MAX) this.all.push({ path, rule, detail });
  }
}
