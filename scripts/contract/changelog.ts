import { createHash } from 'node:crypto';

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

/** Whether the changelog has a line for this very contract. */
export function tellsOf(changelog: string, contract: string): boolean {
  return changelog.split('\n').some((line) => line.startsWith(`- \`${fingerprint(contract)}\` `));
}

/** The changelog with a new line on top of its list. */
export function withLine(changelog: string, contract: string, sentence: string): string {
  const line = `- \`${fingerprint(contract)}\` ${sentence}\n`;
  const first = changelog.search(/^- `/m);
  const at = first < 0 ? changelog.length : first;
  return changelog.slice(0, at) + line + changelog.slice(at);
}
