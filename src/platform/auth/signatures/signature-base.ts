import { type InnerList, serializeInnerList, serializeString } from 'structured-headers';

/** What of a request can be signed. */
export interface SignedRequest {
  readonly method: string;
  /** Scheme and authority under which callers know the API, whatever stands between. */
  readonly origin: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const DERIVED: Readonly<Record<string, (request: SignedRequest) => string>> = {
  '@method': ({ method }) => method,
  '@target-uri': ({ origin, target }) => origin + target,
  '@authority': ({ origin }) => new URL(origin).host,
  '@scheme': ({ origin }) => new URL(origin).protocol.slice(0, -1),
  '@request-target': ({ target }) => target,
  '@path': ({ target }) => target.split('?')[0] ?? '',
  '@query': ({ target }) => (target.includes('?') ? target.slice(target.indexOf('?')) : '?'),
};

/**
 * The text that is signed: RFC 9421, 2.5. Components with parameters are not taken: none of them is needed for requests
 * of JSON.
 * @param covered the member of `Signature-Input` with its parameters
 * @returns null where it names something twice, or something that the request does not have
 */
export function signatureBase(request: SignedRequest, covered: InnerList): string | null {
  const lines = new Map<string, string>();
  for (const [name, parameters] of covered[0]) {
    const value = typeof name === 'string' && parameters.size === 0 ? componentOf(request, name) : null;
    if (value === null || lines.has(name as string)) return null;
    lines.set(name as string, `${serializeString(name as string)}: ${value}`);
  }
  return [...lines.values(), `"@signature-params": ${serializeInnerList(covered)}`].join('\n');
}

function componentOf(request: SignedRequest, name: string): string | null {
  if (name.startsWith('@')) return Object.hasOwn(DERIVED, name) ? (DERIVED[name]?.(request) ?? null) : null;
  const value = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined;
  if (value === undefined) return null;
  return (Array.isArray(value) ? value : [value]).map((one) => one.trim()).join(', ');
}
