import { SOUND_FORM, withForm } from '../testing/forms.js';
import { EVERY_PART } from '../testing/parts.js';
import { corrected } from './correction.js';
import { type DeclarationForm } from './declaration-form.js';
import { type RuleId } from './finding.js';
import { type GivenPart, MESSAGE_PARTS, messagePart, PART_NAMES, type PartName } from './message-parts.js';
import { validate } from './validation.js';

const TODAY = '2026-11-24';
const raised = (form: DeclarationForm): string[] =>
  validate(form, TODAY, true).map(({ rule, pointer }) => `${rule} ${pointer}`);

const one = (part: PartName, fields: GivenPart['fields'] = {}, itemNumber: number | null = null): GivenPart => {
  const every = EVERY_PART.find((each) => each.part === part);
  return { part, itemNumber: itemNumber ?? every?.itemNumber ?? null, fields: { ...every?.fields, ...fields } };
};
const parts = (...given: GivenPart[]) => withForm({ parts: given });
const boxed = (changes: object) => withForm({ containers: [{ number: 'CSQU3054383', sizeType: '22G1', ...changes }] });

describe('The parts of a message', () => {
  it('are read from their table whole', () => {
    expect([...MESSAGE_PARTS.keys()]).toEqual([...PART_NAMES]);
    const fields = [...MESSAGE_PARTS.values()].flatMap((part) => part.fields);
    expect(fields).toHaveLength(136);
    expect(fields.filter(({ name, max, en, zh }) => name === '' || !(max > 0) || en === '' || zh === '')).toEqual([]);
    expect(messagePart('EdocRealation')).toMatchObject({ most: 10, isOfItem: false, zh: '电子随附单据关联关系信息' });
    expect(messagePart('DecUser').fields.map(({ isNeeded }) => isNeeded)).toEqual([false, false]);
  });

  it('are sound, one of each', () => {
    expect(raised(parts(...EVERY_PART))).toEqual([]);
  });

  it.each<[RuleId, string, DeclarationForm]>([
    [
      'part_incomplete',
      '/parts/0/fields',
      parts({ part: 'DecRequestCert', itemNumber: null, fields: { AppCertCode: '11' } }),
    ],
    ['part_too_many', '/parts', parts(...Array.from({ length: 11 }, () => one('EdocRealation')))],
    ['part_too_many', '/parts', parts(...Array.from({ length: 21 }, () => one('EcoRelation')))],
    ['part_item_unknown', '/parts/0', parts(one('DecGoodsLimit', {}, 2))],
    ['part_item_unknown', '/parts/0', parts(one('EcoRelation', { DecGNo: '2' }))],
    ['vehicle_without_licence', '/parts/0', parts(one('DecGoodsLimitVin'))],
    ['vehicle_without_licence', '/parts/1', parts(one('DecGoodsLimit'), one('DecGoodsLimitVin', { LicenceNo: '2' }))],
    ['part_item_unknown', '/parts/0', parts(one('TrnContaGoods', { GNo: '2' }))],
    ['part_too_many', '/parts', parts(one('TrnHead'), one('TrnHead'))],
    ['part_incomplete', '/parts', parts(one('SddTaxHead'), one('SddTaxList'))],
    ['attachment_format', '/parts/0/fields', parts(one('DecMarkLob', { Attachment: 'no base64' }))],
    ['container_goods_unknown', '/containers/0/itemNumbers', boxed({ itemNumbers: '1,2' })],
    ['container_weight', '/containers', boxed({ goodsWeightKg: '1050.5' })],
  ])('break %s at %s', (rule, pointer, form) => {
    expect(raised(form)).toContain(`${rule} ${pointer}`);
  });

  it('may weigh as much as all goods', () => {
    expect(raised(boxed({ goodsWeightKg: '1050', itemNumbers: '1' }))).toEqual([]);
  });

  it('are put into the form all at once, and stay where nothing is said', () => {
    const given = [one('DecUser')];
    const form = corrected(SOUND_FORM, { parts: given });
    expect(form.parts).toEqual(given);
    expect(corrected(form, { remarks: 'x' }).parts).toEqual(given);
    expect(corrected(form, { parts: [] }).parts).toEqual([]);
  });

  it.each([
    ['an element of another part', [one('DecUser', { AppCertCode: '11' })], '/parts/0/fields', 'unknown_field'],
    ['no item where it needs one', [{ ...one('DecGoodsLimit'), itemNumber: null }], '/parts/0/itemNumber', 'misplaced'],
    ['an item where it needs none', [one('DecUser', {}, 1)], '/parts/0/itemNumber', 'misplaced'],
  ])('are refused with %s', (_what, given, pointer, code) => {
    expect(() => corrected(SOUND_FORM, { parts: given })).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ pointer, code }) as unknown] }) as Error,
    );
  });
});
