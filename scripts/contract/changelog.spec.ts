import { type Change } from '../../src/platform/changelog/changelog.js';
import { changedOperations } from './changed-operations.js';
import { canonical, fingerprint, page, tellsOf } from './changelog.js';
import { type OperationSurface, type Surface } from './surface.js';

const change = (contract: string, en: string): Change => ({
  contract: fingerprint(contract),
  on: '2026-11-29',
  apiVersion: '2026-11-24',
  summary: { en, zh: '……' },
  operations: { added: [], changed: [], deprecated: [], removed: [] },
});

const operation = (operationId: string, more: Partial<OperationSurface> = {}): OperationSurface => ({
  operationId,
  scope: null,
  parameters: [],
  body: {},
  bodyRequired: false,
  answers: { 200: { 'application/json': { $ref: '#/components/schemas/OrderDto' } } },
  ...more,
});
const surface = (operations: readonly OperationSurface[], schemas: Surface['schemas'] = {}): Surface => ({
  version: '1.0.0',
  operations: Object.fromEntries(operations.map((each) => [`GET /${each.operationId}`, each])),
  schemas,
});

describe('The changelog of the contract', () => {
  it('tells of a contract only when the newest change led to it', () => {
    const changes = [change('{"v":2}', 'Orders have a reference.'), change('{"v":1}', 'First version.')];
    expect([tellsOf(changes, '{"v":2}'), tellsOf(changes, '{"v":1}'), tellsOf([], '{"v":1}')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is a page with the newest on top', () => {
    const written = page([change('{"v":2}', 'Orders have a reference.'), change('{"v":1}', 'First version.')]);
    expect(written.split('\n').slice(-3)).toEqual([
      `- \`${fingerprint('{"v":2}')}\` 2026-11-29. Orders have a reference.`,
      `- \`${fingerprint('{"v":1}')}\` 2026-11-29. First version.`,
      '',
    ]);
  });

  it('takes two contracts that differ only in the order of their keys for one', () => {
    expect(JSON.stringify(canonical({ b: [{ d: 1, c: 2 }], a: null }))).toBe(
      JSON.stringify(canonical({ a: null, b: [{ c: 2, d: 1 }] })),
    );
  });

  it('names the operations that are new, changed, told to end, and gone', () => {
    const before = surface([operation('same'), operation('gone'), operation('asked'), operation('ending')]);
    const after = surface([
      operation('same'),
      operation('asked', { parameters: [{ name: 'x', in: 'query', required: false, schema: {} }] }),
      operation('ending', { deprecated: true }),
      operation('new'),
    ]);
    expect(changedOperations(before, after)).toEqual({
      added: ['new'],
      changed: ['asked'],
      deprecated: ['ending'],
      removed: ['gone'],
    });
  });

  it('takes an operation for changed when a schema within its schemas has changed', () => {
    const schemas = (line: object): Surface['schemas'] => ({
      OrderDto: { properties: { line: { $ref: '#/components/schemas/LineDto' } } },
      LineDto: line,
      // One that names itself comes to an end too.
      Other: { properties: { other: { $ref: '#/components/schemas/Other' } } },
    });
    const changed = changedOperations(
      surface([operation('getOrder')], schemas({ type: 'object' })),
      surface([operation('getOrder')], schemas({ type: 'object', required: ['id'] })),
    );
    expect(changed.changed).toEqual(['getOrder']);
  });
});
