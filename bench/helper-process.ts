import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

const ANSWER_WITHIN_MS = 120_000;

/** A process of the bench's own that is asked one thing at a time: a yardstick, or receivers. */
export class Helper {
  private constructor(private readonly child: ChildProcess) {}

  /** @param entry compiled file below dist/bench/; it sends a first message when it is ready */
  static async start(entry: string, env: Readonly<Record<string, string>> = {}): Promise<Helper> {
    const child = fork(path.join(import.meta.dirname, entry), { env: { ...process.env, ...env } });
    const helper = new Helper(child);
    await helper.answer();
    return helper;
  }

  /** Sends a message and waits for the one that answers it. @throws Error when the process ends or stays silent */
  ask(message: object): Promise<unknown> {
    const answer = this.answer();
    this.child.send(message);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await gone;
  }

  private answer(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.child.off('message', told).off('exit', gone);
        act();
      };
      const told = (message: unknown): void => {
        settle(() => {
          resolve(message);
        });
      };
      const gone = (): void => {
        settle(() => {
          reject(new Error('The process ended'));
        });
      };
      const timer = setTimeout(() => {
        settle(() => {
          reject(new Error('The process did not answer in time'));
        });
      }, ANSWER_WITHIN_MS);
      this.child.once('message', told).once('exit', gone);
    });
  }
}
