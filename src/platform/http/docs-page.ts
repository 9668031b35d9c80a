/**
 * Two helpers of the page at `/docs`. They run in the reader's browser: Swagger UI gets their source text, so each stands
 * by itself. `rememberIds` keeps the id of the last resource of each kind that an answer showed; `fillExamples` puts it
 * where a request still has the id of an example, so that a journey can be tried by pressing buttons.
 */

interface PageRequest {
  url: string;
  body?: unknown;
  readonly headers: Record<string, string>;
}

interface PageAnswer {
  readonly ok?: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** What the page has seen: ids by prefix (`ord`) and by kind (`seller`), versions by id. */
interface Seen {
  seenHere?: { readonly ids: Record<string, string>; readonly etags: Record<string, string> };
}

/** The key that the documentation shows; each request from the page gets one of its own instead. */
export const EXAMPLE_KEY = 'a-fresh-key-for-each-request';

/** Ids of examples end in this; nothing real does. */
export function fillExamples(request: PageRequest): PageRequest {
  const { ids, etags } = (globalThis as unknown as Seen).seenHere ?? { ids: {}, etags: {} };
  const known = (id: string, field?: string): string => ids[field ?? ''] ?? ids[id.split('_')[0] ?? ''] ?? id;
  request.url = request.url.replace(/[a-z]+_01jdq3x7k2e9ta6v0m8r4c5wzb/g, (id) => known(id));
  if (typeof request.body === 'string') {
    request.body = request.body.replace(
      /"(\w+?)(Id)?"(\s*:\s*)"([a-z]+_01jdq3x7k2e9ta6v0m8r4c5wzb)"/g,
      (_all, field: string, suffix = '', colon: string, id: string) =>
        `"${field}${suffix}"${colon}"${known(id, field)}"`,
    );
  }
  if (request.headers['Idempotency-Key'] === 'a-fresh-key-for-each-request') {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    request.headers['Idempotency-Key'] = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  const etag = etags[/[a-z]+_[0-9a-z]{26}/.exec(request.url)?.[0] ?? ''];
  if (request.headers['If-Match'] === '"1"' && etag !== undefined) request.headers['If-Match'] = etag;
  return request;
}

export function rememberIds(answer: PageAnswer): PageAnswer {
  const page = globalThis as unknown as Seen;
  page.seenHere ??= { ids: {}, etags: {} };
  const { ids, etags } = page.seenHere;
  let body: unknown = null;
  try {
    body = JSON.parse(answer.text ?? '');
  } catch {
    return answer; // a text, such as the export of the books
  }
  const { data } = (body ?? {}) as { data?: unknown };
  const newest: unknown = Array.isArray(data) ? data[0] : body;
  const { id, kind } = (newest ?? {}) as { id?: unknown; kind?: unknown };
  if (answer.ok !== false && typeof id === 'string') {
    ids[id.split('_')[0] ?? ''] = id;
    if (typeof kind === 'string') ids[kind] = id;
  }
  const etag = answer.headers['etag'];
  if (etag !== undefined && typeof id === 'string') etags[id] = etag;
  return answer;
}
