import { type ParseArgsConfig } from 'node:util';

import { type Context } from './context.js';
import { type Bilingual } from './language.js';

export type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  /** As it is typed: `orders create`. */
  readonly name: string;
  /** What follows the name: `-f FILE [--dry-run]`. */
  readonly usage: string;
  readonly summary: Bilingual;
  /** What else there is to know. */
  readonly details?: Bilingual;
  readonly options?: Options;
  /** Names of what stands without a dash, all required. */
  readonly positionals?: readonly string[];
  readonly run: (context: Context) => Promise<void>;
}
