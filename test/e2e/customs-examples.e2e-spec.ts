import { MODES } from '../../src/customs/domain/modes/modes.js';
import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { TestPlatform } from '../support/test-platform.js';

const MODE_EXAMPLES = shellExamples('docs/customs-examples.md');
const EXAMPLES = [...MODE_EXAMPLES, ...shellExamples('docs/customs-parcels.md')];
/** Imports of general trade are neither orders nor parcels. */
const ELSEWHERE = ['0110 import'];
/** They mostly wait for customs. */
const AT_ONCE = 4;

describe('The examples of customs', () => {
  let platform: TestPlatform;
  const texts = new Map<string, string>();

  beforeAll(async () => {
    platform = await TestPlatform.start();
    const left = [...EXAMPLES];
    const work = async (): Promise<void> => {
      for (let example = left.shift(); example !== undefined; example = left.shift()) {
        // With a tenant of its own: it stands on nothing but what the page says.
        const { apiKey } = await platform.tenant();
        const text = await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey });
        texts.set(example.heading, text);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }, 180_000);
  afterAll(() => platform.stop());

  it('are of every mode, in every direction that it has', () => {
    const shown = MODE_EXAMPLES.flatMap(({ script }) => [
      ...[...script.matchAll(/profile (\d{4}) (\w+) /g)].map(([, code = '', direction = '']) => `${code} ${direction}`),
      ...[...script.matchAll(/order (\d{4}) /g)].map(([, code = '']) => `${code} export`),
    ]);
    const all = MODES.flatMap(({ code, trades }) => trades.map(({ direction }) => `${code} ${direction}`));
    expect([...new Set([...shown, ...ELSEWHERE])].sort()).toEqual(all.sort());
  });

  it.each(EXAMPLES.map((example) => [example.heading, example] as const))('%s', (heading, example) => {
    expect(texts.get(heading)).toMatch(printed(example));
  });
});
