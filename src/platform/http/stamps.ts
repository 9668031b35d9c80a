/** What every resource tells of its row: the version, which is its ETag, and its times. */
export interface Stamps {
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function stampsOf(row: {
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}): Stamps {
  const { version, createdAt, updatedAt } = row;
  return { version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
