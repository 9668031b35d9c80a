import { createLogger, NestLogger } from './logger.js';

describe('The log', () => {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>);
  const logger = new NestLogger(createLogger('trace', 'test', { write }));
  beforeEach(() => lines.splice(0));

  it('says of an error what it is and where, and not what it carries: a failed statement has its values with it', () => {
    const driverError = Object.assign(new Error('duplicate key'), { detail: 'Key (name)=(Erika) already exists' });
    const failed = Object.assign(new Error('Statement failed'), { parameters: ['Erika'], driverError });
    logger.error(failed, 'Context');
    expect(lines).toEqual([
      expect.objectContaining({
        msg: 'Statement failed',
        context: 'Context',
        err: { type: 'Error', message: 'Statement failed', stack: failed.stack },
      }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('Erika');
  });
});
