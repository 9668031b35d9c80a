import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { atExit } from './at-exit.js';
import { type SystemUser } from './unprivileged-user.js';

const READY_WITHIN_MS = 90_000;
const STOPPED_WITHIN_MS = 15_000;

/** How to run one server program. */
export interface ServerProgram {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Written to its standard input: configuration that must not be seen in the list of processes. */
  readonly stdin?: string;
  readonly cwd: string;
  readonly user: SystemUser | null;
  readonly logFile: string;
  /** Its environment beside PATH; nothing else of ours is passed on. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stopSignal: NodeJS.Signals;
  /** Resolves when the server answers a client; rejects while it does not yet. */
  readonly probe: () => Promise<void>;
}

/** A server that lives as long as this process does, and can be stopped and started again on the same port. */
export class LocalServer {
  private child: ChildProcess | null = null;
  private noLongerAtExit = (): void => undefined;

  constructor(private readonly program: ServerProgram) {}

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** @throws Error with the end of its log when the server ends, or does not answer within 30 s */
  async start(): Promise<void> {
    const { command, args, cwd, user, stdin, env } = this.program;
    const [tied, ...tie] = tiedToThisProcess();
    const log = openSync(this.program.logFile, 'a', 0o600);
    const child = spawn(tied ?? command, tied === undefined ? args : [...tie, command, ...args], {
      cwd,
      stdio: [stdin === undefined ? 'ignore' : 'pipe', log, log],
      // A group of its own: Ctrl-C in the terminal is for us, and we stop the servers when their clients are done.
      detached: true,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', ...env },
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    closeSync(log);
    this.child = child;
    this.noLongerAtExit = atExit(() => child.kill(this.program.stopSignal));
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    child.stdin?.end(stdin);
    await Promise.race([failed, this.answers(child)]);
  }

  /** @throws Error with the end of its log when it was started and runs no more */
  assertRunning(): void {
    if (this.child !== null && hasEnded(this.child)) throw new Error(`${this.program.name} ended: ${this.logTail()}`);
  }

  /** @returns its exit code; null when a signal ended it */
  async stop(signal: NodeJS.Signals = this.program.stopSignal): Promise<number | null> {
    const child = this.child;
    this.child = null;
    this.noLongerAtExit();
    if (child?.pid === undefined || hasEnded(child)) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const inTime = await Promise.race([ended, sleep(STOPPED_WITHIN_MS, null, { ref: false })]);
    if (inTime === null) {
      child.kill('SIGKILL');
      await ended;
    }
    return child.exitCode;
  }

  private async answers(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + READY_WITHIN_MS;
    for (;;) {
      if (hasEnded(child)) throw new Error(`${this.program.name} ended at once: ${this.logTail()}`);
      try {
        await this.program.probe();
        return;
      } catch (notYet) {
        if (performance.now() > deadline) {
          await this.stop('SIGKILL');
          throw new Error(
            `${this.program.name} did not answer within ${READY_WITHIN_MS / 1_000} s: ${this.logTail()}`,
            { cause: notYet },
          );
        }
        await sleep(20);
      }
    }
  }

  private logTail(): string {
    return readFileSync(this.program.logFile, 'utf8').trim().split('\n').slice(-8).join('\n  ');
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

let tieCommand: readonly string[] | undefined;

/**
 * The command that makes Linux interrupt a server when we die, even by kill -9, so that nothing is left behind.
 * @returns an empty list where there is no such command
 */
function tiedToThisProcess(): readonly string[] {
  if (tieCommand === undefined) {
    const tie = ['setpriv', '--pdeathsig', 'INT'];
    const works = spawnSync('setpriv', [...tie.slice(1), process.execPath, '--version']).status === 0;
    tieCommand = works ? tie : [];
  }
  return tieCommand;
}
