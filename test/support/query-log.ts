import pg from 'pg';

/** The texts of all statements that this process sends while `work` runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const send = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]): unknown {
    const [query] = args;
    texts.push(typeof query === 'string' ? query : ((query as { text?: string }).text ?? ''));
    return send.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = send;
  }
  return texts;
}
