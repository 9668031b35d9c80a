/**
 * `npm run contract`: the api's own /openapi.json, linted with Spectral, its OWASP rules and Redocly, and held against the
 * one in docs/. A contract that has changed needs a line in docs/CHANGELOG.md: `npm run contract -- --accept "What changed."`
 * writes both, and the types of the SDK anew. What would break clients of the last release (docs/released.json) fails;
 * `npm run contract -- --release` makes this contract the last release.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { SystemClock } from '../../src/kernel/clock.js';
import { generate } from '../sdk/generate.js';
import { breakingChanges } from './breaking-changes.js';
import { canonical, tellsOf, withLine } from './changelog.js';
import { lint } from './lint.js';
import { withRunningApi } from './running-api.js';
import { type ContractToCompare, type Surface, surfaceOf } from './surface.js';

const CONTRACT = path.resolve('docs/openapi.json');
const RELEASED = path.resolve('docs/released.json');
const CHANGELOG = path.resolve('docs/CHANGELOG.md');
const HEADING =
  '# Changes of the API\n\nNewest first; each line begins with the fingerprint of `docs/openapi.json`.\n\n';

const { values } = parseArgs({ options: { accept: { type: 'string' }, release: { type: 'boolean' } } });
const contract = await withRunningApi(fetchContract);
if (values.accept !== undefined) await accept(contract, values.accept);
const surface = surfaceOf(JSON.parse(contract) as ContractToCompare);
if (values.release === true) writeFileSync(RELEASED, `${JSON.stringify(canonical(surface))}\n`);
const faults = [
  ...lint(contract).map((linter) => `${linter} found errors`),
  ...changesUntold(contract),
  ...breakingChanges(released(), surface, new SystemClock().now().toISOString().slice(0, 10)).map(
    (change) => `breaks clients of the last release: ${change}`,
  ),
];
process.stdout.write(faults.length === 0 ? 'The contract holds.\n' : `The contract fails:\n  ${faults.join('\n  ')}\n`);
process.exit(faults.length === 0 ? 0 : 1);

async function fetchContract(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/openapi.json`);
  if (!answer.ok) throw new Error(`/openapi.json answers ${answer.status}`);
  return `${JSON.stringify(canonical(await answer.json()), null, 2)}\n`;
}

async function accept(document: string, sentence: string): Promise<void> {
  const changelog = existsSync(CHANGELOG) ? readFileSync(CHANGELOG, 'utf8') : HEADING;
  writeFileSync(CONTRACT, document);
  if (!tellsOf(changelog, document)) writeFileSync(CHANGELOG, withLine(changelog, document, sentence));
  await generate(process.cwd());
}

function changesUntold(document: string): string[] {
  const committed = existsSync(CONTRACT) ? readFileSync(CONTRACT, 'utf8') : '';
  const changelog = existsSync(CHANGELOG) ? readFileSync(CHANGELOG, 'utf8') : '';
  const how = 'run `npm run contract -- --accept "What changed."`';
  if (committed !== document) return [`docs/openapi.json is not what the api says: ${how}`];
  return tellsOf(changelog, document) ? [] : [`docs/CHANGELOG.md has no line for this contract: ${how}`];
}

function released(): Surface {
  return JSON.parse(readFileSync(RELEASED, 'utf8')) as Surface;
}
