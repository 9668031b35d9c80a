import { type Bilingual } from '../../kernel/sentence.js';
import { type Answer, type Facts, type Look, type WaitStep } from './step.js';

type Track = 'customs' | 'freight' | 'fx' | 'taxRefund' | 'financing';

/** The states of a track that the wait is over with, and those from which it does not come there by itself. */
export interface Mark {
  readonly track: Track;
  readonly reaches: readonly string[];
  readonly instead: readonly string[];
}

/** Waits until a track of the order is as far as this. */
export function trackStep(name: string, words: Bilingual, { track, reaches, instead }: Mark): WaitStep {
  return orderStep(name, words, ({ tracks }) => {
    const state = String((tracks as Answer)[track]);
    if (reaches.includes(state)) return { learnt: {} };
    return instead.includes(state) ? { instead: `${track}: ${state}` } : 'not_yet';
  });
}

export function orderStep(name: string, words: Bilingual, look: (order: Answer) => Look): WaitStep {
  const path = ({ facts }: { facts: Facts }): string => `/v1/orders/${facts['orderId'] ?? ''}`;
  return { method: 'GET', name, words, operationId: 'getOrder', path, look };
}

/** Waits until there is one that fits in a list of what belongs to the order. */
export function listStep(
  { name, words, operationId, path }: Pick<WaitStep, 'name' | 'words' | 'operationId' | 'path'>,
  learn: (row: Answer) => Facts,
): WaitStep {
  const look = ({ data }: Answer): Look => {
    const [row] = data as readonly Answer[];
    return row === undefined ? 'not_yet' : { learnt: learn(row) };
  };
  return { method: 'GET', name, words, operationId, path, look };
}
