import { Harness } from '../testing/harness.js';
import { declaration } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `ref_${String((serial += 1))}`;
const element = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';

/** @returns the entry number under which customs accepted it */
async function accepted(word = 'SBX-HOLD'): Promise<string> {
  const reference = newReference();
  await world.call('POST', '/customs/declarations', declaration({ ContrNo: `R-${reference} ${word}` }), {
    'x-message-id': reference,
  });
  const [receipt = ''] = await world.told('customs', 1, reference);
  return element(receipt, 'ENTRY_ID');
}

const ask = (entryId: string, note = '买方取消订单', type = '2', reference = newReference()) =>
  world
    .call(
      'POST',
      '/customs/declaration-requests',
      '<?xml version="1.0" encoding="UTF-8"?><DecModMessage xmlns="http://www.chinaport.gov.cn/dec">' +
        `<DecModType>${type}</DecModType><EntryId>${entryId}</EntryId><DecModNote>${note}</DecModNote>` +
        (type === '1' ? '<Items><Item><No>1</No></Item></Items>' : '') +
        '</DecModMessage>',
      { 'x-message-id': reference },
    )
    .then((answer) => ({ answer, reference }));

const statuses = (bodies: readonly string[]): string => bodies.map((body) => element(body, 'Status')).join('');

describe('A request to withdraw or amend', () => {
  it('is taken under a number, received and granted; a declaration that is withdrawn is done with', async () => {
    const entryId = await accepted();
    const { answer, reference } = await ask(entryId);
    expect([answer.status, element(answer.text, 'ResultCode')]).toEqual([202, '0']);
    expect(element(answer.text, 'DecModSeqNo')).toMatch(/^M\d{17}$/);
    expect(statuses(await world.told('customs', 2, reference))).toBe('12');
    const again = await ask(entryId);
    expect(statuses(await world.told('customs', 2, again.reference))).toBe('13');
  });

  it('to amend leaves the declaration as it is', async () => {
    const entryId = await accepted();
    for (const type of ['1', '2']) {
      const { reference } = await ask(entryId, 'x', type);
      expect(statuses(await world.told('customs', 2, reference))).toBe('12');
    }
  });

  it.each([
    ['SBX-REFUSE', '13'],
    ['SBX-TWICE', '1122'],
    ['SBX-DISORDER', '21'],
  ])('with %s in its reason is answered %s', async (word, expected) => {
    const { reference } = await ask(await accepted(), `退关 ${word}`);
    expect(statuses(await world.told('customs', expected.length, reference))).toBe(expected);
  });

  it('with SBX-REJECT is not taken at all', async () => {
    const { answer } = await ask(await accepted(), 'SBX-REJECT');
    expect([answer.status, element(answer.text, 'ResultCode')]).toEqual([400, '3']);
  });

  it('with SBX-LOST is answered when somebody asks', async () => {
    const { reference } = await ask(await accepted(), 'SBX-LOST');
    expect(world.bodies('customs', reference)).toEqual([]);
    const { text } = await world.call('GET', `/customs/declaration-requests/${reference}/receipts`);
    expect(element(text, 'Status')).toBe('1');
    expect(statuses(await world.told('customs', 2, reference))).toBe('12');
  });

  it.each([
    ['of no declaration number', '123', '2'],
    ['of no known type', '310420260000000001', '3'],
  ])('%s is refused at once', async (_what, entryId, type) => {
    expect((await ask(entryId, 'x', type)).answer.status).toBe(400);
  });

  it('that never came is unknown', async () => {
    expect((await world.call('GET', '/customs/declaration-requests/none/receipts')).status).toBe(404);
  });
});
