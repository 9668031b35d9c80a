import { setTimeout } from 'node:timers/promises';

import fc from 'fast-check';

import { onTheWire, type FuzzRequest, Requests } from '../support/fuzz/requests.js';
import { type Endpoint, isList } from '../support/endpoint.js';
import { FullHouse } from '../support/full-house.js';

/** In CI the same few thousand each time; `npm run fuzz` makes the long run, another one each night. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 5_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_128);
/** After it nothing is found any more, and all that is asked is refused. */
const EMPTIES = 'resetSandbox';
const ABREAST = 12;
const TIMEOUT_MS = 240_000 + REQUESTS * 40;
const PATIENCE_MS = 50_000;
const MOST_TOLD = 20;

describe(`Whatever is asked of it (seed ${SEED}),`, () => {
  let house: FullHouse;

  beforeAll(async () => {
    house = await FullHouse.open();
  }, 180_000);
  afterAll(() => house.close());

  it(
    'the api answers as its contract allows, and never by a 5xx',
    async () => {
      const drawn = await draw();
      expect(drawn.length).toBeGreaterThanOrEqual(REQUESTS);
      const answers = new Map<string, number>();
      const faults: string[] = [];
      await abreast(drawn, async ([endpoint, request]) => {
        const told = await faultOf(endpoint, request, answers);
        if (told !== null) faults.push(told);
      });
      expect({ seed: SEED, of: faults.length, faults: faults.slice(0, MOST_TOLD) }).toEqual({
        seed: SEED,
        of: 0,
        faults: [],
      });
      // The draw is no good where everything is refused, or nothing.
      for (const kind of ['valid', 'near', 'nonsense']) expect(answers.get(`${kind} 4`)).toBeGreaterThan(0);
      expect(answers.get('valid 2')).toBeGreaterThan(REQUESTS / 10);
    },
    TIMEOUT_MS,
  );

  /** Every operation as often as the others, in an order that no test chose; but what empties the house comes last. */
  async function draw(): Promise<[Endpoint, FuzzRequest][]> {
    const requests = new Requests(house, await idsOf(house));
    const each = Math.ceil(REQUESTS / house.endpoints.length);
    const drawn = house.endpoints.flatMap((endpoint, index) =>
      fc
        .sample(requests.to(endpoint), { numRuns: each, seed: SEED + index })
        .map((request) => [endpoint, onTheWire(request, endpoint)] as [Endpoint, FuzzRequest]),
    );
    const [shuffled = []] = fc.sample(fc.shuffledSubarray(drawn, { minLength: drawn.length }), {
      numRuns: 1,
      seed: SEED,
    });
    const isLast = ([{ operation }]: [Endpoint, FuzzRequest]): boolean => operation.operationId === EMPTIES;
    return [...shuffled.filter((each) => !isLast(each)), ...shuffled.filter(isLast)];
  }

  async function faultOf(
    endpoint: Endpoint,
    { kind, method, path, headers, body }: FuzzRequest,
    answers: Map<string, number>,
  ): Promise<string | null> {
    const told = `${kind} ${method} ${path} ${JSON.stringify(headers)} ${JSON.stringify({ body }).slice(0, 600)}`;
    try {
      const { status, text } = await inTime(house.clientFor(endpoint).send(method, path, body, headers));
      const counted = `${kind} ${Math.floor(status / 100)}`;
      answers.set(counted, (answers.get(counted) ?? 0) + 1);
      return status >= 500 && !isNightOfTheBank(text) ? `${told}: ${status} ${text.slice(0, 300)}` : null;
    } catch (error) {
      return `${told}: ${String(error).slice(0, 600)}`;
    }
  }
});

/** What this tenant has, by prefix. */
async function idsOf(house: FullHouse): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, Set<string>>();
  for (const { path } of house.endpoints.filter(isList)) {
    const { text } = await house.tenant.client.get(house.address(path));
    for (const [id = ''] of text.matchAll(/\b[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g)) {
      const prefix = id.slice(0, 3);
      ids.set(prefix, (ids.get(prefix) ?? new Set()).add(id));
    }
  }
  return new Map([...ids].map(([prefix, found]) => [prefix, [...found]]));
}

async function abreast<Case>(cases: readonly Case[], work: (each: Case) => Promise<void>): Promise<void> {
  const waiting = [...cases].reverse();
  const go = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(next);
  };
  await Promise.all(Array.from({ length: ABREAST }, go));
}

/** @throws Error when there is no answer: as bad as a wrong one */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const late = new AbortController();
  const never = setTimeout(PATIENCE_MS, null, { signal: late.signal }).then(() => {
    throw new Error('No answer');
  });
  try {
    return await Promise.race([answer, never]);
  } finally {
    late.abort();
    never.catch(() => undefined);
  }
}

/** The run moves the tenant's clock past the bank's last board, with no worker to fetch another: to be tried again later. */
function isNightOfTheBank(text: string): boolean {
  return text.includes('"code":"FX.BOARD_STALE"');
}
