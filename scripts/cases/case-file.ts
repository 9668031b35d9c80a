import { readFile } from 'node:fs/promises';

import { type Tolerance } from './compare.js';

/** A worked example: what to post to `/v1/calculations/{kind}` and what must come back. */
export interface Case {
  readonly id: string;
  /** `format` states facts about message formats and is not posted. */
  readonly kind: string;
  readonly request: unknown;
  readonly response: unknown;
  readonly tolerance?: Tolerance;
}

export class CaseFileError extends Error {}

/** @throws CaseFileError saying what is wrong with the file */
export async function readCases(path: string): Promise<Case[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CaseFileError(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  });
  let cases: unknown;
  try {
    cases = JSON.parse(text);
  } catch (error) {
    throw new CaseFileError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(cases)) throw new CaseFileError(`${path} must hold a list of cases`);
  cases.forEach((entry: unknown, index) => {
    if (!isCase(entry)) throw new CaseFileError(`${path}: entry ${index} needs \`id\` and \`kind\``);
  });
  return cases as Case[];
}

function isCase(entry: unknown): boolean {
  const { id, kind } = (entry ?? {}) as { id?: unknown; kind?: unknown };
  return typeof id === 'string' && typeof kind === 'string' && /^[a-z0-9/-]+$/.test(kind);
}
