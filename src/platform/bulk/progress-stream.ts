import { Readable } from 'node:stream';

import { OPERATION } from './operation-state.js';
import { type OperationDto } from './operation.dto.js';

const HEARTBEAT_MS = 15_000;
/** Then the client connects anew, and shows its credential again. */
const LIFE_MS = 300_000;
const RETRY_MS = 2_000;

/**
 * How an operation stands, as Server-Sent Events: one whenever that has changed, and the last when it is over. A reader that is
 * slow gets the newest and not all that was between.
 */
export class ProgressStream extends Readable {
  private waiting: OperationDto | null = null;
  private wantsMore = false;
  private isOver = false;
  private readonly heartbeat = setInterval(() => {
    this.beat();
  }, HEARTBEAT_MS);
  private readonly life = setTimeout(() => {
    this.finish();
  }, LIFE_MS);

  /** @param seen the version that the client has already */
  constructor(private seen: number | null) {
    super();
    this.push(`retry: ${RETRY_MS}\n\n`);
  }

  tell(operation: OperationDto): void {
    const isEnd = OPERATION.isFinal(operation.state);
    if (this.isOver || (operation.version === this.seen && !isEnd)) return;
    this.waiting = operation;
    this.flush();
  }

  /** Ends it; what is on its way arrives. */
  finish(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.push(null);
  }

  override _read(): void {
    this.wantsMore = true;
    this.flush();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.heartbeat);
    clearTimeout(this.life);
    done(error);
  }

  private flush(): void {
    const { waiting } = this;
    if (waiting === null || !this.wantsMore) return;
    const isEnd = OPERATION.isFinal(waiting.state);
    this.waiting = null;
    this.seen = waiting.version;
    const lines = [
      `id: ${waiting.version}`,
      `event: ${isEnd ? 'end' : 'progress'}`,
      `data: ${JSON.stringify(waiting)}`,
    ];
    this.wantsMore = this.push(`${lines.join('\n')}\n\n`);
    if (isEnd) this.finish();
  }

  /** So that nobody between takes the connection for dead. */
  private beat(): void {
    if (!this.isOver && this.wantsMore) this.wantsMore = this.push(': still here\n\n');
  }
}
