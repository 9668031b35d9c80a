import { type ChangedOperations } from '../../src/platform/changelog/changelog.js';
import { canonical } from './changelog.js';
import { type OperationSurface, type Surface } from './surface.js';

/** Which operations a client finds new, changed, announced to end, or gone, by their `operationId`. */
export function changedOperations(before: Surface, after: Surface): ChangedOperations {
  const [earlier, later] = [byId(before), byId(after)];
  const known = [...later.keys()].filter((id) => earlier.has(id));
  const isAnnounced = (id: string): boolean =>
    later.get(id)?.deprecated === true && earlier.get(id)?.deprecated !== true;
  const isChanged = (id: string): boolean =>
    !isAnnounced(id) && expanded(earlier.get(id), before) !== expanded(later.get(id), after);
  return {
    added: [...later.keys()].filter((id) => !earlier.has(id)).sort(),
    changed: known.filter(isChanged).sort(),
    deprecated: known.filter(isAnnounced).sort(),
    removed: [...earlier.keys()].filter((id) => !later.has(id)).sort(),
  };
}

function byId({ operations }: Surface): Map<string, OperationSurface> {
  return new Map(Object.values(operations).map((operation) => [operation.operationId, operation]));
}

/** The operation with every schema that it is made of, as one text. */
function expanded(operation: unknown, { schemas }: Surface): string {
  const reached = new Map<string, unknown>();
  const follow = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const name = key === '$ref' && typeof inner === 'string' ? inner.split('/').at(-1) : undefined;
      if (name === undefined) {
        follow(inner);
      } else if (!reached.has(name)) {
        reached.set(name, schemas[name]);
        follow(schemas[name]);
      }
    }
  };
  follow(operation);
  return JSON.stringify(canonical([operation, Object.fromEntries(reached)]));
}
