import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { embeddedBinaries } from './embedded-binaries.js';
import { type Env, findOnPath, isExecutable } from './executables.js';
import { canReach, type SystemUser } from './unprivileged-user.js';

export const OLDEST_POSTGRES = 15;

/** A folder with `initdb` and `postgres` that this machine can run. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly major: number;
  /** For people: `PostgreSQL 18.4, embedded binaries from npm`. */
  readonly description: string;
}

/** What was found, best first, and for people why anything else was not taken. */
export interface PostgresSearch {
  readonly found: readonly PostgresBinaries[];
  readonly rejected: readonly string[];
}

/** Where packagers put the server, whose `initdb` and `postgres` are rarely on the PATH. */
const USUAL_PLACES = [
  { parent: '/usr/lib/postgresql', inside: 'bin' },
  { parent: '/usr', inside: 'bin', like: /^pgsql-/ },
  { parent: '/usr/local/pgsql', inside: '', like: /^bin$/ },
  { parent: '/opt/homebrew/opt', inside: 'bin', like: /^postgresql/ },
  { parent: '/usr/local/opt', inside: 'bin', like: /^postgresql/ },
  { parent: '/Applications/Postgres.app/Contents/Versions', inside: 'bin' },
];

/** Servers of the machine, the newest first, then the binaries that came with `npm ci`. */
export function findPostgresBinaries(env: Env, user: SystemUser | null): PostgresSearch {
  const found: PostgresBinaries[] = [];
  const rejected: string[] = [];
  for (const folder of systemFolders(env)) {
    const candidate = inspect(folder, `found in ${folder}`);
    if (typeof candidate === 'string') rejected.push(candidate);
    else if (!canReach(folder, user)) rejected.push(`${folder} is closed to the user ${user?.name ?? ''}`);
    else found.push(candidate);
  }
  found.sort((one, other) => other.major - one.major);
  const embedded = embeddedBinaries(user);
  const candidate = 'folder' in embedded ? inspect(embedded.folder, 'embedded binaries from npm') : embedded.missing;
  if (typeof candidate === 'string') rejected.push(candidate);
  else found.push(candidate);
  return { found, rejected };
}

function systemFolders(env: Env): readonly string[] {
  const onPath = findOnPath('postgres', env);
  const usual = USUAL_PLACES.filter(({ parent }) => existsSync(parent)).flatMap(({ parent, inside, like }) =>
    readdirSync(parent)
      .filter((name) => like?.test(name) ?? true)
      .map((name) => path.join(parent, name, inside)),
  );
  const folders = [...(onPath === null ? [] : [path.dirname(realpathSync(onPath))]), ...usual];
  return [...new Set(folders)].filter((folder) => isExecutable(path.join(folder, 'postgres')));
}

/** @returns a sentence when the binaries in this folder will not do */
function inspect(folder: string, description: string): PostgresBinaries | string {
  if (!isExecutable(path.join(folder, 'initdb'))) return `${folder} has no initdb`;
  const run = spawnSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /\) (\d+)(\S*)/.exec(run.stdout);
  if (run.status !== 0 || version === null) return `${folder}/postgres does not run: ${run.stderr.trim()}`;
  const major = Number(version[1]);
  if (major < OLDEST_POSTGRES) return `${folder} is PostgreSQL ${major}, older than ${OLDEST_POSTGRES}`;
  return { folder, major, description: `PostgreSQL ${major}${version[2] ?? ''}, ${description}` };
}
