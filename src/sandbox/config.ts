import { defaultSecrets } from './sandbox.js';
import { type Partner } from './world/partners.js';

export interface SandboxConfig {
  readonly host: string;
  readonly port: number;
  /** SQLite file; `:memory:` forgets everything at the end. */
  readonly statePath: string;
  readonly delayMs: number;
  readonly secrets: Readonly<Record<Partner, string>>;
  readonly logLevel: string;
}

const SECRET_NAMES: Readonly<Record<Partner, string>> = {
  customs: 'CUSTOMS_SECRET',
  carrier: 'CARRIER_SECRET',
  courier: 'COURIER_SECRET',
  bank: 'BANK_SECRET',
  lender: 'LENDER_SECRET',
  insurer: 'INSURER_SECRET',
  'tax-bureau': 'TAX_BUREAU_SECRET',
  registry: 'REGISTRY_SECRET',
};
const SECRET_MIN = 8;
const DELAY_MAX_MS = 3_600_000;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws Error that names every variable which is missing or wrong */
export function readConfig(env: Readonly<Record<string, string | undefined>>): SandboxConfig {
  const faults: string[] = [];
  const number = (name: string, fallback: number, max: number): number => {
    const text = env[name] ?? String(fallback);
    if (!/^\d{1,9}$/.test(text) || Number(text) > max) faults.push(`${name} must be a number from 0 to ${String(max)}`);
    return Number(text);
  };
  const secret = (name: string, fallback: string): string => {
    const text = env[name] ?? fallback;
    if (text.length < SECRET_MIN) faults.push(`${name} must have at least ${String(SECRET_MIN)} characters`);
    return text;
  };
  const fallback = defaultSecrets();
  const logLevel = env['LOG_LEVEL'] ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  const config = {
    host: env['SANDBOX_HOST'] ?? '127.0.0.1',
    port: number('SANDBOX_PORT', 3100, 65_535),
    statePath: env['SANDBOX_STATE'] ?? ':memory:',
    delayMs: number('SANDBOX_DELAY_MS', 250, DELAY_MAX_MS),
    secrets: Object.fromEntries(
      Object.entries(SECRET_NAMES).map(([partner, name]) => [partner, secret(name, fallback[partner as Partner])]),
    ) as Record<Partner, string>,
    logLevel,
  };
  if (faults.length > 0) throw new Error(`The sandbox cannot start: ${faults.join('; ')}`);
  return config;
}
