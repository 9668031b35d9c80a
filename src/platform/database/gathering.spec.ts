import { setTimeout as sleep } from 'node:timers/promises';

import { Gathering } from './gathering.js';

/** Notes each group; the first of a line waits until it is let go. */
function gatheringOf({
  sizeMax = 3,
  atOnce = 1,
  idOf,
}: {
  sizeMax?: number;
  atOnce?: number;
  idOf?: (item: string) => string;
}) {
  const groups: string[] = [];
  const holds: (() => void)[] = [];
  const gathering = new Gathering<string>({
    sizeMax,
    atOnce,
    ...(idOf === undefined ? {} : { idOf }),
    settle: (line, group) => {
      groups.push(`${line}: ${group.join(' ')}`);
      return new Promise<void>((resolve) => holds.push(resolve));
    },
  });
  const letGo = async (): Promise<void> => {
    holds.shift()?.();
    await sleep(1);
  };
  return { gathering, groups, letGo };
}

const joinAll = async (gathering: Gathering<string>, items: string, line = 'a'): Promise<void> => {
  for (const item of items.split(' ')) gathering.join(line, item);
  await sleep(1);
};

describe('A gathering', () => {
  it('takes who comes in the same turn together, and who comes meanwhile next, a bounded number at a time', async () => {
    const { gathering, groups, letGo } = gatheringOf({});
    await joinAll(gathering, '1 2');
    await joinAll(gathering, '3 4 5 6');
    expect(groups).toEqual(['a: 1 2']);
    await letGo();
    await letGo();
    expect(groups).toEqual(['a: 1 2', 'a: 3 4 5', 'a: 6']);
  });

  it('keeps lines apart: one that takes long holds up no other', async () => {
    const { gathering, groups } = gatheringOf({});
    await joinAll(gathering, '1');
    await joinAll(gathering, '2', 'b');
    expect(groups).toEqual(['a: 1', 'b: 2']);
  });

  it('lets as many groups of a line be under way as it is told', async () => {
    const { gathering, groups, letGo } = gatheringOf({ sizeMax: 1, atOnce: 2 });
    await joinAll(gathering, '1 2 3');
    expect(groups).toEqual(['a: 1', 'a: 2']);
    await letGo();
    expect(groups).toEqual(['a: 1', 'a: 2', 'a: 3']);
  });

  it('never puts two of one id into a group', async () => {
    const { gathering, groups, letGo } = gatheringOf({ idOf: (item) => item.slice(0, 1) });
    await joinAll(gathering, 'x1 x2 y1 x3');
    await letGo();
    await letGo();
    expect(groups).toEqual(['a: x1 y1', 'a: x2', 'a: x3']);
  });

  it('is idle when nobody waits and nothing is under way, and starts anew after that', async () => {
    const { gathering, groups, letGo } = gatheringOf({});
    await gathering.idle();
    await joinAll(gathering, '1');
    let isIdle = false;
    const idle = gathering.idle().then(() => (isIdle = true));
    await sleep(1);
    expect(isIdle).toBe(false);
    await letGo();
    await idle;
    await joinAll(gathering, '2');
    expect(groups).toEqual(['a: 1', 'a: 2']);
  });
});
