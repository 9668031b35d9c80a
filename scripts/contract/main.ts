/**
 * `npm run contract`: the api's own /openapi.json, linted with Spectral and its OWASP rules, and held against the one in
 * docs/. A contract that has changed needs a line in docs/CHANGELOG.md: `npm run contract -- --accept "What changed."`
 * writes both, and the types of the SDK anew.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { generate } from '../sdk/generate.js';
import { canonical, tellsOf, withLine } from './changelog.js';
import { withRunningApi } from './running-api.js';

const CONTRACT = path.resolve('docs/openapi.json');
const CHANGELOG = path.resolve('docs/CHANGELOG.md');
const HEADING =
  '# Changes of the API\n\nNewest first; each line begins with the fingerprint of `docs/openapi.json`.\n\n';

const { values } = parseArgs({ options: { accept: { type: 'string' } } });
const contract = await withRunningApi(fetchContract);
const isLinted = lint(contract);
if (values.accept !== undefined) await accept(contract, values.accept);
const faults = [...(isLinted ? [] : ['Spectral found errors']), ...changesUntold(contract)];
process.stdout.write(faults.length === 0 ? 'The contract holds.\n' : `The contract fails:\n  ${faults.join('\n  ')}\n`);
process.exit(faults.length === 0 ? 0 : 1);

async function fetchContract(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/openapi.json`);
  if (!answer.ok) throw new Error(`/openapi.json answers ${answer.status}`);
  return `${JSON.stringify(canonical(await answer.json()), null, 2)}\n`;
}

/** Errors fail; warnings are shown. */
function lint(document: string): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'entrepot-contract-'));
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, document);
  try {
    return spectral(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function spectral(file: string): boolean {
  const args = ['lint', file, '--ruleset', '.spectral.yaml', '--fail-severity', 'error', '--format', 'stylish'];
  return spawnSync(path.resolve('node_modules/.bin/spectral'), args, { stdio: 'inherit' }).status === 0;
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
