import { randomUUID } from 'node:crypto';

import { type ApiAnswer } from '../support/api-client.js';
import { type Endpoint, hasId, isList, takesKey } from '../support/endpoint.js';
import { FullHouse } from '../support/full-house.js';
import { type BodySchema, hostileTexts, type Mutation, negativeAmounts, wrongTypes } from '../support/mutations.js';
import { rowDigest } from '../support/row-digest.js';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly traceId: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

/** So many requests on their way at a time. */
const ABREAST = 12;
const SLOW_MS = 180_000;

describe('Bad input, at every endpoint,', () => {
  let house: FullHouse;
  let before: Record<string, string>;

  beforeAll(async () => {
    house = await FullHouse.open();
    before = await rowDigest(house.platform, house.tenant.tenantId);
  }, SLOW_MS);
  afterEach(async () => {
    // Whatever was wrong, no row has changed.
    const after = await rowDigest(house.platform, house.tenant.tenantId);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
  });
  afterAll(() => house.close());

  it(
    'of a wrong JSON type is named by its field',
    async () => {
      const cases = withBodies().flatMap((endpoint) => {
        const mutations = wrongTypes(house.api, schemaOf(endpoint), house.bodyFor(endpoint));
        return mutations.map((mutation) => ({ endpoint, mutation }));
      });
      expect(cases.length).toBeGreaterThan(1_000);
      expect(
        await faults(cases, async ({ endpoint, mutation }) => {
          const answer = await send(endpoint, mutation.body);
          const named = answer.body.errors.some(({ pointer }) => isAbout(pointer, mutation.pointer));
          return answer.status === 422 && named ? null : told(endpoint, mutation, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of characters and lengths that cannot be stored, or with money beyond all numbers, is refused',
    async () => {
      // What is wrong with a message of customs is told in the answer.
      const readers = ['convertCebMessage', 'readDeclarationMessage'];
      const kept = withBodies().filter(({ operation }) => !readers.includes(operation.operationId));
      const cases = kept.flatMap((endpoint) =>
        hostileTexts(house.bodyFor(endpoint)).map((mutation) => ({ endpoint, mutation })),
      );
      expect(
        await faults(cases, async ({ endpoint, mutation }) => {
          const answer = await send(endpoint, mutation.body);
          const named = answer.body.errors.some(({ pointer }) => isAbout(pointer, mutation.pointer));
          return answer.status === 422 && named ? null : told(endpoint, mutation, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of negative money is refused',
    async () => {
      const cases = withBodies().flatMap((endpoint) =>
        negativeAmounts(house.bodyFor(endpoint)).map((mutation) => ({ endpoint, mutation })),
      );
      expect(
        await faults(cases, async ({ endpoint, mutation }) => {
          const answer = await send(endpoint, mutation.body);
          return answer.status === 422 ? null : told(endpoint, mutation, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of an unknown field, of another shape than an object, or nested without end, is refused',
    async () => {
      const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
      const cases = withBodies().flatMap((endpoint) => {
        const good = house.bodyFor(endpoint);
        const bodies: [string, unknown, number[]][] = [
          ['an unknown field', { ...good, unknownField: 1 }, [422]],
          ['a field of the prototype', JSON.stringify({ ...good }).replace('{', '{"__proto__":{"a":1},'), [400, 422]],
          [
            'a constructor',
            JSON.stringify({ ...good }).replace('{', '{"constructor":{"prototype":{"a":1}},'),
            [400, 422],
          ],
          ['a deep field', { ...good, unknownField: deep(2_000) }, [400, 422]],
          ['a list', [good], [400]],
          ['a text', '"text"', [400]],
          ['a number', '12', [400]],
          ['broken JSON', '{"a": 1,', [400]],
          ['not JSON at all', '<a/>', [400]],
        ];
        return bodies.map(([what, body, statuses]) => ({ endpoint, mutation: { pointer: '/', what, body }, statuses }));
      });
      expect(
        await faults(cases, async ({ endpoint, mutation, statuses }) => {
          const answer = await send(endpoint, mutation.body);
          return statuses.includes(answer.status) ? null : told(endpoint, mutation, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of no body where fields are required is refused',
    async () => {
      const cases = withBodies().filter((endpoint) => (schemaOf(endpoint).required ?? []).length > 0);
      expect(
        await faults(cases, async (endpoint) => {
          const mutation = { pointer: '/', what: 'nothing', body: {} };
          const answers = [await send(endpoint, {}), await send(endpoint, undefined), await send(endpoint, 'null')];
          const isRefused = answers.every(({ status }) => status === 422 || status === 400);
          return isRefused ? null : answers.map((answer) => told(endpoint, mutation, answer)).join('; ');
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of too many bytes is 413, of another content type 400 or 415',
    async () => {
      const big = JSON.stringify({ text: 'x'.repeat(2_000_000) });
      const commands = house.endpoints.filter(({ method }) => method !== 'GET');
      expect(
        await faults(
          commands,
          async (endpoint) => {
            const answer = await send(endpoint, big);
            return answer.status === 413 ? null : told(endpoint, { pointer: '/', what: '2 MB', body: null }, answer);
          },
          4,
        ),
      ).toEqual([]);
      expect(
        await faults(withBodies(), async (endpoint) => {
          const answer = await send(endpoint, JSON.stringify(house.bodyFor(endpoint)), { 'content-type': 'text/csv' });
          const isRefused = answer.status === 400 || answer.status === 415;
          return isRefused ? null : told(endpoint, { pointer: '/', what: 'CSV', body: null }, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of ids that name nothing is 404, of whatever form',
    async () => {
      const others = ['ten', 'ord', 'pty'].map((prefix) => `${prefix}_01jdq3x7k2e9ta6v0m8r4c5wzb`);
      const cases = house.endpoints.filter(hasId).flatMap((endpoint) => {
        const own = house.idFor(endpoint.path);
        const unknown = `${own.slice(0, 3)}_01jdq3x7k2e9ta6v0m8r4c5wzb`;
        const malformed = [
          own.toUpperCase(),
          `${own}x`,
          own.slice(0, -1),
          own.slice(4),
          '%00',
          '%F0%9F%92%A9',
          "1'--",
          '9'.repeat(250),
        ];
        return [unknown, ...others, ...malformed].map((id) => ({ endpoint, id }));
      });
      expect(
        await faults(cases, async ({ endpoint, id }) => {
          const answer = await send(
            endpoint,
            endpoint.method === 'GET' ? undefined : (house.bodyFor(endpoint) ?? {}),
            {},
            id,
          );
          return answer.status === 404 ? null : told(endpoint, { pointer: id, what: 'id', body: null }, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of a query that a list does not know or cannot read is 400',
    async () => {
      const cases = house.endpoints.filter(isList).flatMap((endpoint) => {
        const names = (endpoint.operation.parameters ?? []).filter((it) => it.in === 'query').map(({ name }) => name);
        const wrong = ['nonsense=1', 'Limit=1'];
        wrong.push(...['0', '101', 'abc', '-1', '1.5', '', '1e2', '1&limit=2'].map((it) => `limit=${it}`));
        const cursors = ['x', '%00', 'AAAA', '%27', 'A'.repeat(22) + '!', 'A'.repeat(300), ''];
        for (const name of names.filter((it) => it === 'cursor' || it === 'after')) {
          wrong.push(...cursors.map((cursor) => `${name}=${cursor}`));
        }
        const filters = names.filter((name) => !['limit', 'cursor', 'after'].includes(name));
        wrong.push(...filters.flatMap((name) => [`${name}=%00`, `${name}[x]=1`, `${name}=${'a'.repeat(3_000)}`]));
        wrong.push(...filters.map((name) => `${name}=a&${name}=b`));
        return wrong.map((query) => ({ endpoint, query }));
      });
      expect(
        await faults(cases, async ({ endpoint, query }) => {
          const answer = await send(endpoint, undefined, {}, undefined, `?${query}`);
          const isRefused = answer.status === 400 || (answer.status === 404 && query.startsWith('after='));
          return isRefused ? null : told(endpoint, { pointer: query.slice(0, 60), what: 'query', body: null }, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'of headers that cannot be read is 400',
    async () => {
      // A calculation keeps nothing, and what proves a caller no answer: they may be repeated under any key.
      const commands = house.endpoints.filter(takesKey);
      const wrong: Record<string, string>[] = [
        { 'idempotency-key': 'k'.repeat(201) },
        { 'idempotency-key': 'two words' },
        { 'if-match': 'W/"1"' },
        { 'if-match': '"99999999999999999999"' },
      ];
      const cases = commands.flatMap((endpoint) => wrong.map((headers) => ({ endpoint, headers })));
      expect(
        await faults(cases, async ({ endpoint, headers }) => {
          const answer = await send(endpoint, house.bodyFor(endpoint) ?? {}, headers);
          return answer.status === 400
            ? null
            : told(endpoint, { pointer: '#', what: JSON.stringify(headers), body: null }, answer);
        }),
      ).toEqual([]);
    },
    SLOW_MS,
  );

  function withBodies(): Endpoint[] {
    return house.endpoints.filter(({ operation }) => operation.requestBody?.content['application/json'] !== undefined);
  }

  function schemaOf({ operation }: Endpoint): BodySchema & { required?: readonly string[] } {
    const schema = operation.requestBody?.content['application/json']?.schema ?? {};
    const named = house.api.components.schemas[(schema.$ref ?? '').replace('#/components/schemas/', '')];
    return named as BodySchema;
  }

  /** Sends it as this tenant; the answer is held against the document, and a refusal against the form of all problems. */
  async function send(
    endpoint: Endpoint,
    body: unknown,
    headers: Record<string, string> = {},
    id?: string,
    query = '',
  ): Promise<ApiAnswer<Problem>> {
    const answer = await house
      .clientFor(endpoint)
      .send<Problem>(endpoint.method, house.address(endpoint.path, id) + query, body, {
        ...(endpoint.method === 'GET' ? {} : { 'idempotency-key': randomUUID(), 'if-match': '"1"' }),
        ...headers,
      });
    const isProblem =
      String(answer.headers['content-type']).startsWith('application/problem+json') &&
      answer.body.status === answer.status &&
      answer.body.code !== '' &&
      answer.body.traceId !== '';
    if (answer.status >= 400 && !isProblem) throw new Error(`Not a problem: ${answer.text.slice(0, 500)}`);
    return answer;
  }
});

/** What went wrong, in words; several at a time. */
async function faults<Case>(
  cases: readonly Case[],
  probe: (each: Case) => Promise<string | null>,
  abreast = ABREAST,
): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...cases].reverse();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const fault = await probe(next).catch((error: unknown) => String(error).slice(0, 1_000));
      if (fault !== null) found.push(fault);
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return found;
}

function isAbout(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`) || place.startsWith(`${pointer}/`);
}

function told({ method, path }: Endpoint, { pointer, what }: Mutation, { status, text }: ApiAnswer<Problem>): string {
  return `${method} ${path} ${pointer} (${what}): ${status} ${text.slice(0, 300)}`;
}
