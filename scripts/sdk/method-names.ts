import {
  answerOf,
  type ContractDocument,
  type ContractOperation,
  type DescribedOperation,
} from './contract-document.js';

/**
 * How a method takes its arguments: `read` has filters and `get` has none, `write` has a body and `act` has none; `feed` is
 * a list that is read on with `after`; `watch` a stream of one resource as it goes.
 */
export type MethodKind = 'list' | 'feed' | 'read' | 'get' | 'write' | 'act' | 'watch';

export interface NamedMethod extends DescribedOperation {
  /** `['customs', 'declarations', 'submit']` for `client.customs.declarations.submit(…)`. */
  readonly name: readonly string[];
  readonly kind: MethodKind;
}

/**
 * Where an operation stands on the client, by rule, so that a new one has its method without anybody naming it:
 *
 * - the plain words of the path before the first `{id}` are the way: `/v1/customs/declarations/{id}` is
 *   `customs.declarations`;
 * - what changes something is called by the first word of its operationId: `submitDeclaration` is `submit`;
 * - what reads is `list` or `get`, or below an `{id}` the word after it: `/v1/orders/{id}/timeline` is `timeline`.
 *
 * @throws Error when two operations come to the same name
 */
export function nameMethods(document: ContractDocument, operations: readonly DescribedOperation[]): NamedMethod[] {
  const methods = operations.map((described) => {
    const kind = kindOf(document, described);
    return { ...described, kind, name: nameOf(described, kind) };
  });
  const names = methods.map(({ name }) => name.join('.'));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`Two operations of one name: ${twice.join(', ')}`);
  return methods;
}

function kindOf(document: ContractDocument, { method, operation }: DescribedOperation): MethodKind {
  if (method !== 'GET') return operation.requestBody === undefined ? 'act' : 'write';
  if (operation.responses['200']?.content?.['text/event-stream'] !== undefined) return 'watch';
  const answer = answerOf(document, operation)?.properties ?? {};
  if (answer['data']?.type !== 'array') return hasFilters(operation) ? 'read' : 'get';
  return answer['nextAfter'] === undefined ? 'list' : 'feed';
}

function nameOf({ method, path, operation }: DescribedOperation, kind: MethodKind): NamedMethod['name'] {
  const words = path.split('/').slice(2);
  const firstId = words.findIndex(isId);
  const way = (firstId < 0 ? words : words.slice(0, firstId)).map(camelCase);
  const below = firstId < 0 ? [] : words.slice(firstId).filter((word) => !isId(word));
  return [...way, verbOf(method, operation.operationId, kind, below)];
}

function verbOf(method: string, operationId: string, kind: MethodKind, below: readonly string[]): string {
  if (method !== 'GET') return /^[a-z]+/.exec(operationId)?.[0] ?? operationId;
  if (kind === 'watch') return 'watch';
  if (below.length > 0) return camelCase(below.join('-'));
  return kind === 'list' || kind === 'feed' ? 'list' : 'get';
}

const hasFilters = ({ parameters = [] }: ContractOperation): boolean => parameters.some((it) => it.in === 'query');

const isId = (word: string): boolean => word.startsWith('{');

function camelCase(word: string): string {
  return word.replace(/[-.](\w)/g, (_sign, letter: string) => letter.toUpperCase());
}
