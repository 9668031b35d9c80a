import { Entrepot } from './client.js';
import { OverdueError } from './errors.js';
import { Loopback } from './testing/loopback.js';
import { patienceFor } from './waiting.js';

const ID = 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb';

describe('Waiting for a partner', () => {
  let server: Loopback;
  let client: Entrepot;

  beforeEach(async () => {
    server = await Loopback.start();
    client = new Entrepot({ baseUrl: server.url, apiKey: 'ek_test_1', maxRetries: 0 });
  });
  afterEach(() => server.stop());

  const declaration = (state: string, change: object = {}) => ({ id: ID, state, ...change });
  const isReleased = ({ state }: { state: string }) => state === 'released';

  it('asks nobody where it is so already', async () => {
    expect(await client.waitFor(declaration('released'), isReleased)).toEqual(declaration('released'));
    expect(server.asked).toEqual([]);
  });

  it('reads the resource at its own address until it is so', async () => {
    server.answer = (_asked, count) => ({ status: 200, body: declaration(count < 1 ? 'accepted' : 'released') });
    expect(await client.waitFor(declaration('submitted'), isReleased)).toMatchObject({ state: 'released' });
    expect(server.asked.map(({ url }) => url)).toEqual(Array(2).fill(`/v1/customs/declarations/${ID}`));
  });

  it('reads what is not at its first home at the next, as imports are', async () => {
    server.answer = ({ url }) =>
      url.startsWith('/v1/customs/import-declarations/')
        ? { status: 200, body: declaration('released') }
        : { status: 404, body: { code: 'REQUEST.NOT_FOUND' } };
    expect(await client.waitFor(declaration('submitted'), isReleased)).toMatchObject({ state: 'released' });
  });

  it('gives up when its time is over, with the resource as it was last seen', async () => {
    server.answer = () => ({ status: 200, body: declaration('accepted') });
    const waiting = client.waitFor(declaration('submitted'), isReleased, { timeoutMs: 250 });
    const error = await waiting.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OverdueError);
    expect((error as OverdueError).resource).toEqual(declaration('accepted'));
  });

  it.each([
    [
      { updatedAt: '2026-05-01T00:00:00Z', expectedBy: '2026-05-01T00:10:00Z' },
      660_000,
      'ten minutes, and one of grace',
    ],
    [
      { createdAt: '2026-05-01T00:00:00Z', expectedBy: '2026-05-01T00:01:00Z' },
      120_000,
      'where it has not changed yet',
    ],
    [{ updatedAt: '2026-05-01T00:00:00Z', expectedBy: null }, 60_000, 'nobody is waited for'],
  ])('of %j takes %i ms at most (%s)', (times, patience, _why) => {
    expect(patienceFor(declaration('submitted', times))).toBe(patience);
  });

  it('does not wait for what has no address of its own', () => {
    expect(() => client.waitFor({ id: 'cac_1' }, () => false)).toThrow('cac_1 is not read by its id');
  });
});
