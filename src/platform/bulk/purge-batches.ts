import { Injectable } from '@nestjs/common';

import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ScheduledTask } from '../operations/schedules/scheduled-task.js';

/** No client takes an hour to send a batch. */
const LEFT = `
  WITH old AS (
    DELETE FROM platform.batch_intake b
    USING (SELECT tenant_id, id FROM platform.batch_intake
           WHERE started_at < now() - interval '1 hour' ORDER BY started_at LIMIT 10) AS o
    WHERE b.tenant_id = o.tenant_id AND b.id = o.id RETURNING b.tenant_id, b.id)
  DELETE FROM platform.operation_item i USING old WHERE i.tenant_id = old.tenant_id AND i.operation_id = old.id RETURNING 1`;
const KEPT = `
  WITH old AS (
    UPDATE platform.operation o SET kept_until = NULL
    FROM (SELECT tenant_id, id FROM platform.operation WHERE kept_until < now() ORDER BY kept_until LIMIT 10) AS e
    WHERE o.tenant_id = e.tenant_id AND o.id = e.id RETURNING o.tenant_id, o.id)
  DELETE FROM platform.operation_item i USING old WHERE i.tenant_id = old.tenant_id AND i.operation_id = old.id RETURNING 1`;

/** Forgets what came of batches that were never ordered, and the results of old ones; the operations themselves stay. */
@Injectable()
export class PurgeBatches extends ScheduledTask {
  readonly name = 'platform.purge-batches';
  readonly everyMs = 600_000;

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async run(): Promise<boolean> {
    const purged = await this.unitOfWork.asMachine((client) =>
      Promise.all([prepared(client, LEFT, []), prepared(client, KEPT, [])]),
    );
    return purged.some((rows) => rows.length > 0);
  }
}
