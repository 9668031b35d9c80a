import fc from 'fast-check';
import pg from 'pg';

import { byteaArray } from '../../src/platform/database/bytea-array.js';
import { services } from '../support/services.js';

const bytes = fc.uint8Array({ maxLength: 2_000 }).map((values) => Buffer.from(values));

describe('Many values of bytea as one parameter', () => {
  let client: pg.Client;

  beforeAll(async () => {
    client = new pg.Client({ connectionString: services().adminUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
  });

  it('arrive as they are, in their order, with what is empty and what is null', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(bytes), { maxLength: 20 }), async (values) => {
        const { rows } = await client.query<{ value: Buffer | null }>(
          'SELECT value FROM unnest($1::bytea[]) WITH ORDINALITY AS v (value, place) ORDER BY place',
          [byteaArray(values)],
        );
        expect(rows.map(({ value }) => value)).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });
});
