import { type ApiAnswer, type ApiClient } from './api-client.js';
import { BUYER } from './order-samples.js';
import { eventually, type TestTenant } from './test-platform.js';

export interface Operation {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly refusal: { readonly code: string; readonly title: string } | null;
  readonly stalled: { readonly deadLetter: string; readonly code: string; readonly since: string } | null;
  readonly startedAt: string | null;
  readonly expectedBy: string | null;
  readonly allowedActions: string[];
  readonly version: number;
  readonly code: string;
  readonly errors?: { readonly pointer: string; readonly code: string; readonly message: string }[];
}

export interface Result {
  readonly index: number;
  readonly key: string | null;
  readonly state: string;
  readonly status: number | null;
  readonly resourceId: string | null;
  readonly problem: {
    readonly code: string;
    readonly title: string;
    readonly errors: readonly { readonly pointer: string }[];
  } | null;
}

interface SendOptions {
  readonly operation?: string;
  readonly key?: string;
  readonly client?: ApiClient;
  readonly headers?: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 60_000;
let keys = 0;

export function buyer(name: number | string, more: object = {}): { body: object } {
  return { body: { ...BUYER, reference: `B-${name}`, ...more } };
}

export function buyers(count: number, prefix = ''): { body: object }[] {
  return Array.from({ length: count }, (_, number) => buyer(`${prefix}${number}`));
}

export function lines(items: readonly object[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

/** Orders batches for a tenant, and looks what became of them. */
export class BatchDesk {
  constructor(private readonly tenant: TestTenant) {}

  send(
    content: string,
    {
      operation = 'enterParty',
      key = `batch-${(keys += 1)}`,
      client = this.tenant.client,
      headers = {},
    }: SendOptions = {},
  ): Promise<ApiAnswer<Operation>> {
    return client.send<Operation>('POST', `/v1/batches?operation=${operation}`, content, {
      'content-type': 'application/x-ndjson',
      'idempotency-key': key,
      ...headers,
    });
  }

  /** @throws Error when it is refused */
  async order(items: readonly object[], options: SendOptions = {}): Promise<Operation> {
    const answer = await this.send(lines(items), options);
    if (answer.status !== 202) throw new Error(answer.text);
    return answer.body;
  }

  async look(id: string): Promise<Operation> {
    return (await this.tenant.client.get<Operation>(`/v1/operations/${id}`)).body;
  }

  begun(id: string): Promise<Operation> {
    return eventually(
      () => this.look(id),
      ({ done }) => done > 0,
    );
  }

  ended(id: string, patienceMs = PATIENCE_MS): Promise<Operation> {
    return eventually(
      () => this.look(id),
      ({ state }) => state === 'completed' || state === 'cancelled',
      patienceMs,
    );
  }

  /** All of them, page by page. */
  async results(id: string, filter = ''): Promise<Result[]> {
    const all: Result[] = [];
    for (let more: string | null = ''; more !== null;) {
      const { body }: ApiAnswer<{ data: Result[]; nextCursor: string | null }> = await this.tenant.client.get(
        `/v1/operations/${id}/results?limit=100${filter}${more}`,
      );
      all.push(...body.data);
      more = body.nextCursor === null ? null : `&cursor=${body.nextCursor}`;
    }
    return all;
  }
}
