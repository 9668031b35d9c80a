import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { TestPlatform } from '../support/test-platform.js';

const EXAMPLES = shellExamples('docs/tax-refund-examples.md');

describe('The examples of tax refund', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
  });
  afterAll(() => platform.stop());

  it.each(EXAMPLES.map((example) => [example.heading, example] as const))('%s', async (_heading, example) => {
    // With a tenant of its own: it stands on nothing but what the page says.
    const { apiKey } = await platform.tenant();
    expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
  });
});
