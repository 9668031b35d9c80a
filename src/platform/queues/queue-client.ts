import { createIORedisClient, RedisConnection } from 'bullmq';
import { Redis } from 'ioredis';

type Definition = Parameters<Redis['defineCommand']>[1];

/** Scripts by name, as ioredis looks for them in a pipeline. */
const SCRIPTS: Record<string, unknown> = {};

/**
 * A connection of BullMQ to Redis. BullMQ teaches every connection its scripts anew, some sixty of them, and three connections
 * serve each queue: of what the worker has in memory that was a fifth. Here all connections know what the first has learned.
 */
export class QueueClient extends Redis {
  override scriptsSet = SCRIPTS;

  override defineCommand(name: string, definition: Definition): void {
    super.defineCommand(name, definition);
    for (const method of [name, `${name}Buffer`]) this.share(method);
  }

  /** ioredis has made it a method of this connection alone. */
  private share(method: string): void {
    const descriptor = Object.getOwnPropertyDescriptor(this, method);
    if (descriptor === undefined) return;
    Object.defineProperty(QueueClient.prototype, method, descriptor);
    Reflect.deleteProperty(this, method);
  }
}

/** From now on BullMQ's connections are of this kind. */
export function shareScripts(): void {
  RedisConnection.clientFactory = ({ url, ...options }) =>
    createIORedisClient(url === undefined ? new QueueClient(options) : new QueueClient(url, options));
}
