import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { TestPlatform } from '../support/test-platform.js';

const EXAMPLES = shellExamples('docs/tax-refund-agency-export.md');

describe('The examples of what is exported for a principal', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  afterAll(() => platform.stop());

  it.each(EXAMPLES.map((example) => [example.heading, example] as const))(
    '%s',
    async (_heading, example) => {
      const { apiKey } = await platform.tenant();
      expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
    },
    90_000,
  );
});
