import openapiTS, { astToString } from 'openapi-typescript';

import { type ContractDocument, type ContractOperation } from './contract-document.js';

/** `sdk/src/generated/schema.ts`: the shapes of paths, operations and bodies. */
export async function writeSchema(document: ContractDocument): Promise<string> {
  return astToString(await openapiTS(JSON.stringify(withoutBallast(document))));
}

/** Headers belong to the client, and every problem has one shape: without them the types are a quarter as long. */
function withoutBallast({ components, ...document }: ContractDocument): object {
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, lean(operation)])),
    ]),
  );
  return { ...document, paths, components: { schemas: components.schemas } };
}

function lean(operation: ContractOperation): object {
  const responses = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, { headers: _headers, ...response }]) => [status, response]);
  return {
    ...operation,
    security: [],
    parameters: (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' || parameter.in === 'path'),
    responses: Object.fromEntries(responses) as object,
  };
}
