import { setTimeout as sleep } from 'node:timers/promises';

import { together } from './together.js';

async function after(ms: number, done: string[], name: string): Promise<string> {
  await sleep(ms);
  done.push(name);
  return name;
}

describe('Works of one transaction', () => {
  it('answer in their order', async () => {
    expect(await together(after(5, [], 'a'), after(1, [], 'b'))).toEqual(['a', 'b']);
  });

  it('are all over before the error of one is told, and it is that of the first to fail', async () => {
    const done: string[] = [];
    const refused = after(10, done, 'refused').then(() => Promise.reject(new Error('refused after the first')));
    const first = after(1, done, 'first').then(() => Promise.reject(new Error('deadlock')));
    await expect(together(refused, after(20, done, 'slow'), first)).rejects.toThrow('deadlock');
    expect(done).toEqual(['first', 'refused', 'slow']);
  });
});
