/**
 * Work that comes back by itself. In each round exactly one worker of all does it; a round that a crash cut short is
 * begun again by another worker, so a task must bear being done twice.
 */
export abstract class ScheduledTask {
  /** Unique: `platform.purge-idempotency-records`. */
  abstract readonly name: string;
  /** From the end of one round to the start of the next. */
  abstract readonly everyMs: number;

  /** @returns true when there is more to do at once */
  abstract run(): Promise<boolean>;
}
