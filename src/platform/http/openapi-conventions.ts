import { type OpenAPIObject } from '@nestjs/swagger';

import { isMandatable, type Scope } from '../auth/scopes.js';
import { describeMode } from './livemode.js';
import {
  ACTING_FOR_PARAMETER,
  ANSWER_HEADERS,
  API_VERSION_PARAMETER,
  describeHeaders,
  type Operation,
} from './openapi-headers.js';
import { securityFor } from './openapi-security.js';
import { shareProblems } from './openapi-sharing.js';

/** Where `@CommandOperation` leaves examples of the body. */
export const BODY_EXAMPLES = 'x-body-examples';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What parameters of a name always are; an operation need not say it. */
const ID_PATTERN = '^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$';
const CURSOR_PATTERN = '^[A-Za-z0-9_-]+$';

type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;
type Schema = Record<string, unknown>;

/** Writes into each operation what the HTTP layer does for all of them, so that no controller has to repeat it. */
export function describeConventions(described: OpenAPIObject): OpenAPIObject {
  // The parameters in it belong to the decorators, which describe every document of this process.
  const document = structuredClone(described);
  document.components = {
    ...document.components,
    parameters: { ActingFor: structuredClone(ACTING_FOR_PARAMETER) },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      describeHeaders(operation, described.components?.schemas ?? {});
      for (const parameter of operation.parameters ?? []) if (!('$ref' in parameter)) describeParameter(parameter);
      operation.parameters = [...(operation.parameters ?? []), structuredClone(API_VERSION_PARAMETER)];
      moveExamples(operation);
      demandScope(operation);
    }
  }
  describeMode(document);
  const headers = headersIn(document.paths);
  shareProblems(document);
  return { ...document, components: { ...document.components, headers } };
}

/** Those that some answer points to. */
function headersIn(paths: OpenAPIObject['paths']): Partial<typeof ANSWER_HEADERS> {
  const written = JSON.stringify(paths);
  const used = Object.entries(ANSWER_HEADERS).filter(([name]) => written.includes(`#/components/headers/${name}"`));
  return structuredClone(Object.fromEntries(used));
}

function describeParameter(parameter: Parameter): void {
  const schema = (parameter.schema ?? {}) as Schema;
  if (parameter.in === 'path' && (parameter.name === 'id' || parameter.name.endsWith('Id'))) {
    parameter.description ??= 'The id, as the API gave it';
    schema['pattern'] ??= ID_PATTERN;
  }
  if (parameter.name === 'cursor') schema['pattern'] ??= CURSOR_PATTERN;
  // A page that fills in the example of a filter would find nothing; the reader sees it beside the field.
  if (parameter.in === 'query' && parameter.required !== true) suggest(parameter, schema);
}

/** Turns the example of an optional filter into words: pages that try requests send every example they are given. */
function suggest(parameter: Parameter, schema: Schema): void {
  const example: unknown = parameter.example ?? schema['example'];
  if (typeof example !== 'string') return;
  delete parameter.example;
  delete schema['example'];
  if (new RegExp(ID_PATTERN).test(example)) return;
  parameter.description = `${parameter.description ?? ''}; such as \`${example}\``;
}

/** Whatever kind of credential comes, it needs the one scope of the operation; the guard asks for the same. */
function demandScope(operation: Operation): void {
  const { 'x-scope': scope } = operation as Operation & { 'x-scope'?: Scope };
  if (scope === undefined) return;
  operation.security = securityFor(scope);
  if (isMandatable(scope)) operation.parameters?.push({ $ref: '#/components/parameters/ActingFor' });
}

/** `@CommandOperation` does not know the body's class; what it says of examples waits in an extension until here. */
function moveExamples(operation: Operation): void {
  const extended = operation as Operation & { 'x-body-examples'?: Readonly<Record<string, object>> };
  const examples = extended['x-body-examples'];
  if (examples === undefined) return;
  delete extended['x-body-examples'];
  const body = operation.requestBody;
  const json = body === undefined || '$ref' in body ? undefined : body.content['application/json'];
  if (json === undefined) throw new Error(`${operation.operationId ?? ''} has examples and no body`);
  json.examples = Object.fromEntries(
    Object.entries(examples).map(([name, value]) => [name, { summary: name.replaceAll('_', ' '), value }]),
  );
}
