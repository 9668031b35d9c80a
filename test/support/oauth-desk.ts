import { type ApiAnswer } from './api-client.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

export interface Client {
  readonly id: string;
  readonly clientSecret: string;
  readonly secrets: readonly { readonly lastFour: string; readonly expiresAt: string | null }[];
  readonly code: string;
}

export interface Token {
  readonly access_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly error: string;
  readonly error_description: string;
  readonly error_uri: string;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const GRANT = { grant_type: 'client_credentials' };

/** Makes OAuth clients and asks for their tokens. */
export class OauthDesk {
  constructor(private readonly platform: TestPlatform) {}

  async make({ client }: TestTenant, more: object = {}): Promise<Client> {
    const request = { name: 'ERP', scopes: ['parties:read', 'orders:read'], ...more };
    const { status, body, text } = await client.post<Client>('/v1/oauth-clients', request);
    if (status !== 201) throw new Error(text);
    return body;
  }

  ask(form: Record<string, string> | string, headers: Record<string, string> = {}): Promise<ApiAnswer<Token>> {
    const body = new URLSearchParams(form).toString();
    return this.platform.as(null).send<Token>('POST', '/oauth/token', body, { ...FORM, ...headers });
  }

  async tokenOf(client: Client): Promise<string> {
    return (await this.ask(GRANT, basic(client))).body.access_token;
  }

  /** @returns status and code of a request with this token */
  async use(token: string, path = '/v1/parties', headers: Record<string, string> = {}): Promise<unknown[]> {
    const { status, body } = await this.platform.as(token).get(path, headers);
    return [status, body['code']];
  }
}

export function basic({ id, clientSecret }: Client): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${id}:${clientSecret}`).toString('base64')}` };
}
