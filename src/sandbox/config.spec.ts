import { readConfig } from './config.js';

describe('Configuring the sandbox', () => {
  it('needs nothing on a developer’s machine', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3100, statePath: ':memory:', delayMs: 250 });
  });

  it('names every fault in one message', () => {
    const wrong = { SANDBOX_PORT: '70000', SANDBOX_DELAY_MS: 'soon', BANK_SECRET: 'short', LOG_LEVEL: 'loud' };
    expect(() => readConfig(wrong)).toThrow(/SANDBOX_PORT.*SANDBOX_DELAY_MS.*BANK_SECRET|LOG_LEVEL/s);
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name);
  });
});
