const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const BYTEA_OID = 17;
const IS_NULL = -1;

/**
 * Many values of `bytea` as one parameter (`$n::bytea[]`), in PostgreSQL's binary form of an array. As a list they would travel
 * as text: twice as long, and brought into hexadecimal here and out of it there.
 * Source: array_recv in PostgreSQL's arrayfuncs.c.
 */
export function byteaArray(values: readonly (Buffer | null)[]): Buffer {
  const bytes = values.reduce((sum, value) => sum + LENGTH_BYTES + (value?.length ?? 0), HEADER_BYTES);
  const array = Buffer.allocUnsafe(bytes);
  const hasNulls = values.includes(null);
  // One dimension, whether there are nulls, the type of the elements, how many there are, and that they count from 1.
  let at = 0;
  for (const word of [1, Number(hasNulls), BYTEA_OID, values.length, 1]) at = array.writeInt32BE(word, at);
  for (const value of values) {
    at = array.writeInt32BE(value?.length ?? IS_NULL, at);
    at += value?.copy(array, at) ?? 0;
  }
  return array;
}
