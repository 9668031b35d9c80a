import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** What `login` keeps, and the secret that `listen` signs with. */
export interface Settings {
  readonly baseUrl?: string;
  readonly apiKey?: string;
  readonly webhookSecret?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_CONFIG_HOME/entrepot/config.json`, else below `~/.config`. */
export function settingsFile(env: Environment): string {
  const home = env['XDG_CONFIG_HOME'];
  // A relative one is to be ignored: XDG Base Directory Specification 0.8.
  const base = home !== undefined && path.isAbsolute(home) ? home : path.join(env['HOME'] ?? homedir(), '.config');
  return path.join(base, 'entrepot', 'config.json');
}

export function readSettings(env: Environment): Settings {
  try {
    return JSON.parse(readFileSync(settingsFile(env), 'utf8')) as Settings;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** Nobody else can read it at any moment, whatever was there before. */
export function writeSettings(env: Environment, settings: Settings): string {
  const file = settingsFile(env);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
  return file;
}
