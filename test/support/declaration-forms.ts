import fc from 'fast-check';

import { type DeclarationForm } from '../../src/customs/domain/declaration-form.js';
import {
  type Detail,
  type Details,
  FREE_TEXT_DETAILS,
  HEAD_DETAILS,
  ITEM_DETAILS,
} from '../../src/customs/domain/message-details.js';
import { SOUND_FORM, TOYS } from '../../src/customs/testing/forms.js';
import { EVERY_PART } from '../../src/customs/testing/parts.js';

const word = fc.stringMatching(/^[A-Z0-9玩具]{1,6}$/);

function detailsOf(known: readonly Detail[]): fc.Arbitrary<Details> {
  const some = fc.subarray([...known], { maxLength: 4 });
  return some.chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map(({ name, max }) => [name, word.map((text) => text.slice(0, max))]))),
  );
}

const decimal = (max: number, places: number) =>
  fc.integer({ min: 1, max }).map((value) => (value / 10 ** places).toFixed(places).replace(/\.?0+$/, ''));

const item = fc.record({
  goodsName: word,
  declarationElements: word,
  quantity: decimal(9_999_999, 3),
  firstUnit: fc.constantFrom('035', '007'),
  firstQuantity: decimal(9_999_999, 5),
  netWeightKg: decimal(9_999_999, 5),
  grossWeightKg: decimal(9_999_999, 5),
  packages: fc.integer({ min: 1, max: 50 }),
  packageType: fc.constantFrom('22', '23', '93'),
  details: detailsOf(ITEM_DETAILS),
});

const licences = fc.array(fc.record({ code: fc.constantFrom('4', 'E'), number: word }), { maxLength: 3 });

const container = fc.record({
  sizeType: fc.constantFrom('22G1', '42G1', '42R1', null),
  goodsWeightKg: fc.option(decimal(99_999, 2)),
  itemNumbers: fc.constantFrom('1', '1,2', null),
});

/** Forms as the platform writes them: what an order, a booking and people may put in. */
export const FORMS: fc.Arbitrary<DeclarationForm> = fc
  .record({
    incoterm: fc.constantFrom('FOB', 'CFR', 'CIF', 'EXW', 'DAP', 'FCA'),
    transportMode: fc.constantFrom('sea' as const, 'air' as const, 'rail' as const, 'road' as const),
    isContainerised: fc.boolean(),
    marks: fc.option(word),
    remarks: fc.option(word),
    details: fc
      .tuple(detailsOf(HEAD_DETAILS), detailsOf(FREE_TEXT_DETAILS))
      .map(([head, text]) => ({ ...head, ...text })),
    licences,
    containers: fc.array(container, { maxLength: 3 }),
    parts: fc.subarray([...EVERY_PART]),
    items: fc.array(item, { minLength: 1, maxLength: 6 }),
  })
  .map(({ items, containers, ...head }) => ({
    ...SOUND_FORM,
    ...head,
    freightCharge: { amount: '900.00', currency: 'USD' },
    insuranceCharge: { amount: '30.00', currency: 'USD' },
    containers: containers.map((box) => ({ number: 'CSQU3054383', ...box })),
    items: items.map((changes, index) => ({ ...TOYS, ...changes, itemNumber: index + 1 })),
  }));
