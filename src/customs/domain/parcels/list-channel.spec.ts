import { exportParcel } from '../../../../test/support/parcel-desk.js';
import { byList, exportControls, isListConditional } from './list-channel.js';
import { type Papers } from './papers.js';

const MATCHED = { state: 'matched', findings: [], tax: null } as const;
const DAY = { supervisionMode: '9710', on: '2026-11-29' };
const CODE = '9503008900';

function parcel(amount: string, currency: string, cnyRate?: string): Papers {
  const { list, order } = exportParcel('B2B-1', cnyRate ?? null);
  return { order: { ...order, goodsValue: { amount, currency } }, list };
}

const judged = (papers: Papers, conditions = '', hasDuty = false, day = DAY) => {
  const controls = new Map([[CODE, exportControls([...conditions], hasDuty)]]);
  const { state, findings } = byList(MATCHED, papers, day, controls);
  return [state, ...findings.map(({ rule, pointer }) => `${rule} ${pointer}`)];
};

describe('A parcel that goes to a company or a warehouse abroad', () => {
  it('is of 9710 or 9810', () => {
    expect(['9610', '9710', '9810', '1210', '1239'].filter(isListConditional)).toEqual(['9710', '9810']);
  });

  it.each<[amount: string, currency: string, rate: string | undefined, outcome: string[], why: string]>([
    ['5000.00', 'CNY', undefined, ['matched'], 'the limit itself is within'],
    ['5000.01', 'CNY', undefined, ['over_limit', 'list_value /order/goodsValue'], 'a fen above it'],
    ['700.00', 'USD', '7.1', ['matched'], 'CNY 4,970'],
    ['704.23', 'USD', '7.1', ['over_limit', 'list_value /order/goodsValue'], 'CNY 5,000.033 is CNY 5,000.03'],
    ['500000', 'JPY', '0.0099999', ['matched'], 'CNY 4,999.95'],
    ['500000', 'JPY', '0.01000001', ['over_limit', 'list_value /order/goodsValue'], 'CNY 5,000.005 is CNY 5,000.01'],
    ['1.00', 'USD', undefined, ['mismatched', 'list_rate /list/cnyRate'], 'nobody knows what that is in CNY'],
  ])('of %s %s at %s is %j: %s', (amount, currency, rate, outcome) => {
    expect(judged(parcel(amount, currency, rate))).toEqual(outcome);
  });

  const at = '/list/lines/0/hsCode';
  it.each<[what: string, conditions: string, hasDuty: boolean, outcome: string[]]>([
    ['nothing asked of it', '', false, ['matched']],
    ['a licence to import it', '17AO', false, ['matched']],
    ['a licence to export it', '4', false, ['over_limit', `list_licence ${at}`]],
    ['a prohibition', '8', false, ['over_limit', `list_licence ${at}`]],
    ['an inspection on exit', 'AB', false, ['over_limit', `list_inspection ${at}`]],
    ['export duty', '', true, ['over_limit', `list_tax ${at}`]],
    ['all of them', '3B', true, ['over_limit', `list_licence ${at}`, `list_inspection ${at}`, `list_tax ${at}`]],
  ])('with %s is %j', (_what, conditions, hasDuty, outcome) => {
    expect(judged(parcel('100.00', 'CNY'), conditions, hasDuty)).toEqual(outcome);
  });

  it('is not judged before its papers match, and keeps what was found', () => {
    const before = { state: 'gathering', findings: [], tax: null } as const;
    expect(byList(before, parcel('9999.00', 'CNY'), DAY, new Map())).toBe(before);
  });

  it('names the law of the day', () => {
    const { findings } = byList(MATCHED, parcel('9999.00', 'CNY'), DAY, new Map());
    expect(JSON.stringify(findings)).toContain('海关总署公告2020年第75号');
  });
});
