import { randomUUID } from 'node:crypto';

import { type ApiAnswer, type ApiClient } from './api-client.js';
import { Person } from './staff.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

export interface ApprovalBody {
  readonly id: string;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly command: string;
  readonly commandName: string;
  readonly subjectId: string;
  readonly summary: string;
  readonly askedBy: readonly string[];
  readonly makers: readonly string[];
  readonly decisions: readonly { readonly userId: string; readonly verdict: string }[];
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly version: number;
  /** Of a refusal. */
  readonly code: string;
}

export interface PolicyBody {
  readonly id: string;
  readonly version: number;
  readonly endedAt: string | null;
  /** Of a refusal. */
  readonly code: string;
}

/** How a resource says that it waits, or that nobody approved. */
export interface Standing {
  readonly awaitingApproval: { readonly id: string; readonly url: string; readonly expiresAt: string } | null;
  readonly declinedApproval: { readonly id: string; readonly state: string; readonly reason: string } | null;
}

type Verb = 'approval' | 'refusal' | 'withdrawal';

/** Somebody of a tenant, signed in. */
export interface Colleague {
  readonly id: string;
  readonly client: ApiClient;
}

export async function colleague(
  platform: TestPlatform,
  tenant: TestTenant,
  ...roles: readonly string[]
): Promise<Colleague> {
  const person = await Person.join(platform, tenant, roles);
  return { id: person.user.id, client: (await person.in()).client };
}

/** Has an owner ask for a second person above a limit. */
export async function policy(
  owner: Colleague,
  command: string,
  limit: string,
  change: object = {},
): Promise<PolicyBody> {
  const limits = [
    { amount: limit, currency: 'CNY' },
    { amount: limit, currency: 'USD' },
  ];
  const terms = { command, limits, roles: ['approver', 'owner'], approvers: 1, lifetimeHours: 24, ...change };
  const answer = await owner.client.post<PolicyBody>('/v1/approval-policies', terms);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

/** What of an order waits for somebody. */
export async function awaited({ client }: Colleague, orderId: string, unlike = ''): Promise<ApprovalBody> {
  const found = await eventually(
    () => client.get<{ data: ApprovalBody[] }>(`/v1/approvals?state=pending&orderId=${orderId}`),
    ({ body }) => body.data.length === 1 && body.data[0]?.id !== unlike,
  );
  const [request] = found.body.data;
  if (request === undefined) throw new Error('Nothing waits');
  return request;
}

export function say(
  client: ApiClient,
  { id }: Pick<ApprovalBody, 'id'>,
  verb: Verb,
  headers: Record<string, string> = { 'idempotency-key': randomUUID() },
): Promise<ApiAnswer<ApprovalBody>> {
  const body = verb === 'approval' ? {} : { reason: 'The account is new to us' };
  return client.post<ApprovalBody>(`/v1/approvals/${id}/${verb}`, body, headers);
}

/** A request, once it has come this far. */
export async function settled(
  { client }: Colleague,
  { id }: Pick<ApprovalBody, 'id'>,
  holds: (found: ApprovalBody) => boolean,
): Promise<ApprovalBody> {
  const { body } = await eventually(
    () => client.get<ApprovalBody>(`/v1/approvals/${id}`),
    (answer) => holds(answer.body),
  );
  return body;
}
