import { ID_PREFIX, type IdKind, publicId, tryParseId } from '../../kernel/ids.js';

/** A kind of resource, `declaration`, or the id of one, `dec_01jd…`. */
export const RESOURCE_FILTER = /^([a-zA-Z]+|[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25})$/;

/**
 * As it is kept: the kind, or `kind:uuid`.
 * @returns null when there is no such kind of resource
 */
export function keptFilter(given: string): string | null {
  if (isKind(given)) return given;
  const kind = (Object.keys(ID_PREFIX) as IdKind[]).find((name) => given.startsWith(`${ID_PREFIX[name]}_`));
  const uuid = kind === undefined ? null : tryParseId(kind, given);
  return kind === undefined || uuid === null ? null : `${kind}:${uuid}`;
}

/** As the outside gave it. */
export function shownFilter(kept: string): string {
  const [kind = '', uuid] = kept.split(':');
  return uuid === undefined || !isKind(kind) ? kept : publicId(kind, uuid);
}

function isKind(text: string): text is IdKind {
  return Object.hasOwn(ID_PREFIX, text);
}
