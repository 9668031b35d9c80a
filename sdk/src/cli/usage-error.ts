import { type Bilingual } from './language.js';

/** What the user can put right: how a command was called, or what a file holds. */
export class UsageError extends Error {
  constructor(
    readonly words: Bilingual,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(words.en);
  }
}
