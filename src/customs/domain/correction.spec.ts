import { InvalidInputError } from '../../kernel/domain-error.js';
import { SOUND_FORM, TOYS } from '../testing/forms.js';
import { corrected } from './correction.js';

describe('A correction', () => {
  it('changes what it names and nothing else', () => {
    const form = corrected(SOUND_FORM, {
      transport: { voyageNumber: '027W', vesselName: undefined },
      remarks: undefined,
      items: [{ itemNumber: 1, hsCode: '9503002100', goodsName: undefined }],
    });
    expect(form).toEqual({
      ...SOUND_FORM,
      transport: { ...SOUND_FORM.transport, voyageNumber: '027W' },
      items: [{ ...TOYS, hsCode: '9503002100' }],
    });
  });

  it('may take a value away where there may be none', () => {
    expect(corrected({ ...SOUND_FORM, marks: 'HT' }, { marks: null }).marks).toBeNull();
  });

  it('of what a product said takes the item away from that product, any other does not', () => {
    const product = { id: '0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11', version: 2 };
    const form = { ...SOUND_FORM, items: [{ ...TOYS, product }] };
    const productAfter = (change: object): unknown =>
      corrected(form, { items: [{ itemNumber: 1, ...change }] }).items[0]?.product;
    expect(productAfter({ packages: 3 })).toEqual(product);
    expect(productAfter({ hsCode: TOYS.hsCode })).toEqual(product);
    expect(productAfter({ declarationElements: '4|0|其他' })).toBeNull();
  });

  it('of an item that is not there, or twice of the same, is refused with both places', () => {
    const correct = () => corrected(SOUND_FORM, { items: [{ itemNumber: 2 }, { itemNumber: 1 }, { itemNumber: 1 }] });
    expect(correct).toThrow(InvalidInputError);
    expect(correct).toThrow(
      expect.objectContaining({
        faults: [
          expect.objectContaining({ pointer: '/items/0/itemNumber', code: 'unknown_item' }),
          expect.objectContaining({ pointer: '/items/2/itemNumber', code: 'repeated' }),
        ],
      }) as Error,
    );
  });
});
