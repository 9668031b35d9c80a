import { type OpenAPIObject } from '@nestjs/swagger';

import { asOpenApi30 } from './openapi-page.js';

const document = (schema: object): OpenAPIObject => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {},
  components: { schemas: { Thing: schema } },
});

describe('The document as the page reads it', () => {
  it.each([
    ['a text or nothing', { type: ['string', 'null'], maxLength: 3 }, { type: 'string', nullable: true, maxLength: 3 }],
    ['one of a list', { type: ['string'] }, { type: 'string' }],
    ['a reference alone', { $ref: '#/components/schemas/Money' }, { $ref: '#/components/schemas/Money' }],
    [
      'a reference with words of its own',
      { $ref: '#/components/schemas/Money', description: 'What is owed' },
      { allOf: [{ $ref: '#/components/schemas/Money' }], description: 'What is owed' },
    ],
    [
      'what is inside',
      { type: 'object', properties: { note: { type: ['string', 'null'] } } },
      { type: 'object', properties: { note: { type: 'string', nullable: true } } },
    ],
  ])('says %s as 3.0 does', (_what, schema, as30) => {
    const page = asOpenApi30(document(schema));
    expect(page.openapi).toBe('3.0.4');
    expect(page.components?.schemas?.['Thing']).toEqual(as30);
  });

  it('leaves out what 3.0 does not know, and the document as it is', () => {
    const whole = { ...document({ type: ['string', 'null'] }), webhooks: { 'orders.order.closed': {} } };
    const before = structuredClone(whole);
    expect(asOpenApi30(whole)).not.toHaveProperty('webhooks');
    expect(whole).toEqual(before);
  });
});
