import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LINTERS: Readonly<Record<string, readonly string[]>> = {
  'node_modules/.bin/spectral': ['--ruleset', '.spectral.yaml', '--fail-severity', 'error', '--format', 'stylish'],
  'node_modules/.bin/redocly': ['--config', 'redocly.yaml', '--format', 'stylish'],
};

/** Errors fail; warnings are shown. @returns the linters that found errors */
export function lint(document: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'entrepot-contract-'));
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, document);
  try {
    return Object.entries(LINTERS).flatMap(([name, options]) =>
      passes(name, ['lint', file, ...options]) ? [] : [name],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function passes(name: string, args: readonly string[]): boolean {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return spawnSync(path.resolve(name), args, { stdio: 'inherit', env }).status === 0;
}
