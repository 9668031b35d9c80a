import { SOUND_FORM, TOYS, withForm } from '../testing/forms.js';
import { composeDecModMessage, differencesOf } from './dec-mod-message.js';
import { parseXml } from './xml.js';

const FACTS = {
  reason: '船名变更',
  form: SOUND_FORM,
  entryNumber: '222520260795000001',
  declarationSequenceNumber: 'E20260000795000001',
  answers: [],
  refund: null,
};
const SIGNED = new Date('2026-11-24T09:49:05.120Z');
const AMENDED = withForm({
  remarks: '部分装运',
  transport: { ...SOUND_FORM.transport, vesselName: 'EVER EXAMPLE' },
  containers: [...SOUND_FORM.containers, { number: 'MSKU0000007', sizeType: '22G1' }],
  items: [{ ...TOYS, grossWeightKg: '1060' }],
});

describe('What an amendment changes', () => {
  it('is told by the elements of the message, as they are and as they will be', () => {
    const changes = differencesOf(SOUND_FORM, AMENDED).map(({ field, label, before, after, list }) => [
      list === null ? '' : `${list.kind} ${list.number}`,
      field,
      label,
      before,
      after,
    ]);
    expect(changes).toEqual([
      ['', 'GrossWet', '毛重', '1050', '1060'],
      ['', 'NoteS', '备注', '', '部分装运'],
      ['', 'TrafName', '运输工具代码及名称', 'SBX ORIENT', 'EVER EXAMPLE'],
      ['container 2', 'ContainerId', '集装箱号', '', 'MSKU0000007'],
      ['container 2', 'ContainerMd', '集装箱规格', '', '21'],
      ['container 2', 'GoodsNo', '商品序号', '', '1'],
      ['container 2', 'LclFlag', '拼箱标识', '', '0'],
    ]);
  });

  it('is nothing between a form and itself', () => {
    expect(differencesOf(SOUND_FORM, SOUND_FORM)).toEqual([]);
  });
});

describe('A request to customs', () => {
  const headOf = (text: string) => {
    const message = parseXml(text)?.['DecModMessage'];
    return typeof message === 'object' ? message : {};
  };

  it('to amend names every field, in the order of the schema', () => {
    const changes = differencesOf(
      SOUND_FORM,
      withForm({ remarks: '部分装运', items: [{ ...TOYS, goodsName: '玩具' }] }),
    );
    const { text, findings } = composeDecModMessage({ ...FACTS, kind: 'amendment', changes }, SIGNED);
    expect(findings).toEqual([]);
    expect(text).toContain(
      '<Items><Item><No>1</No><FieldCode>NoteS</FieldCode><FieldName>备注</FieldName><NewValue>部分装运</NewValue></Item>' +
        '<Item><No>2</No><FieldCode>GName</FieldCode><FieldName>商品名称</FieldName><OldValue>塑料玩具</OldValue>' +
        '<NewValue>玩具</NewValue><List><GNo>1</GNo><ListType>1</ListType></List></Item></Items>',
    );
    expect(Object.keys(headOf(text))).toEqual([
      ...['DecModType', 'EntryId', 'CustomsCode', 'TradeCode', 'TradeName', 'AgentCode', 'AgentName', 'DecModNote'],
      ...['CheckMark', 'DecSeqNo', 'Items', 'Sign', 'SignTime', 'IeFlag', 'OperType', 'IcCode'],
    ]);
  });

  it.each([
    ['withdrawal', '船名变更'],
    ['exit_cancellation', '退关：船名变更'],
  ] as const)('of %s is a withdrawal whose reason says what it is for', (kind, note) => {
    const { text } = composeDecModMessage({ ...FACTS, kind, changes: [] }, SIGNED);
    expect(headOf(text)).toMatchObject({
      DecModType: '2',
      DecModNote: note,
      EntryId: FACTS.entryNumber,
      DecSeqNo: FACTS.declarationSequenceNumber,
      SignTime: '20261124174905',
    });
    expect(text).not.toContain('<Items>');
  });

  it('says what does not fit its field', () => {
    const changes = [{ field: 'MarkNo', label: '标记及号码', before: '', after: 'x'.repeat(256), list: null }];
    const { findings } = composeDecModMessage({ ...FACTS, kind: 'amendment', changes }, SIGNED);
    expect(findings.map(({ rule }) => rule)).toEqual(['field_too_long']);
  });
});
