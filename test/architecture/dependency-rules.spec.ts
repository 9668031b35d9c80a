import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { GOOD_FILES, PLANTED_VIOLATIONS } from './planted-violations.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RULES = path.join(import.meta.dirname, 'dependency-rules.cjs');
const NOT_MODULES = ['kernel', 'platform', 'contracts', 'sandbox'];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const config = createRequire(import.meta.url)(RULES) as { forbidden: { name: string }[] };

describe('The dependency rules', () => {
  let tree: string;
  let violations: readonly Violation[];

  beforeAll(() => {
    tree = mkdtempSync(path.join(tmpdir(), 'entrepot-rules-'));
    for (const file of ['package.json', 'tsconfig.json']) cpSync(path.join(ROOT, file), path.join(tree, file));
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
    for (const [file, imports] of Object.entries(GOOD_FILES)) plant(tree, file, imports);
    for (const { file, imports } of PLANTED_VIOLATIONS) plant(tree, file, imports);
    for (const module of ourModules()) plant(tree, `src/platform/knows/${module}.ts`, [`../../${module}/index.js`]);
    for (const module of ourModules())
      plant(tree, `src/${module}/index.ts`, GOOD_FILES[`src/${module}/index.ts`] ?? []);
    violations = cruise(tree);
  });
  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  it.each(PLANTED_VIOLATIONS.map(({ rule, file, imports }) => [rule, file, imports.join(' ') || 'nothing'] as const))(
    '%s: catches %s, which imports %s',
    (rule, file) => {
      expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
    },
  );

  it('leave alone what breaks none', () => {
    const good = Object.keys(GOOD_FILES).filter((file) => file !== 'src/fx/domain/hen.ts'); // half of the planted cycle
    const caught = violations.filter(({ from }) => good.includes(from));
    // A rule about orphans concerns stand-ins that nobody happens to import here.
    expect(caught.filter(({ rule }) => rule.name !== 'no-orphans')).toEqual([]);
  });

  it('are each broken by a planted file, so that none is dead', () => {
    const planted = new Set(PLANTED_VIOLATIONS.map(({ rule }) => rule));
    expect([...planted].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  it.each(ourModules().map((module) => [module]))('know the module %s', (module) => {
    const caught = violations.filter(({ from }) => from === `src/platform/knows/${module}.ts`);
    expect(caught.map(({ rule }) => rule.name)).toContain('platform-knows-no-module');
  });
});

/** Every folder of src that is a business module. */
function ourModules(): string[] {
  return readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_MODULES.includes(entry.name))
    .map(({ name }) => name);
}

function plant(tree: string, file: string, imports: readonly string[]): void {
  const target = path.join(tree, file);
  mkdirSync(path.dirname(target), { recursive: true });
  const lines = imports.map((specifier) => `import '${specifier}';`);
  writeFileSync(target, [...lines, 'export const planted = true;', ''].join('\n'));
}

function cruise(tree: string): readonly Violation[] {
  const depcruise = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = ['--config', RULES, '--output-type', 'json', 'src', 'migrations', 'scripts', 'sdk/src', 'console'];
  const run = spawnSync(process.execPath, [depcruise, ...args], { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.stdout === '') throw new Error(run.stderr);
  return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}
