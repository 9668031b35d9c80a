import {
  type BackendFactory,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  type QueueBaseOptions,
} from 'bullmq';

/** A worker looks for itself this often; BullMQ's own limit, an hour after any error, is as good as never. */
const WAIT_MAX_SECONDS = 5;

/**
 * BullMQ's PostgreSQL backend of one worker, whose wait for the next job outlasts lost connections. After an error BullMQ
 * waits to be woken for up to an hour; and where the connection ends with its very answer to LISTEN, BullMQ takes itself
 * to be listening, on that one and on all that follow it: nobody would wake the worker.
 */
class WakefulBackend extends PostgresQueueBackend {
  private lost = false;

  constructor(queue: string, options: QueueBaseOptions<PostgresConnectionOptions>) {
    // BullMQ finds a queue's workers by the name of their connections.
    super(new PostgresConnection(options.connection), queue, options, true, queue);
    this.connection.on('listenerinvalidated', () => (this.lost = true));
  }

  override async waitForJob(seconds: number): ReturnType<PostgresQueueBackend['waitForJob']> {
    if (this.lost) {
      this.lost = false;
      await this.reconnectBlocking();
    }
    return super.waitForJob(Math.min(seconds, WAIT_MAX_SECONDS));
  }
}

export const createWakefulBackend: BackendFactory<WakefulBackend, PostgresConnectionOptions> = (queue, options) =>
  new WakefulBackend(queue, options);
