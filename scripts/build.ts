/**
 * `npm run build`: compiles src, migrations, scripts, bench and console into dist/ with `nest build` (SWC, no type check; that is
 * `npm run typecheck`). `--if-stale` does nothing when dist/ already matches the sources.
 *
 * Runs straight from TypeScript on the pinned Node, before anything is compiled; so it imports nothing of ours.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
const FOLDERS = ['src', 'migrations', 'scripts', 'bench', 'console'];
const CONFIG_FILES = ['package-lock.json', '.swcrc', 'nest-cli.json'];
const STAMP = path.join(DIST, '.built-from');
const LOCK = path.join(ROOT, 'node_modules', '.cache', 'build.lock');
const LOCK_WAIT_MS = 60_000;

/** Every source file, relative to the root, in a fixed order. */
function sourceFiles(): string[] {
  return FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder))).flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
      .sort(),
  );
}

/** Changes whenever a file is added, removed or written; reading no contents keeps it to some milliseconds. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of [...CONFIG_FILES, ...sourceFiles()]) {
    const { mtimeMs, size } = statSync(path.join(ROOT, file));
    hash.update(`${file}\0${mtimeMs.toString()}\0${size.toString()}\n`);
  }
  return hash.digest('hex');
}

function builtFrom(): string | null {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

/**
 * Takes away what a deleted source left behind: a migration that is gone must not run. dist/ is not emptied before a
 * build, because processes that run from it load files as they go.
 */
function removeOrphans(): void {
  const wanted = new Set(
    sourceFiles().flatMap((file) => {
      const compiled = file.replace(/\.ts$/, '.js');
      return [compiled, `${compiled}.map`];
    }),
  );
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && file !== STAMP && !wanted.has(path.relative(DIST, file))) rmSync(file);
  }
}

function build(): void {
  const source = fingerprint();
  rmSync(STAMP, { force: true });
  const nest = path.join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const run = spawnSync(process.execPath, [nest, 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`nest build failed:\n${run.stdout}${run.stderr}`);
  removeOrphans();
  writeFileSync(STAMP, source);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** One build at a time in one checkout: two test runs may start together. */
async function withLock(work: () => void): Promise<void> {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  const deadline = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      writeFileSync(LOCK, process.pid.toString(), { flag: 'wx' });
      break;
    } catch {
      const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
      if (holder > 0 && !isAlive(holder)) rmSync(LOCK, { force: true });
      if (performance.now() > deadline) throw new Error(`Another build holds ${LOCK} (process ${holder.toString()})`);
      await sleep(50);
    }
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

const onlyIfStale = process.argv.includes('--if-stale');
await withLock(() => {
  if (onlyIfStale && builtFrom() === fingerprint()) return;
  build();
});
