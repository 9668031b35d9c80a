import { setTimeout as sleep } from 'node:timers/promises';

import { Logger } from '@nestjs/common';

const AFTER_ERROR_MS = 500;

/** Repeats a round of work for as long as the process lives: at once while there is more, else after a pause or a ring. */
export class Pump {
  private readonly logger: Logger;
  private stopping = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  /** @param round does some work and says whether there may be more at once */
  constructor(
    private readonly name: string,
    private readonly idleMs: number,
    private readonly round: () => Promise<boolean>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.running = this.run();
  }

  /** Ends the present pause. */
  ring(): void {
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const more = await this.round();
        if (!more) await this.pause();
      } catch (error) {
        this.logger.warn(`${this.name} will try again: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(AFTER_ERROR_MS);
      }
    }
  }

  private async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.idleMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopping) this.wake();
    });
  }
}
