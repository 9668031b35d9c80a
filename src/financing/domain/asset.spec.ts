import { InputCheck } from '../../kernel/input-check.js';
import { type Asset, checkAsset, nameOfAsset } from './asset.js';

const USCC = '91330201MA2812345X';

describe('What backs a loan', () => {
  it.each([
    [
      { kind: 'invoice', number: 'SO-2026/0001', issuer: USCC },
      { kind: 'invoice', number: ' so2026 0001', issuer: USCC.toLowerCase() },
    ],
    [
      { kind: 'vat_invoice', number: '26332000000012345678' },
      { kind: 'vat_invoice', number: '２６３３２０００００００１２３４５６７８' },
    ],
    [
      { kind: 'warehouse_receipt', number: 'WR-7', issuer: USCC },
      { kind: 'warehouse_receipt', number: 'wr7', issuer: USCC },
    ],
    [
      { kind: 'declaration', number: '310420260000000017' },
      { kind: 'declaration', number: ' 310420260000000017 ' },
    ],
  ] as [Asset, Asset][])('%j is the same as %j', (one, other) => {
    expect(nameOfAsset(one)).toBe(nameOfAsset(other));
  });

  it.each([
    [
      { kind: 'invoice', number: '1', issuer: USCC },
      { kind: 'invoice', number: '1', issuer: '91330212MA2AF1XX2U' },
    ],
    [
      { kind: 'invoice', number: '1', issuer: USCC },
      { kind: 'warehouse_receipt', number: '1', issuer: USCC },
    ],
    [
      { kind: 'vat_invoice', number: '1' },
      { kind: 'declaration', number: '1' },
    ],
  ] as [Asset, Asset][])('%j is another than %j', (one, other) => {
    expect(nameOfAsset(one)).not.toBe(nameOfAsset(other));
  });

  it.each([
    [{ kind: 'invoice', number: '1' }, '/issuer required'],
    [{ kind: 'warehouse_receipt', number: '1' }, '/issuer required'],
    [{ kind: 'vat_invoice', number: '1', issuer: USCC }, '/issuer not_applicable'],
  ] as [Asset, string][])('%j cannot be told from others: %s', (asset, fault) => {
    const check = new InputCheck();
    checkAsset(check, asset, '/');
    const faults: unknown[] = [];
    try {
      check.done();
    } catch (error) {
      faults.push(...(error as { faults: unknown[] }).faults);
    }
    expect(faults).toMatchObject([{ pointer: fault.split(' ')[0], code: fault.split(' ')[1] }]);
  });
});
