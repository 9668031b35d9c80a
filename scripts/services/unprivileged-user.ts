import { chownSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A user of this machine, as /etc/passwd knows it. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who must run PostgreSQL: it refuses to run as root, so root lends it `postgres`, else `nobody`.
 * @returns null when we are not root and simply run it ourselves
 * @throws Error when we are root on a machine that has neither user
 */
export function unprivilegedUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const user = findUser('postgres') ?? findUser('nobody');
  if (user === null) throw new Error('PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody`');
  return user;
}

function findUser(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { name, uid: Number(uid), gid: Number(gid) };
}

/** Whether `user` may walk down to `target`: every folder on the way must let strangers through, or be their own. */
export function canReach(target: string, user: SystemUser | null): boolean {
  if (user === null) return true;
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const { mode, uid } = statSync(folder);
    const isOpen = (mode & 0o001) !== 0 || (uid === user.uid && (mode & 0o100) !== 0);
    if (!isOpen) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

export function giveTo(user: SystemUser | null, target: string): void {
  if (user !== null) chownSync(target, user.uid, user.gid);
}
