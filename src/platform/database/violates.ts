/** Whether PostgreSQL refused a write because of this constraint; the reason our constraints have names. */
export function violates(error: unknown, constraint: string): boolean {
  return constraintOf(error) === constraint;
}

/** The SQLSTATE of a refused statement, through TypeORM's wrapper or straight from the driver. */
export function sqlState(error: unknown): string | undefined {
  return fieldOf(error, 'code');
}

/** SQLSTATE classes of a server that is not to be had: connection, resources, intervention. And what Node calls it. */
const AWAY = /^(08|53|57|E[A-Z]{4,}$)/;
/** What the driver says, without a code, when a connection breaks or none is to be had. */
const AWAY_WORDS = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to)/;

/** Whether the database was away, so that it is no fault of the statement and the next one would fare no better. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return AWAY.test(sqlState(error) ?? '') || AWAY_WORDS.test(error.message);
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
