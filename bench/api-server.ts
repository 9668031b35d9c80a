import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

import { Pool } from 'undici';

import { freePort } from '../scripts/services/free-port.js';

const READY_WITHIN_MS = 30_000;
const root = path.resolve(import.meta.dirname, '..');

/** One HTTP server in a process of its own, ours or a yardstick's, and the connections to it. */
export class ApiServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly pool: Pool,
    readonly port: number,
  ) {}

  /**
   * @param entry compiled file below dist/, such as `src/main.js`
   * @param probe path that answers 200 as soon as the server is ready
   */
  static async start(
    entry: string,
    { env, probe, connections }: { env: Readonly<Record<string, string>>; probe: string; connections: number },
  ): Promise<ApiServer> {
    const port = await freePort();
    const flags = (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');
    const child = spawn(process.execPath, [...flags, path.join(root, entry)], {
      env: { ...process.env, NODE_ENV: 'development', ...env, PORT: String(port) },
      // The log goes to a pipe that nobody reads slowly, as under a supervisor.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const pool = new Pool(`http://127.0.0.1:${port}`, { connections });
    const server = new ApiServer(child, pool, port);
    try {
      await server.ready(probe);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** @throws Error unless the answer has the status: a bench that counts refusals measures nothing */
  async ask(
    method: 'GET' | 'POST',
    address: string,
    headers: Record<string, string>,
    body: string | null,
    status: number,
  ): Promise<string> {
    const answer = await this.pool.request({ method, path: address, headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== status)
      throw new Error(`${method} ${address}: ${answer.statusCode} ${text.slice(0, 500)}`);
    return text;
  }

  async stop(): Promise<void> {
    await this.pool.destroy();
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await gone;
  }

  private async ready(probe: string): Promise<void> {
    const deadline = performance.now() + READY_WITHIN_MS;
    for (;;) {
      if (this.child.exitCode !== null) throw new Error('The server went down while it started');
      try {
        await this.ask('GET', probe, {}, null, 200);
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}
