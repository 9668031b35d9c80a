import { ConnectionError, OAuthError } from './errors.js';
import { unlessAborted } from './pause.js';

/** What stands in `Authorization`. */
export interface Credentials {
  header(signal: AbortSignal): Promise<string>;
  /** The platform did not know it. True: there may be a better one now, so it is worth another try. */
  refused(header: string): boolean;
}

export class ApiKeyCredentials implements Credentials {
  constructor(private readonly apiKey: string) {}

  header(): Promise<string> {
    return Promise.resolve(`Bearer ${this.apiKey}`);
  }

  refused(): boolean {
    return false;
  }
}

/** For the little that is answered to anybody. */
export class NoCredentials implements Credentials {
  header(): Promise<string> {
    return Promise.resolve('');
  }

  refused(): boolean {
    return false;
  }
}

export interface ClientCredentialsOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** By blanks; without it, all that the client may have. */
  readonly scope?: string | undefined;
  readonly tokenUrl: string;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** A token is renewed before it ends, so that none ends on its way. */
const RENEW_BEFORE_MS = 30_000;
/** Where the answer does not say, it is asked again soon. */
const UNKNOWN_LIFE_SECONDS = 60;

interface Token {
  readonly header: string;
  readonly renewAt: number;
}

/** OAuth 2.0 client credentials (RFC 6749, section 4.4): one token for all requests, fetched once for those that wait. */
export class OAuthCredentials implements Credentials {
  private token: Promise<Token> | null = null;
  private current: Token | null = null;

  constructor(private readonly options: ClientCredentialsOptions) {}

  async header(signal: AbortSignal): Promise<string> {
    if (this.current !== null && this.current.renewAt > Date.now()) return this.current.header;
    this.token ??= this.fetchToken().finally(() => {
      this.token = null;
    });
    const { header } = await unlessAborted(this.token, signal);
    return header;
  }

  refused(header: string): boolean {
    if (this.current?.header === header) this.current = null;
    return true;
  }

  /** Under a time of its own: others may wait for it when the one that asked gives up. */
  private async fetchToken(): Promise<Token> {
    const { clientId, clientSecret, scope, tokenUrl, timeoutMs } = this.options;
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) });
    const response = await this.options.fetch(tokenUrl, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Basic ${base64(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form.toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (response.status >= 500 || response.status === 429)
      throw new ConnectionError(`Token endpoint: ${response.status}`);
    this.current = readToken(response.status, text);
    return this.current;
  }
}

function readToken(status: number, text: string): Token {
  const answer = parse(text);
  const { access_token: accessToken, expires_in: seconds } = answer;
  if (status !== 200 || typeof accessToken !== 'string') throw refusalOf(status, answer);
  const life = typeof seconds === 'number' ? seconds : UNKNOWN_LIFE_SECONDS;
  // A short life is used for at least half of it.
  const early = Math.min(RENEW_BEFORE_MS, (life * 1_000) / 2);
  return { header: `Bearer ${accessToken}`, renewAt: Date.now() + life * 1_000 - early };
}

function refusalOf(status: number, answer: Readonly<Record<string, unknown>>): OAuthError {
  const { error, error_description: description, code, detail } = answer;
  const [name, words] = typeof error === 'string' ? [error, description] : [code, detail];
  return new OAuthError(typeof name === 'string' ? name : 'no_token', status, typeof words === 'string' ? words : null);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Id and secret are form-encoded before they are joined: RFC 6749, section 2.3.1. */
function formEncoded(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
