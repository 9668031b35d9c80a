import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { atExit } from './at-exit.js';
import { canReach, giveTo, type SystemUser } from './unprivileged-user.js';

const THROW_AWAY = /^entrepot-(\d+)-/;

/** Where one run of the services keeps its files. */
export interface DataFolder {
  readonly path: string;
  /** Lets go of it; a throw-away folder is deleted. */
  release(): void;
}

/** A private folder below the system's temporary one, named after this process so that a later run can clear it. */
export function throwAwayFolder(): DataFolder {
  clearAbandoned();
  const folder = mkdtempSync(path.join(tmpdir(), `entrepot-${process.pid}-`));
  chmodSync(folder, 0o711); // PostgreSQL's user walks through to its own folder, and reads nothing here
  return held(folder, () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** Folders of processes that were killed before they could tidy up. */
function clearAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = THROW_AWAY.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = path.join(tmpdir(), name);
    if (lstatSync(folder).uid === process.getuid?.()) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A folder that survives; held by one process at a time.
 * @throws Error when another process that is alive holds it
 */
export function persistentFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'services.pid');
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `${folder} is in use by process ${holder}; stop it first (it is probably another \`npm run demo\`)`,
    );
  }
  writeFileSync(lock, process.pid.toString());
  return held(folder, () => {
    rmSync(lock, { force: true });
  });
}

function held(folder: string, letGo: () => void): DataFolder {
  const noLongerAtExit = atExit(letGo);
  const release = () => {
    noLongerAtExit();
    letGo();
  };
  return { path: folder, release };
}

/**
 * A folder `name` for the server that runs as `user`. Where that user cannot walk into `parent` (a checkout below /root),
 * it lies in /var/lib and is linked here; it goes with the link.
 */
export function serverFolder(parent: DataFolder, name: string, user: SystemUser | null): string {
  const here = path.join(parent.path, name);
  if (existsSync(here)) return realpathSync(here);
  const folder = canReach(parent.path, user) ? here : path.join('/var/lib/entrepot', digest(parent.path), name);
  if (folder !== here) {
    rmSync(folder, { recursive: true, force: true });
    rmSync(here, { force: true });
    mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
    symlinkSync(folder, here);
  }
  mkdirSync(folder, { mode: 0o700 });
  giveTo(user, folder);
  return folder;
}

/** The password kept in this folder, made on first use. */
export function keptPassword(folder: DataFolder, name: string): string {
  const file = path.join(folder.path, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
