import { type OpenAPIObject } from '@nestjs/swagger';

import { shareProblems } from './openapi-sharing.js';

const problem = (description: string) => ({ description, content: {} });
const UNKNOWN = problem('`RESOURCE.NOT_FOUND`: There is nothing under this id');
const TAKEN = problem('`ORDERS.REFERENCE_TAKEN`: Another order has this reference');

describe('A document in which operations answer alike', () => {
  it('names a problem once that three of them have, and points to it', () => {
    const document = documentOf(UNKNOWN, UNKNOWN, UNKNOWN);
    shareProblems(document);
    expect(document.components).toEqual({ responses: { '404-RESOURCE.NOT_FOUND': UNKNOWN } });
    expect(answersOf(document)).toEqual(
      [0, 1, 2].map(() => ({ $ref: '#/components/responses/404-RESOURCE.NOT_FOUND' })),
    );
  });

  it('keeps apart what begins alike', () => {
    const another = problem('`RESOURCE.NOT_FOUND`: There is nothing under this id, or not yours');
    const document = documentOf(UNKNOWN, UNKNOWN, UNKNOWN, another, another, another);
    shareProblems(document);
    expect(document.components?.responses).toEqual({
      '404-RESOURCE.NOT_FOUND': UNKNOWN,
      '404-RESOURCE.NOT_FOUND-2': another,
    });
  });

  it('leaves what one or two say where it stands, and what is no problem', () => {
    const document = documentOf(TAKEN, TAKEN, UNKNOWN);
    const good = { description: 'An order', content: {} };
    for (const path of Object.values(document.paths)) if (path.get) path.get.responses['200'] = good;
    const before = structuredClone(document.paths);
    shareProblems(document);
    expect(document.paths).toEqual(before);
  });
});

function documentOf(...answers: readonly object[]): OpenAPIObject {
  const paths = answers.map((answer, index) => [`/v1/things/${index}`, { get: { responses: { 404: answer } } }]);
  return { openapi: '3.1.0', info: { title: 'Things', version: '1' }, paths: Object.fromEntries(paths) as never };
}

function answersOf({ paths }: OpenAPIObject): unknown[] {
  return Object.values(paths).map((path) => path.get?.responses['404']);
}
