/** What `If-Match` is to hold: the resource that was read, its version, or its ETag as it stands. */
export type Version = { readonly version: number } | number | string;

/** `"3"`: the strong ETag of a resource, as every answer with one has it. */
export function etagOf(version: Version): string {
  if (typeof version === 'string') return version;
  return `"${typeof version === 'number' ? version : version.version}"`;
}
