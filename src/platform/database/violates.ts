/** Whether PostgreSQL refused a write because of this constraint; the reason our constraints have names. */
export function violates(error: unknown, constraint: string): boolean {
  return constraintOf(error) === constraint;
}

/** The SQLSTATE of a refused statement, through TypeORM's wrapper or straight from the driver. */
export function sqlState(error: unknown): string | undefined {
  return fieldOf(error, 'code');
}

function constraintOf(error: unknown): string | undefined {
  return fieldOf(error, 'constraint');
}

function fieldOf(error: unknown, field: 'code' | 'constraint'): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { driverError } = error as { driverError?: unknown };
  const source = (driverError ?? error) as Record<string, unknown>;
  const value = source[field];
  return typeof value === 'string' ? value : undefined;
}
