import { type Guidance } from '../../../kernel/domain-error.js';
import { type Bilingual } from '../../../kernel/sentence.js';
import { FILLING_RULES } from './sources.js';

export type Severity = 'error' | 'warning';

/** A rule of the form: what it demands, how to mend a breach, and where it stands. */
export interface FormRule extends Guidance {
  readonly severity: Severity;
  /** Where a breach is pointed at, as JSON pointers; `{i}` is an index. */
  readonly at: string;
  /** Who demands it. */
  readonly source: string;
}

export function error(at: string, title: Bilingual, fix: Bilingual, source = FILLING_RULES): FormRule {
  return { severity: 'error', at, title, fix, source };
}

/** What may be right all the same, or is for a person to look at. */
export function warning(at: string, title: Bilingual, fix: Bilingual, source = FILLING_RULES): FormRule {
  return { severity: 'warning', at, title, fix, source };
}
