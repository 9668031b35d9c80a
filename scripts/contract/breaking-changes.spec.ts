import { breakingChanges } from './breaking-changes.js';
import { type ContractToCompare, type SchemaSurface, surfaceOf } from './surface.js';

const TODAY = '2027-07-02';

interface Parts {
  readonly request?: SchemaSurface;
  readonly answer?: SchemaSurface;
  readonly operation?: object;
  readonly schemas?: Readonly<Record<string, SchemaSurface>>;
}

/** A contract of one operation. */
function contract({ request, answer = { type: 'object' }, operation = {}, schemas = {} }: Parts): ContractToCompare {
  const body = request === undefined ? {} : { requestBody: { content: { 'application/json': { schema: request } } } };
  const good = { content: { 'application/json': { schema: answer } } };
  const post = {
    operationId: 'createThing',
    'x-scope': 'things:write',
    ...body,
    responses: { 201: good, 400: {} },
    ...operation,
  };
  return { info: { version: '1' }, paths: { '/v1/things': { post } }, components: { schemas } };
}

function changes(before: Parts, after: Parts): string[] {
  return breakingChanges(surfaceOf(contract(before)), surfaceOf(contract(after)), TODAY);
}

const text = (more: object = {}): SchemaSurface => ({ type: 'string', ...more });
const fields = (properties: Record<string, SchemaSurface>, required: string[] = []): SchemaSurface => ({
  type: 'object',
  properties,
  required,
});

describe('A client of the released contract', () => {
  it.each<[string, Parts, Parts]>([
    ['words', { request: text({ description: 'a' }) }, { request: text({ description: 'b' }) }],
    [
      'more words that a list is filtered by',
      { request: text({ pattern: '^(open|done)(,(open|done))*$' }) },
      { request: text({ pattern: '^(open|waiting|done)(,(open|waiting|done))*$' }) },
    ],
    [
      'a number that may be below zero now',
      { request: text({ pattern: '^\\d{1,3}$' }) },
      { request: text({ pattern: '^-?\\d{1,3}$' }) },
    ],
    ['a new optional field to send', { request: fields({}) }, { request: fields({ note: text() }) }],
    ['a new field in the answer', { answer: fields({}) }, { answer: fields({ note: text() }, ['note']) }],
    ['a new value in the answer', { answer: text({ enum: ['a'] }) }, { answer: text({ enum: ['a', 'b'] }) }],
    ['a wider bound', { request: text({ maxLength: 10 }) }, { request: text({ maxLength: 20 }) }],
    ['more types to send', { request: text() }, { request: { type: ['string', 'null'] } }],
    ['fewer types in the answer', { answer: { type: ['string', 'null'] } }, { answer: text() }],
  ])('is not broken by %s', (_what, before, after) => {
    expect(changes(before, after)).toEqual([]);
  });

  it.each<[string, Parts, Parts, string]>([
    ['another scope', {}, { operation: { 'x-scope': 'other:write' } }, 'the scope was things:write, is other:write'],
    ['another name', {}, { operation: { operationId: 'makeThing' } }, 'the operationId was createThing, is makeThing'],
    ['another status', {}, { operation: { responses: { 202: {} } } }, '201 is not answered any more'],
    [
      'a required parameter',
      {},
      { operation: { parameters: [{ name: 'a', in: 'query', required: true }] } },
      'the parameter a is required now',
    ],
    ['a parameter gone', { operation: { parameters: [{ name: 'a', in: 'query' }] } }, {}, 'the parameter a is gone'],
    [
      'a required body',
      { request: text() },
      { request: text(), operation: { requestBody: { required: true, content: {} } } },
      'a body is required now',
    ],
    [
      'a field required',
      { request: fields({ a: text() }) },
      { request: fields({ a: text() }, ['a']) },
      'a is required now',
    ],
    ['a field not taken', { request: fields({ a: text() }) }, { request: fields({}) }, 'a is gone'],
    ['a field not answered', { answer: fields({ a: text() }) }, { answer: fields({}) }, 'a is gone'],
    [
      'a field that may be missing',
      { answer: fields({ a: text() }, ['a']) },
      { answer: fields({ a: text() }) },
      'a may be missing now',
    ],
    ['another type', { answer: text() }, { answer: { type: 'integer' } }, 'was string, is integer'],
    [
      'nothing where something was',
      { answer: text() },
      { answer: { type: ['string', 'null'] } },
      'was string, is string or null',
    ],
    [
      'a value not taken',
      { request: text({ enum: ['a', 'b'] }) },
      { request: text({ enum: ['a'] }) },
      'b is not taken any more',
    ],
    [
      'values where all were free',
      { request: text() },
      { request: text({ enum: ['a'] }) },
      'only some values are taken now',
    ],
    [
      'a tighter bound',
      { request: text({ maxLength: 20 }) },
      { request: text({ maxLength: 10 }) },
      'maxLength is 10 now',
    ],
    ['a new bound', { request: text() }, { request: text({ minLength: 1 }) }, 'minLength is 1 now'],
    [
      'a word of a list that is taken no more',
      { request: text({ pattern: '^(open|done)(,(open|done))*$' }) },
      { request: text({ pattern: '^(done|lost)(,(done|lost))*$' }) },
      'open is not taken any more',
    ],
    [
      'another pattern',
      { request: text({ pattern: 'a' }) },
      { request: text({ pattern: 'b' }) },
      'the pattern was a, is b',
    ],
  ])('is broken by %s', (_what, before, after, told) => {
    const found = changes(before, after);
    expect(found.join('\n')).toContain(told);
    expect(found.every((each) => each.startsWith('POST /v1/things'))).toBe(true);
  });

  it('is broken wherever a shared shape changes, and that is told once', () => {
    const of = (thing: SchemaSurface): Parts => ({
      answer: fields({
        one: { $ref: '#/components/schemas/Thing' },
        many: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
      }),
      schemas: { Thing: thing },
    });
    expect(
      changes(of(fields({ id: text(), more: { $ref: '#/components/schemas/Thing' } })), of(fields({ id: text() }))),
    ).toEqual(['POST /v1/things 201.one: more is gone']);
  });

  it('has had its warning where what goes was deprecated and its sunset has passed', () => {
    const announced = (sunset: string): object => ({ deprecated: true, 'x-sunset': sunset });
    const gone: ContractToCompare = { info: { version: '2' }, paths: {}, components: { schemas: {} } };
    const removal = (sunset: string): string[] =>
      breakingChanges(surfaceOf(contract({ operation: announced(sunset) })), surfaceOf(gone), TODAY);
    expect(removal('2027-07-01')).toEqual([]);
    expect(removal('2027-07-02')).toEqual(['POST /v1/things is gone']);
    const field = fields({ a: { type: 'string', ...announced('2027-01-01') } });
    expect(changes({ answer: field }, { answer: fields({}) })).toEqual([]);
  });
});
