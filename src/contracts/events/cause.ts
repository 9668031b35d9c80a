import { list, object, open, optional, text } from './shape.js';

/** A sentence of the platform, by its code and the values in it: why something happened, for programs. */
export interface Cause {
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const CAUSE = object({ code: text('FREIGHT.no_space'), values: open({}) });
export const CAUSES = optional(list(CAUSE, 'The same as codes with values, where the platform itself says it'));

/** Why: in English, or in the words of who said it; with `causes` where it is the platform that says it. */
export const REASON = {
  reason: text('No space on the vessel', 'In English, or in the words of who said it'),
  causes: CAUSES,
} as const;
