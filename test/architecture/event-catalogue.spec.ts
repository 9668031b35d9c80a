import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { EVENT_CATALOGUE, type EventType, type OutgoingEvent } from '../../src/contracts/events.js';
import { ID_PREFIX } from '../../src/kernel/ids.js';
import { EventCheck, FaultyEventError } from '../../src/platform/outbox/event-check.js';
import { EventTypes } from '../../src/webhooks/application/event-types.js';

const TYPES = Object.keys(EVENT_CATALOGUE) as EventType[];

describe('The catalogue of events', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

  it.each(TYPES)('has a valid schema for %s, and an example that holds to it', (type) => {
    const { schema, example } = EventTypes.get(type, 'en');
    const validate = ajv.compile(schema);
    expect([validate(example), validate.errors]).toEqual([true, null]);
  });

  it.each(TYPES)('says in Chinese too what %s is, about a kind of resource that there is', (type) => {
    const { says, about } = EVENT_CATALOGUE[type];
    expect(says.zh).toMatch(/\p{Script=Han}/u);
    for (const kind of about) expect(ID_PREFIX).toHaveProperty(kind);
  });
});

describe('The check of events', () => {
  const closed = (data: object, type = 'order'): OutgoingEvent => ({
    type: 'orders.order.closed',
    resource: { type, id: '0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11' },
    data: data as never,
  });
  const margin = { amount: '1.00', currency: 'CNY' };

  it('lets through what is as it was promised', () => {
    expect(() => {
      new EventCheck(true).check(closed({ margin }));
    }).not.toThrow();
  });

  it.each([
    ['a field is missing', closed({})],
    ['an amount is a number', closed({ margin: { ...margin, amount: 1 } })],
    ['a field is said that nobody wrote down', closed({ margin, profit: margin })],
    ['it is about another kind of resource', closed({ margin }, 'party')],
  ])('refuses in tests where %s', (_what, event) => {
    expect(() => {
      new EventCheck(true).check(event);
    }).toThrow(FaultyEventError);
  });

  it('counts in production, and lets it go out', () => {
    const counted: string[] = [];
    new EventCheck(false, (type) => counted.push(type)).check(closed({}));
    expect(counted).toEqual(['orders.order.closed']);
  });
});
