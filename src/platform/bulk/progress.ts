import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';

import { UnitOfWork } from '../database/unit-of-work.js';
import { prepared } from '../database/session.js';
import { withMode } from '../http/livemode.js';
import { type Principal } from '../http/request.js';
import { bound } from '../usage/bounds.js';
import { TooManyStreamsError } from './bulk.errors.js';
import { SAY } from './bulk.sentences.js';
import { operationOf } from './bulk-operation.js';
import { OperationDto } from './operation.dto.js';
import { ProgressStream } from './progress-stream.js';

const LOOK_MS = 500;
export const STREAMS_MAX = bound({
  name: 'bulk.progress_streams',
  max: 10,
  per: 'credential',
  unit: 'items',
  title: { en: 'Streams of progress that are open', zh: '同时打开的进度流' },
});
const VERSIONS = `SELECT tenant_id, id, version FROM platform.operation_versions($1::uuid[], $2::uuid[])`;

/** An operation that somebody follows. */
interface Followed {
  readonly caller: Principal;
  readonly id: string;
  version: number;
  readonly streams: Set<ProgressStream>;
}

/**
 * Those who follow operations. However many they are, the database is asked once every half second for all of them together,
 * and one operation is read when it has changed; where nobody follows anything, nothing is asked.
 */
@Injectable()
export class Progress implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Progress.name);
  private readonly followed = new Map<string, Followed>();
  /** Open streams of each credential. */
  private readonly open = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  beforeApplicationShutdown(): void {
    this.isStopping = true;
    if (this.timer !== null) clearTimeout(this.timer);
    for (const { streams } of this.followed.values()) for (const stream of streams) stream.finish();
  }

  /**
   * @param seen the version that the client has already
   * @throws ResourceNotFoundError, TooManyStreamsError
   */
  async follow(caller: Principal, id: string, seen: number | null): Promise<ProgressStream> {
    const count = this.open.get(caller.credentialId) ?? 0;
    if (count >= STREAMS_MAX) throw new TooManyStreamsError(SAY.streams_open({ max: STREAMS_MAX }));
    this.open.set(caller.credentialId, count + 1);
    const stream = new ProgressStream(seen);
    stream.once('close', () => {
      this.leave(caller, id, stream);
    });
    try {
      const operation = await this.read(caller, id);
      this.join(caller, id, operation.version, stream);
      stream.tell(operation);
      if (this.isStopping) stream.finish();
    } catch (error) {
      stream.destroy();
      throw error;
    }
    return stream;
  }

  private join(caller: Principal, id: string, version: number, stream: ProgressStream): void {
    const key = keyOf(caller.tenantId, id);
    const known = this.followed.get(key) ?? { caller, id, version, streams: new Set() };
    // Whoever came first was told of an older one, perhaps: then the next look tells all of them.
    known.version = Math.min(known.version, version);
    known.streams.add(stream);
    this.followed.set(key, known);
    this.timer ??= setTimeout(() => void this.look(), LOOK_MS);
  }

  private leave({ tenantId, credentialId }: Principal, id: string, stream: ProgressStream): void {
    const left = (this.open.get(credentialId) ?? 1) - 1;
    if (left > 0) this.open.set(credentialId, left);
    else this.open.delete(credentialId);
    const known = this.followed.get(keyOf(tenantId, id));
    known?.streams.delete(stream);
    if (known?.streams.size === 0) this.followed.delete(keyOf(tenantId, id));
  }

  private async look(): Promise<void> {
    try {
      const all = [...this.followed.values()];
      const rows = await this.unitOfWork.asMachine((client) =>
        prepared<{ tenant_id: string; id: string; version: number }>(client, VERSIONS, [
          all.map(({ caller }) => caller.tenantId),
          all.map(({ id }) => id),
        ]),
      );
      for (const row of rows) await this.tell(keyOf(row.tenant_id, row.id), row.version);
    } catch (error) {
      // The next look tells what this one could not.
      this.logger.warn(`Progress cannot be looked at: ${String(error)}`);
    }
    this.timer = this.followed.size === 0 || this.isStopping ? null : setTimeout(() => void this.look(), LOOK_MS);
  }

  private async tell(key: string, version: number): Promise<void> {
    const known = this.followed.get(key);
    if (known === undefined || known.version >= version) return;
    const operation = await this.read(known.caller, known.id);
    known.version = operation.version;
    for (const stream of known.streams) stream.tell(operation);
  }

  private async read(caller: Principal, id: string): Promise<OperationDto> {
    const operation = await this.unitOfWork.read(caller, (view) => operationOf(view, id));
    return withMode(OperationDto.from(operation), caller.livemode);
  }
}

function keyOf(tenantId: string, id: string): string {
  return `${tenantId} ${id}`;
}
