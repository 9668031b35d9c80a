import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { SdkProject } from '../support/sdk-package.js';
import { TestPlatform } from '../support/test-platform.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const COMPILER = {
  strict: true,
  noEmit: true,
  target: 'es2023',
  module: 'nodenext',
  types: ['node'],
};

interface Example {
  readonly file: string;
  readonly heading: string;
  readonly code: string;
  /** What it prints; `…` for what is not the same each time. */
  readonly prints: string;
}

const examples = examplesOf(readFileSync(path.join(ROOT, 'sdk/README.md'), 'utf8'));

describe('The examples of the SDK’s README', () => {
  let platform: TestPlatform;
  let project: SdkProject;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    project = new SdkProject();
    const { apiKey } = await platform.tenant();
    env = { PATH: process.env['PATH'], ENTREPOT_BASE_URL: platform.config.publicUrl, ENTREPOT_API_KEY: apiKey };
    for (const { file, code } of examples) writeFileSync(path.join(project.folder, file), code);
    writeFileSync(path.join(project.folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(path.join(project.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER }));
  });
  afterAll(async () => {
    project.remove();
    await platform.stop();
  });

  it('are there, each with what it prints', () => {
    expect(examples.length).toBeGreaterThanOrEqual(9);
    expect(examples.filter(({ prints }) => prints === '')).toEqual([]);
  });

  it('compile, with the types of the package as it is installed', () => {
    const { status, stdout } = spawnSync(process.execPath, [TSC], { cwd: project.folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
  });

  // In their order: the later ones stand on what the first has made.
  it.each(examples.map((example) => [example.heading, example] as const))('%s', async (_heading, { file, prints }) => {
    const { code, text } = await run(file);
    expect(text).toMatch(patternOf(prints));
    expect(code).toBe(0);
  });

  /** Beside the platform, which lives in this process. */
  function run(file: string): Promise<{ code: number | null; text: string }> {
    const child = spawn(process.execPath, [file], { cwd: project.folder, env, timeout: 25_000 });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return new Promise((resolve) => {
      child.on('close', (code) => {
        resolve({ code, text });
      });
    });
  }
});

function examplesOf(page: string): Example[] {
  const sections = page.split(/^(?=#{1,2} )/m);
  return sections.flatMap((section) => {
    const [, heading = ''] = /^#+ (.+)$/m.exec(section) ?? [];
    const blocks = section.matchAll(/^```ts\n(.*?)^```\n(?:\n```\n(.*?)^```\n)?/gms);
    return [...blocks].map(([, code = '', prints = '']) => ({
      heading,
      code,
      prints,
      file: `example-${heading.toLowerCase().replace(/\W+/g, '-')}.ts`,
    }));
  });
}

function patternOf(prints: string): RegExp {
  const literal = prints.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('…', '.+')}$`);
}
