import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { type Case, CaseFileError, readCases } from './case-file.js';
import { mismatches } from './compare.js';

const USAGE = `Usage: npm run cases -- FILE [--url http://127.0.0.1:3000 --key API_KEY]

Posts every case of FILE to POST /v1/calculations/{kind} and compares the answers.
Without --url and --key the running demo is used (.data/demo.json); start it with: npm run demo`;
const DEMO_FILE = '.data/demo.json';
const ANSWER_WITHIN_MS = 10_000;

interface Api {
  readonly baseUrl: string;
  readonly apiKey: string;
}

interface Outcome {
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly remark: string;
}

/** Something the person at the keyboard can mend. */
class UsageError extends Error {}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, key: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [file] = positionals;
  if (values.help === true || file === undefined) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const cases = await readCases(file);
  const api = await findApi(values.url, values.key);
  const outcomes: { entry: Case; outcome: Outcome }[] = [];
  for (const entry of cases) outcomes.push({ entry, outcome: await tryCase(api, entry) });
  print(outcomes);
  const count = (verdict: Outcome['verdict']) => outcomes.filter(({ outcome }) => outcome.verdict === verdict).length;
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  if (count('passed') > 0 || count('failed') > 0) return count('failed') > 0 ? 1 : 0;
  console.error(`No case was tried: is it this API that answers at ${api.baseUrl}?`);
  return 1;
}

async function findApi(url: string | undefined, key: string | undefined): Promise<Api> {
  if (url !== undefined && key !== undefined) return { baseUrl: url.replace(/\/$/, ''), apiKey: key };
  const text = await readFile(DEMO_FILE, 'utf8').catch(() => '{}');
  const demo = JSON.parse(text) as Partial<Api>;
  const baseUrl = url ?? demo.baseUrl;
  const apiKey = key ?? demo.apiKey;
  if (baseUrl === undefined || apiKey === undefined) {
    throw new UsageError(`Nothing to ask: ${DEMO_FILE} is not there.\n\n${USAGE}`);
  }
  return { baseUrl: baseUrl.replace(/\/$/, ''), apiKey };
}

async function tryCase(api: Api, entry: Case): Promise<Outcome> {
  if (entry.kind === 'format') return { verdict: 'skipped', remark: 'not a calculation' };
  const response = await post(api, entry);
  const answer: unknown = await response.json().catch(() => null);
  if (response.status === 404) return { verdict: 'skipped', remark: 'kind not implemented' };
  if (response.status !== 200) {
    return { verdict: 'failed', remark: `answered ${response.status}: ${JSON.stringify(answer)}` };
  }
  const found = mismatches(entry.response, answer, entry.tolerance);
  if (found.length === 0) return { verdict: 'passed', remark: '' };
  const remark = found
    .map(({ path, expected, actual }) => `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
    .join('; ');
  return { verdict: 'failed', remark };
}

async function post({ baseUrl, apiKey }: Api, { kind, request }: Case): Promise<Response> {
  try {
    return await fetch(`${baseUrl}/v1/calculations/${kind}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Nothing answers at ${baseUrl} (${reason}). Start it with: npm run demo`);
  }
}

const SIGN = { passed: '✓', failed: '✗', skipped: '–' } as const;

function print(outcomes: readonly { entry: Case; outcome: Outcome }[]): void {
  const kindWidth = Math.max(...outcomes.map(({ entry }) => entry.kind.length), 4);
  const idWidth = Math.max(...outcomes.map(({ entry }) => entry.id.length), 2);
  for (const { entry, outcome } of outcomes) {
    const line = `${SIGN[outcome.verdict]} ${entry.kind.padEnd(kindWidth)}  ${entry.id.padEnd(idWidth)}  ${outcome.remark}`;
    console.log(line.trimEnd());
  }
}

function isWrongFlag(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError || error instanceof CaseFileError) console.error(error.message);
    else if (isWrongFlag(error)) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(error);
    process.exitCode = 2;
  },
);
