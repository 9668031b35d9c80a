import { type ApiClient } from './api-client.js';
import { eventually } from './test-platform.js';

export interface ApprovalBody {
  readonly id: string;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly command: string;
  readonly subjectId: string;
  readonly orderId: string | null;
  readonly summary: string;
  readonly askedBy: readonly string[];
  readonly makers: readonly string[];
  readonly decisions: readonly { readonly userId: string; readonly verdict: string }[];
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly expiresAt: string;
  readonly version: number;
  readonly code: string;
}

export interface PolicyBody {
  readonly id: string;
  readonly version: number;
  readonly endedAt: string | null;
  readonly code: string;
}

/** How a resource says that it waits. */
export interface Standing {
  readonly awaitingApproval: { readonly id: string; readonly url: string; readonly expiresAt: string } | null;
  readonly declinedApproval: { readonly id: string; readonly state: string; readonly reason: string } | null;
}

/** Has an owner ask for a second person above a limit. */
export async function policy(
  owner: ApiClient,
  command: string,
  limit: string,
  change: object = {},
  currency = 'CNY',
): Promise<PolicyBody> {
  const limits = [{ amount: limit, currency }];
  const terms = { command, limits, roles: ['approver', 'owner'], approvers: 1, lifetimeHours: 24, ...change };
  const answer = await owner.post<PolicyBody>('/v1/approval-policies', terms);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

/** The request of an order that waits for somebody. */
export async function awaited(client: ApiClient, orderId: string): Promise<ApprovalBody> {
  const found = await eventually(
    () => client.get<{ data: ApprovalBody[] }>(`/v1/approvals?state=pending&orderId=${orderId}`),
    ({ body }) => body.data.length === 1,
  );
  const [request] = found.body.data;
  if (request === undefined) throw new Error('Nothing waits');
  return request;
}
