import { Harness } from '../testing/harness.js';
import { declaration } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `dec_${String((serial += 1))}`;

const submit = (xml: string, reference = newReference()): ReturnType<Harness['call']> =>
  world.call('POST', '/customs/declarations', xml, { 'x-message-id': reference });

const element = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
const channels = (bodies: readonly string[]): string =>
  bodies.map((body) => (body.includes('<Manifest') ? '离' : element(body, 'CHANNEL'))).join('');

describe('Declaring an export', () => {
  it('is taken at once with a number of the single window', async () => {
    const answer = await submit(declaration({ ContrNo: 'A-1' }));
    expect(answer.status).toBe(202);
    expect(element(answer.text, 'ResponseCode')).toBe('0');
    expect(element(answer.text, 'SeqNo')).toMatch(/^E\d{17}$/);
    expect(element(answer.text, 'ClientSeqNo')).toBe('DEC000000000000001');
  });

  it('is accepted under an entry number of district, year, 0 for export and a serial, then released', async () => {
    const reference = newReference();
    await submit(declaration({ ContrNo: 'A-2', CustomMaster: '2225' }), reference);
    const receipts = await world.told('customs', 2, reference);
    expect(channels(receipts)).toBe('LF');
    expect(element(receipts[0] ?? '', 'ENTRY_ID')).toMatch(/^222520\d{2}0\d{9}$/);
    expect(element(receipts[1] ?? '', 'ENTRY_ID')).toBe(element(receipts[0] ?? '', 'ENTRY_ID'));
  });

  it('counts entry numbers up within a district', async () => {
    const references = [newReference(), newReference()];
    for (const reference of references)
      await submit(declaration({ ContrNo: reference, CustomMaster: '5345' }), reference);
    const numbers: number[] = [];
    for (const reference of references) {
      const [accepted = ''] = await world.told('customs', 1, reference);
      numbers.push(Number(element(accepted, 'ENTRY_ID').slice(9)));
    }
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  });

  it('departs with the vessel that carries its bill, and is cleared after', async () => {
    const reference = newReference();
    await submit(declaration({ ContrNo: 'A-3', BillNo: 'BILL-3' }), reference);
    await world.told('customs', 2, reference);
    await world.control('POST', '/departures', { billNo: 'BILL-3', vesselName: 'TEST STAR', voyage: '7W' });
    const receipts = await world.told('customs', 4, reference);
    expect(channels(receipts)).toBe('LF离R');
    expect(element(receipts[2] ?? '', 'DepartureDateTime')).toMatch(/^20\d{12}086$/);
    expect(element(receipts[2] ?? '', 'JourneyID')).toBe('7W');
    expect(element(receipts[3] ?? '', 'I_E_DATE')).toMatch(/^\d{8}T\d{8}$/);
  });

  it('lets the vessel go when no declaration under its bill is looked at any more; who is late is reported with it', async () => {
    const [held, other, back, again] = [newReference(), newReference(), newReference(), newReference()];
    const under = { BillNo: 'BILL-4' };
    await submit(declaration({ ...under, ContrNo: 'A-5-SBX-CUSTOMS-INSPECT' }), held);
    await submit(declaration({ ...under, ContrNo: 'A-6-SBX-CUSTOMS-REJECT' }), back);
    await submit(declaration({ ...under, ContrNo: 'A-7' }), other);
    await world.told('customs', 3, held);
    await world.told('customs', 2, other);
    expect(channels(await world.told('customs', 1, back))).toBe('Z');
    await world.control('POST', '/departures', { billNo: 'BILL-4', vesselName: 'TEST STAR', voyage: '7W' });
    expect(channels(await world.told('customs', 5, held))).toBe('LCF离R');
    expect(channels(await world.told('customs', 4, other))).toBe('LF离R');
    await submit(declaration({ ...under, ContrNo: 'A-6-SBX-CUSTOMS-REJECT' }), again);
    const receipts = await world.told('customs', 4, again);
    expect(channels(receipts)).toBe('LF离R');
    expect(element(receipts[2] ?? '', 'JourneyID')).toBe('7W');
  });

  it('shows all receipts to who asks', async () => {
    const reference = newReference();
    await submit(declaration({ ContrNo: 'A-4' }), reference);
    await world.told('customs', 2, reference);
    const { text } = await world.call('GET', `/customs/declarations/${reference}/receipts`);
    expect(text.match(/<CHANNEL>(.)<\/CHANNEL>/g)).toHaveLength(2);
  });

  it('knows nothing of a message that never came', async () => {
    expect((await world.call('GET', '/customs/declarations/dec_none/receipts')).status).toBe(404);
  });
});

describe('What the single window refuses at once', () => {
  const faulty: readonly (readonly [why: string, xml: string, said: string])[] = [
    ['a customs office of three digits', declaration({ CustomMaster: '310' }), 'DecHead/CustomMaster'],
    ['a HS code of eight digits', declaration({}, { CodeTS: '95030089' }), 'DecLists/DecList[1]/CodeTS'],
    ['items that are not numbered from one', declaration({}, { GNo: '2' }), 'DecLists/DecList[1]/GNo'],
    [
      'a container number whose check digit is wrong',
      declaration({}, {}, '<Container><ContainerId>CSQU3054384</ContainerId></Container>'),
      'ISO 6346',
    ],
    ['another document', '<Other/>', '报文格式错误'],
    ['an element that is not closed', declaration().replace('</DecMessage>', ''), '报文格式错误'],
    [
      'a document type with entities',
      declaration().replace('<DecMessage', '<!DOCTYPE x [<!ENTITY a "b">]><DecMessage'),
      '报文格式错误',
    ],
  ];

  it.each(faulty)('%s', async (_why, xml, said) => {
    const answer = await submit(xml);
    expect(answer.status).toBe(400);
    expect(element(answer.text, 'ResponseCode')).not.toBe('0');
    expect(element(answer.text, 'ErrorMessage')).toContain(said);
  });

  it('names every fault in one answer', async () => {
    const { text } = await submit(declaration({ IEFlag: 'X', PackNo: '0' }, { GUnit: 'kg' }));
    for (const name of ['IEFlag', 'PackNo', 'GUnit']) expect(element(text, 'ErrorMessage')).toContain(name);
  });

  it('a container number that is right is taken', async () => {
    const container = '<Container><ContainerId>CSQU3054383</ContainerId></Container>';
    expect((await submit(declaration({ ContrNo: 'C-1' }, {}, container))).status).toBe(202);
  });
});

describe('What customs send back (退单)', () => {
  const breaches: readonly (readonly [why: string, xml: string, reason: string])[] = [
    ['price times quantity is not the total', declaration({}, { DeclTotal: '9000.00' }), '单价乘数量与总价不符'],
    ['net weight above gross weight', declaration({ NetWt: '2000' }), '净重大于毛重'],
    ['CIF without insurance', declaration({ TransMode: '1', FeeMark: '3', FeeRate: '500' }), '保险费'],
    ['a chapter that the tariff does not have', declaration({}, { CodeTS: '7700000000' }), '不存在'],
  ];

  it.each(breaches)('%s', async (_why, xml, reason) => {
    const reference = newReference();
    expect((await submit(xml, reference)).status).toBe(202);
    const [receipt = ''] = await world.told('customs', 1, reference);
    expect(element(receipt, 'CHANNEL')).toBe('Z');
    expect(element(receipt, 'NOTE')).toContain(reason);
    expect(element(receipt, 'ENTRY_ID')).toBe('');
  });
});

describe('Magic words in the contract number', () => {
  const outcomes: readonly (readonly [word: string, channels: string])[] = [
    ['SBX-INSPECT', 'LCF'],
    ['SBX-REVIEW', 'LMGF'],
    ['SBX-DELETE', 'LD'],
    ['SBX-REFUSE', 'Z'],
    ['SBX-CUSTOMS-INSPECT', 'LCF'],
    ['SBX-BANK-INSPECT', 'LF'],
  ];

  it.each(outcomes)('%s leads to %s', async (word, expected) => {
    const reference = newReference();
    await submit(declaration({ ContrNo: `P-${word}` }), reference);
    expect(channels(await world.told('customs', expected.length, reference))).toBe(expected);
  });

  it('SBX-REJECT sends the first declaration back and accepts the next of the same contract', async () => {
    const [first, second] = [newReference(), newReference()];
    const xml = declaration({ ContrNo: 'P-SBX-REJECT' });
    await submit(xml, first);
    expect(channels(await world.told('customs', 1, first))).toBe('Z');
    await submit(xml, second);
    expect(channels(await world.told('customs', 2, second))).toBe('LF');
  });

  it('SBX-LOST says nothing until somebody asks', async () => {
    const reference = newReference();
    await submit(declaration({ ContrNo: 'P-SBX-LOST' }), reference);
    expect(world.bodies('customs', reference)).toEqual([]);
    const { text } = await world.call('GET', `/customs/declarations/${reference}/receipts`);
    expect(element(text, 'CHANNEL')).toBe('L');
    expect(channels(await world.told('customs', 2, reference))).toBe('LF');
  });

  it('SBX-NEVER says nothing to anybody', async () => {
    const reference = newReference();
    await submit(declaration({ ContrNo: 'P-SBX-NEVER' }), reference);
    const { text } = await world.call('GET', `/customs/declarations/${reference}/receipts`);
    expect(text).toContain('<RECEIPTS></RECEIPTS>');
  });

  it('SBX-TWICE sends each receipt twice, once without an id', async () => {
    const reference = newReference();
    await submit(declaration({ ContrNo: 'P-SBX-TWICE' }), reference);
    await world.told('customs', 4, reference);
    const ids = world.callbacks.filter(({ headers }) => headers['x-in-reply-to'] === reference);
    expect(ids.filter(({ headers }) => headers['x-message-id'] === undefined)).toHaveLength(2);
    expect(channels(world.bodies('customs', reference))).toBe('LLFF');
  });

  it('SBX-DISORDER lets the release overtake the acceptance', async () => {
    const reference = newReference();
    await submit(declaration({ ContrNo: 'P-SBX-DISORDER' }), reference);
    expect(channels(await world.told('customs', 2, reference))).toBe('FL');
  });
});
