/**
 * Works of one transaction that do not wait for one another: their statements go out as they come, and the database works
 * them in the order in which they were sent. All have come to their end before anything is told, for until then they use the
 * transaction's connection.
 * @throws what the first of them threw: PostgreSQL refuses the rest after it
 */
export async function together<Works extends readonly Promise<unknown>[]>(
  ...works: Works
): Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }> {
  const all = Promise.all(works);
  await Promise.allSettled([all, ...works]);
  return all;
}
