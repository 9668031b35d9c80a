import { type Guidance } from '../../kernel/domain-error.js';
import { type Said } from '../../kernel/sentence.js';
import { type ClaimHold, HOLD_RULES } from './agency-gate.js';
import { SAY } from './claim-life.sentences.js';
import { blocking, type KnownDoubt } from './doubt.js';

/** Why a claim is not filed, and what to do about it: what keeps it from being sent, and what the self-check found. */
export const HELD_RULES = {
  ...HOLD_RULES,
  blocking_doubt: {
    title: { en: 'The self-check found what must be mended first (自检疑点)', zh: '自检发现须先处理的疑点' },
    fix: {
      en: 'Mend what `doubts` names, then file the claim (POST …/filing): it is checked anew. Or give it up',
      zh: '请按 doubts 处理后重新申报（POST …/filing），系统将重新自检；或放弃该申报',
    },
  },
} as const satisfies Readonly<Record<string, Guidance>>;

/** What the self-check found and cannot be answered. */
interface BlockingDoubt {
  /** JSON pointer into the claim. */
  readonly pointer: string;
  readonly rule: 'blocking_doubt';
  readonly detail: Said;
}

/** What keeps a claim back. */
export type Held = ClaimHold | BlockingDoubt;

/** What the doubts of a self-check keep back; null where every one can be answered. */
export function holdOf(doubts: readonly KnownDoubt[]): BlockingDoubt | null {
  const [first, ...others] = blocking(doubts);
  if (first === undefined) return null;
  const { code, text } = first;
  const detail = SAY.blocking_doubts({ code, text, others: others.length });
  return { pointer: `/doubts/${doubts.indexOf(first)}`, rule: 'blocking_doubt', detail };
}
