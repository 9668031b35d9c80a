import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type ContractDocument, operationsOf } from '../../scripts/sdk/contract-document.js';
import { generatedFiles } from '../../scripts/sdk/generate.js';
import { nameMethods } from '../../scripts/sdk/method-names.js';
import { COMMANDS } from '../../sdk/src/cli/run.js';
import { Entrepot } from '../../sdk/src/client.js';
import { READ_AT } from '../../sdk/src/generated/resources.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const contract = JSON.parse(readFileSync(path.join(ROOT, 'docs/openapi.json'), 'utf8')) as ContractDocument;
const operations = operationsOf(contract);

describe('The SDK', () => {
  it('is written from the contract as it is: else `npm run sdk:generate`', async () => {
    const stale = Object.entries(await generatedFiles(ROOT)).filter(
      ([file, text]) => readFileSync(path.join(ROOT, file), 'utf8') !== text,
    );
    expect(stale.map(([file]) => file)).toEqual([]);
  });

  it('has a method for every operation', () => {
    const client = new Entrepot({ apiKey: 'ek_test_1' });
    const methods = nameMethods(contract, operations);
    const missing = methods.filter(({ name }) => typeof name.reduce(memberOf, client) !== 'function');
    expect(missing).toEqual([]);
    expect(methods).toHaveLength(operations.length);
    expect(operations.length).toBeGreaterThan(100);
  });

  it('tells of every command in its README, and of none that there is not', () => {
    const page = readFileSync(path.join(ROOT, 'sdk/README.md'), 'utf8');
    const [, section = ''] = page.split('## The command line');
    const [, commands = ''] = section.split('| command');
    const told = [...(commands.split('\n\n')[0] ?? '').matchAll(/^\| `([a-z -]+)`/gm)].map(([, name]) => name);
    expect(told).toEqual(COMMANDS.map(({ name }) => name));
  });

  it('knows where each kind of resource is read', () => {
    expect(READ_AT).toMatchObject({
      ord: ['/v1/orders/{id}'],
      dec: ['/v1/customs/declarations/{id}', '/v1/customs/import-declarations/{id}'],
    });
  });
});

describe('A method of the SDK', () => {
  it.each([
    ['GET', '/v1/orders', 'orders.list', 'list'],
    ['GET', '/v1/orders/{id}', 'orders.get', 'get'],
    ['POST', '/v1/orders/{id}/placement', 'orders.place', 'act'],
    ['POST', '/v1/orders/{id}/cancellation', 'orders.cancel', 'write'],
    ['GET', '/v1/orders/{id}/timeline', 'orders.timeline', 'list'],
    ['PATCH', '/v1/customs/declarations/{id}', 'customs.declarations.correct', 'write'],
    ['GET', '/v1/tax-refund/cases/{orderId}', 'taxRefund.cases.get', 'get'],
    ['GET', '/v1/ledger/trial-balance', 'ledger.trialBalance.get', 'read'],
    ['GET', '/v1/events', 'events.list', 'feed'],
    ['GET', '/v1/financing/limits', 'financing.limits.list', 'list'],
    ['POST', '/v1/calculations/identifiers/bic', 'calculations.identifiers.bic.check', 'write'],
    ['DELETE', '/v1/webhooks/endpoints/{id}', 'webhooks.endpoints.remove', 'act'],
  ])('for %s %s is called %s', (method, address, name, kind) => {
    const found = nameMethods(contract, operations).find((it) => it.method === method && it.path === address);
    expect([found?.name.join('.'), found?.kind]).toEqual([name, kind]);
  });

  it('that follows a stream is called watch', () => {
    const responses = { '200': { content: { 'text/event-stream': {} } } };
    const followed = { operationId: 'followThing', summary: 'A thing as it goes', responses };
    const [found] = nameMethods(contract, [{ method: 'GET', path: '/v1/things/{id}/progress', operation: followed }]);
    expect([found?.name.join('.'), found?.kind]).toEqual(['things.watch', 'watch']);
  });

  it('has a name of its own, or is not written', () => {
    const [first] = operations.filter(({ operation }) => operation.operationId === 'placeOrder');
    const twin = { ...first, path: '/v1/orders/{id}/elsewhere' } as NonNullable<typeof first>;
    expect(() => nameMethods(contract, [...operations, twin])).toThrow('orders.place');
  });
});

function memberOf(parent: unknown, name: string): unknown {
  return (parent as Readonly<Record<string, unknown>> | undefined)?.[name];
}
