import { publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from './api-client.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

export const PASSWORD = 'four words of my own';
export const WRONG = 'quite another password';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly state: string;
  readonly secondFactor: boolean;
  readonly invitation: string;
  readonly version: number;
  readonly code: string;
  readonly lastUsedAt: string | null;
}

export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly user: User & { readonly scopes: readonly string[] };
  readonly code: string;
}

/** A person with a browser. */
export class Person {
  private constructor(
    private readonly platform: TestPlatform,
    readonly tenantId: string,
    readonly user: User,
    readonly password = PASSWORD,
  ) {}

  /** Invited by the tenant's own key, and in. */
  static async join(
    platform: TestPlatform,
    tenant: TestTenant,
    roles: readonly string[],
    email?: string,
  ): Promise<Person> {
    people += 1;
    const request = { email: email ?? `person-${people}@example.com`, name: 'Li Wei', roles };
    const { body } = await tenant.client.post<User>('/v1/users', request);
    const person = new Person(platform, publicId('tenant', tenant.tenantId), body);
    await person.accept(body.invitation);
    return person;
  }

  accept(invitation: string, password = this.password): Promise<ApiAnswer<User>> {
    return this.platform.as(null).post<User>('/v1/invitations/acceptance', { invitation, password });
  }

  signIn(more: object = {}, headers: Record<string, string> = {}): Promise<ApiAnswer<Session>> {
    const { tenantId, password, user } = this;
    const proof = { tenantId, email: user.email, password, ...more };
    return this.platform.as(null).post<Session>('/v1/sessions', proof, headers);
  }

  /** Signs in. @throws Error when that is refused */
  async in(more: object = {}): Promise<{ client: ApiClient; session: Session }> {
    const { status, body, text } = await this.signIn(more);
    if (status !== 200) throw new Error(text);
    return { client: this.platform.as(body.accessToken), session: body };
  }

  refresh(refreshToken: string): Promise<ApiAnswer<Session>> {
    return this.platform.as(null).post<Session>('/v1/sessions/refresh', { refreshToken });
  }
}

let people = 0;

/** What an answer says to a program. */
export function codeOf({ status, body }: { status: number; body: { code: string } }): (number | string)[] {
  return [status, body.code];
}

/** Well within the two seconds that an answer about a credential is believed. */
export async function soon(probe: () => Promise<number>, status: number): Promise<void> {
  await eventually(probe, (seen) => seen === status, 1_000);
}

/** What the audit has about somebody, oldest first. */
export async function actionsOn({ client }: TestTenant, userId: string): Promise<string[]> {
  const path = `/v1/audit/records?resource=${userId}&limit=100`;
  const { body } = await client.get<{ data: { action: string }[] }>(path);
  return body.data.map(({ action }) => action).reverse();
}
