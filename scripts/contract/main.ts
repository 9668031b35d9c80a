/**
 * `npm run contract`: the api's own /openapi.json, linted with Spectral, its OWASP rules and Redocly, and held against the
 * one in docs/. A contract that has changed needs an entry in the changelog: `npm run contract -- --accept "What changed."
 * --zh "改了什么。"` writes it, the contract, and the types of the SDK anew. What would break clients of the last release (docs/released.json) fails;
 * `npm run contract -- --release` makes this contract the last release.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { SystemClock } from '../../src/kernel/clock.js';
import { type Change, readChanges } from '../../src/platform/changelog/changelog.js';
import { CURRENT_API_VERSION } from '../../src/platform/http/api-version.js';
import { generate } from '../sdk/generate.js';
import { breakingChanges } from './breaking-changes.js';
import { changedOperations } from './changed-operations.js';
import { canonical, fingerprint, page, tellsOf } from './changelog.js';
import { lint } from './lint.js';
import { withRunningApi } from './running-api.js';
import { type ContractToCompare, type Surface, surfaceOf } from './surface.js';

const CONTRACT = path.resolve('docs/openapi.json');
const RELEASED = path.resolve('docs/released.json');
const CHANGES = path.resolve('src/platform/changelog/changes.json');
const CHANGELOG = path.resolve('docs/CHANGELOG.md');

const { values } = parseArgs({
  options: { accept: { type: 'string' }, zh: { type: 'string' }, release: { type: 'boolean' } },
});
const contract = await withRunningApi(fetchContract);
const today = new SystemClock().now().toISOString().slice(0, 10);
if (values.accept !== undefined) await accept(contract, { en: values.accept, zh: values.zh ?? '' });
const surface = surfaceOf(JSON.parse(contract) as ContractToCompare);
if (values.release === true) writeFileSync(RELEASED, `${JSON.stringify(canonical(surface))}\n`);
const faults = [
  ...lint(contract).map((linter) => `${linter} found errors`),
  ...changesUntold(contract),
  ...breakingChanges(released(), surface, today).map((change) => `breaks clients of the last release: ${change}`),
];
process.stdout.write(faults.length === 0 ? 'The contract holds.\n' : `The contract fails:\n  ${faults.join('\n  ')}\n`);
process.exit(faults.length === 0 ? 0 : 1);

async function fetchContract(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/openapi.json`);
  if (!answer.ok) throw new Error(`/openapi.json answers ${answer.status}`);
  return `${JSON.stringify(canonical(await answer.json()), null, 2)}\n`;
}

async function accept(document: string, summary: Change['summary']): Promise<void> {
  if (summary.zh === '') throw new Error('Say it in Chinese too: --accept "What changed." --zh "改了什么。"');
  const changes = readChanges(CHANGES);
  const before = surfaceOf(JSON.parse(readFileSync(CONTRACT, 'utf8')) as ContractToCompare);
  const operations = changedOperations(before, surfaceOf(JSON.parse(document) as ContractToCompare));
  const apiVersion = CURRENT_API_VERSION;
  const change = { contract: fingerprint(document), on: today, apiVersion, summary, operations };
  const told = tellsOf(changes, document) ? changes : [change, ...changes];
  writeFileSync(CONTRACT, document);
  writeFileSync(CHANGES, `${JSON.stringify(told, null, 2)}\n`);
  writeFileSync(CHANGELOG, page(told));
  await generate(process.cwd());
}

function changesUntold(document: string): string[] {
  const how = 'run `npm run contract -- --accept "What changed." --zh "改了什么。"`';
  const changes = readChanges(CHANGES);
  if (readFileSync(CONTRACT, 'utf8') !== document) return [`docs/openapi.json is not what the api says: ${how}`];
  if (!tellsOf(changes, document)) return [`the changelog does not tell of this contract: ${how}`];
  return readFileSync(CHANGELOG, 'utf8') === page(changes)
    ? []
    : [`docs/CHANGELOG.md is not as the changes are: ${how}`];
}

function released(): Surface {
  return JSON.parse(readFileSync(RELEASED, 'utf8')) as Surface;
}
