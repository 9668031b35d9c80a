import { type Guidance } from '../../kernel/domain-error.js';
import { type Said } from '../../kernel/sentence.js';
import { AGENCY_RULES } from './agency-gate.js';
import { blocking, type KnownDoubt } from './doubt.js';
import { SAY } from './claim-life.sentences.js';

/** Why a claim is not filed, and what to do about it. */
export const HOLD_RULES = {
  ...AGENCY_RULES,
  blocking_doubt: {
    title: { en: 'The self-check found what must be mended first (自检疑点)', zh: '自检发现须先处理的疑点' },
    fix: {
      en: 'Mend what `doubts` names, then file the claim (POST …/filing): it is checked anew. Or give it up',
      zh: '请按 doubts 处理后重新申报（POST …/filing），系统将重新自检；或放弃该申报',
    },
  },
} as const satisfies Readonly<Record<string, Guidance>>;
export type HoldRule = keyof typeof HOLD_RULES;

/** What keeps a claim from being filed. */
export interface ClaimHold {
  /** JSON pointer into the claim. */
  readonly pointer: string;
  readonly rule: HoldRule;
  readonly detail: Said;
}

/** What the doubts of a self-check keep back; null where every one can be answered. */
export function holdOf(doubts: readonly KnownDoubt[]): ClaimHold | null {
  const [first, ...others] = blocking(doubts);
  if (first === undefined) return null;
  const { code, text } = first;
  const detail = SAY.blocking_doubts({ code, text, others: others.length });
  return { pointer: `/doubts/${doubts.indexOf(first)}`, rule: 'blocking_doubt', detail };
}
