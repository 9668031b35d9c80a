const ANY = '01jdq3x7k2e9ta6v0m8r4c5wzb';

/** The `{id}` of a path. */
export const idOf = (prefix: string, description: string) =>
  ({ name: 'id', description, schema: { type: 'string', maxLength: 40, example: `${prefix}_${ANY}` } }) as const;

export const WAREHOUSE_ID = `wrh_${ANY}`;
export const LOT_ID = `slt_${ANY}`;
