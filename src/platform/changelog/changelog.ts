import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Bilingual } from '../../kernel/sentence.js';

/** By `operationId`. */
export interface ChangedOperations {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** From then on told to end. */
  readonly deprecated: readonly string[];
  readonly removed: readonly string[];
}

/** One change of the contract. */
export interface Change {
  /** The first twelve digits of the hash of the contract, as it was from then on. */
  readonly contract: string;
  /** Day of the change. */
  readonly on: string;
  /** The newest version of the API that day. */
  readonly apiVersion: string;
  readonly summary: Bilingual;
  readonly operations: ChangedOperations;
}

/** Written by `npm run contract -- --accept`; the build puts it beside this file. */
const FILE = path.resolve(import.meta.dirname, 'changes.json');

/** Every change of the contract, newest first. */
export function readChanges(file = FILE): readonly Change[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Change[];
}
