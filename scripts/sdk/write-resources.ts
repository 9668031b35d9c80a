import { answerOf, type ContractDocument, operationsOf } from './contract-document.js';
import { nameMethods, type NamedMethod } from './method-names.js';

type Tree = Map<string, Tree | NamedMethod>;

const ID_OF_KIND = /^\^([a-z]+)_/;

/** `sdk/src/generated/resources.ts`: a method for every operation, and where a resource is read by its id. */
export function writeResources(document: ContractDocument): string {
  const methods = nameMethods(document, operationsOf(document));
  const fields = [...treeOf(methods)].map(([name, node]) => `  readonly ${name} = ${write(node, '  ')};\n`);
  return [
    `import { Caller } from '../caller.js';\n`,
    `/** The method that each operation of the contract has. */`,
    `export abstract class Resources extends Caller {\n${fields.join('\n')}}\n`,
    `/** By the prefix of its id, where a resource is read. */`,
    `export const READ_AT = ${JSON.stringify(readAt(document, methods), null, 2)} as const;`,
    '',
  ].join('\n');
}

function treeOf(methods: readonly NamedMethod[]): Tree {
  const root: Tree = new Map();
  for (const method of methods) {
    let at = root;
    for (const word of method.name.slice(0, -1)) {
      const next = at.get(word) ?? new Map<string, Tree | NamedMethod>();
      if (!(next instanceof Map)) throw new Error(`${word} is a method and has methods: ${method.path}`);
      at.set(word, next);
      at = next;
    }
    at.set(method.name.at(-1) ?? '', method);
  }
  return root;
}

function write(node: Tree | NamedMethod, indent: string): string {
  if (!(node instanceof Map)) return writeMethod(node);
  const inner = `${indent}  `;
  const lines = [...node].map(([name, child]) => {
    const about = child instanceof Map ? '' : `${inner}${summaryOf(child)}\n`;
    const tail = !(child instanceof Map) && child.kind === 'feed' ? `\n${inner}${writeTail(child)}` : '';
    return `${about}${inner}${name}: ${write(child, inner)},${tail}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function writeMethod({ kind, method, path }: NamedMethod): string {
  if (kind === 'watch') return `this.watchOperation.bind(this)`;
  if (kind === 'list' || kind === 'feed') return `this.list('${path}')`;
  return method === 'GET' ? `this.${kind}('${path}')` : `this.${kind}('${method}', '${path}')`;
}

function writeTail({ path }: NamedMethod): string {
  return `/** Every event as it happens, and those since the last one seen. */\n    tail: this.tail('${path}'),`;
}

function summaryOf({ method, path, operation }: NamedMethod): string {
  const scope = operation['x-scope'] === undefined ? '' : ` Scope: \`${operation['x-scope']}\`.`;
  return `/** ${operation.summary}. \`${method} ${path}\`.${scope} */`;
}

/**
 * Claims and their like are read in full at one address each; what is read by another's id is not among them. Where a kind
 * is looked at from somewhere else too, as an operation is from the batch of parcels it works, its home is the shorter address;
 * declarations of exports and of imports are one kind with a home each.
 */
function readAt(document: ContractDocument, methods: readonly NamedMethod[]): Record<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  for (const { kind, path, operation } of methods) {
    const id = answerOf(document, operation)?.properties?.['id']?.pattern ?? '';
    const [, prefix] = ID_OF_KIND.exec(id) ?? [];
    if (kind !== 'get' || !path.endsWith('/{id}') || prefix === undefined) continue;
    const known = homes.get(prefix) ?? [];
    const shortest = Math.min(depthOf(path), ...known.map(depthOf));
    homes.set(
      prefix,
      [...known, path].filter((home) => depthOf(home) === shortest),
    );
  }
  return Object.fromEntries(homes);
}

function depthOf(path: string): number {
  return path.split('/').length;
}
