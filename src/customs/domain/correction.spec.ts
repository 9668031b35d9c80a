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
