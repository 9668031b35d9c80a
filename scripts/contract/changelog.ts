import { createHash } from 'node:crypto';

import { type Change } from '../../src/platform/changelog/changelog.js';

const HEADING =
  '# Changes of the API\n\nNewest first; each begins with the fingerprint of `docs/openapi.json`. `GET /v1/changelog` tells them too, with the ' +
  'operations that each is about.\n\n';

/** A JSON value whose keys stand in one order, so that two documents that say the same are the same text. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}

/** What the changelog calls a version of the contract: the first twelve digits of its hash. */
export function fingerprint(contract: string): string {
  return createHash('sha256').update(contract).digest('hex').slice(0, 12);
}

/** Whether the newest change is the one that led to this very contract. */
export function tellsOf(changes: readonly Change[], contract: string): boolean {
  return changes[0]?.contract === fingerprint(contract);
}

/** The changes for people: `docs/CHANGELOG.md`. */
export function page(changes: readonly Change[]): string {
  const lines = changes.map(({ contract, on, summary }) => `- \`${contract}\` ${on}. ${summary.en}\n`);
  return HEADING + lines.join('');
}
