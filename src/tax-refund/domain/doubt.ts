/** Whether a doubt (疑点) of the self-check is answered and filed with its answer, or has to be mended first. */
export const DOUBT_WEIGHTS = ['answer', 'block'] as const;
export type DoubtWeight = (typeof DOUBT_WEIGHTS)[number];

/** What the bureau's self-check (自检) finds doubtful. */
export interface Doubt {
  /** The bureau's own code. */
  readonly code: string;
  /** 21 digits; null where it is about the whole claim. */
  readonly declarationLine: string | null;
  readonly text: string;
  readonly weight: DoubtWeight;
}

/** A paper that an answer stands on; kept by whoever has it. */
export interface DocumentReference {
  readonly name: string;
  readonly reference: string;
}

export interface Answer {
  readonly text: string;
  readonly documents: readonly DocumentReference[];
  /** RFC 3339. */
  readonly at: string;
}

/** A doubt as the claim keeps it. */
export interface KnownDoubt extends Doubt {
  /** Counts from 1 over all self-checks of the claim; names it in a command. */
  readonly number: number;
  readonly answer: Answer | null;
}

export function unanswered(doubts: readonly KnownDoubt[]): KnownDoubt[] {
  return doubts.filter(({ weight, answer }) => weight === 'answer' && answer === null);
}

export function blocking(doubts: readonly KnownDoubt[]): KnownDoubt[] {
  return doubts.filter(({ weight }) => weight === 'block');
}

/**
 * What is known after another self-check. An answer stands as long as the bureau does not raise the same doubt of the same
 * line again: then it did not convince. What blocked and is raised no more is mended.
 */
export function afterCheck(known: readonly KnownDoubt[], found: readonly Doubt[]): KnownDoubt[] {
  const raised = new Set(found.map(keyOf));
  const kept = known.filter((doubt) => doubt.answer !== null && !raised.has(keyOf(doubt)));
  const last = Math.max(0, ...known.map(({ number }) => number));
  return [...kept, ...found.map((doubt, index) => ({ ...doubt, number: last + index + 1, answer: null }))];
}

/** @returns null where no doubt has this number, or it takes no answer */
export function withAnswer(doubts: readonly KnownDoubt[], number: number, answer: Answer): KnownDoubt[] | null {
  const asked = doubts.find((doubt) => doubt.number === number);
  if (asked?.weight !== 'answer') return null;
  return doubts.map((doubt) => (doubt === asked ? { ...doubt, answer } : doubt));
}

function keyOf({ code, declarationLine }: Doubt): string {
  return `${code} ${declarationLine ?? ''}`;
}
