import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PROJECTS = ['sdk/tsconfig.json', 'sdk/tsconfig.cjs.json'];

/** Compiles the SDK twice: as modules with the command line, and for `require`. @throws Error with what tsc says */
export function buildSdk(root: string, { onlyIfStale = false } = {}): void {
  const dist = path.join(root, 'sdk/dist');
  if (!onlyIfStale) rmSync(dist, { recursive: true, force: true });
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '--build', ...PROJECTS], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The SDK does not compile:\n${run.stdout}${run.stderr}`);
  writeFileSync(path.join(dist, 'cjs/package.json'), '{ "type": "commonjs" }\n');
  chmodSync(path.join(dist, 'esm/cli/main.js'), 0o755);
}
