import { SAY } from '../auth.sentences.js';
import { type Request } from '../../http/request.js';
import { GrantTypeError, InvalidClientError, TokenRequestError } from './oauth.errors.js';

/** What a client asks for at the token endpoint. */
export interface TokenRequest {
  readonly clientId: string;
  readonly secret: string;
  /** Null: all it has. */
  readonly scopes: readonly string[] | null;
}

/**
 * Reads a request for a token (RFC 6749, 4.4.2 and 2.3.1). Unknown parameters are ignored, as the RFC wants it.
 * @throws TokenRequestError, GrantTypeError, InvalidClientError
 */
export function readTokenRequest({ headers, body }: Pick<Request, 'headers' | 'body'>): TokenRequest {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  if (!isForm) throw new TokenRequestError(SAY.token_form);
  const parameter = reader(body);
  const client = clientOf(headers.authorization, parameter);
  const grant = parameter('grant_type');
  if (grant === null) throw new TokenRequestError(SAY.token_no_grant);
  if (grant !== 'client_credentials') throw new GrantTypeError(SAY.token_grant);
  const scope = parameter('scope');
  return { ...client, scopes: scope === null ? null : scope.split(' ').filter((one) => one !== '') };
}

/** A parameter without a value counts as left out; one that comes twice is wrong: RFC 6749, 3.2. */
function reader(body: unknown): (name: string) => string | null {
  const form = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  return (name) => {
    const value = Object.hasOwn(form, name) ? form[name] : undefined;
    if (value === undefined || value === '') return null;
    if (typeof value !== 'string') throw new TokenRequestError(SAY.token_form);
    return value;
  };
}

function clientOf(
  authorization: string | undefined,
  parameter: (name: string) => string | null,
): { clientId: string; secret: string } {
  const [id, secret] = [parameter('client_id'), parameter('client_secret')];
  if (authorization === undefined) {
    if (id === null || secret === null) throw new InvalidClientError(SAY.token_client);
    return { clientId: id, secret };
  }
  if (secret !== null) throw new TokenRequestError(SAY.token_two_ways);
  const basic = /^Basic ([\w+/]+={0,2})$/i.exec(authorization)?.[1];
  const pair = Buffer.from(basic ?? '', 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (basic === undefined || colon < 0) throw new InvalidClientError(SAY.token_client);
  const clientId = decoded(pair.slice(0, colon));
  if (id !== null && id !== clientId) throw new TokenRequestError(SAY.token_two_ways);
  return { clientId, secret: decoded(pair.slice(colon + 1)) };
}

/** In the header both are encoded as in a form; ours need it not, so what cannot be decoded is not ours. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new InvalidClientError(SAY.token_client);
  }
}
