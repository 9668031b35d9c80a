import { readFileSync } from 'node:fs';

import { Entrepot, type EntrepotOptions } from '../client.js';
import { type Bilingual, type Language, languageOf, told } from './language.js';
import { SAY } from './sentences.js';
import { readSettings, type Settings } from './settings.js';
import { UsageError } from './usage-error.js';

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
type Numbers = Readonly<Record<string, string | number>>;

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Writes over what it wrote last, where somebody looks on. */
  readonly rewrite?: (line: string) => void;
}

const BASE_URL = 'http://127.0.0.1:3000';

/** What a command was given, and what it has to work with. */
export class Context {
  readonly language: Language;

  constructor(
    private readonly values: Values,
    private readonly positionals: Readonly<Record<string, string>>,
    private readonly surroundings: Surroundings,
  ) {
    this.language = languageOf(surroundings.env);
  }

  get env(): Surroundings['env'] {
    return this.surroundings.env;
  }

  /** Of the environment; an empty one says nothing. */
  variable(name: string): string | undefined {
    return this.env[name] === '' ? undefined : this.env[name];
  }

  /** Ends what would go on for ever. */
  get signal(): AbortSignal {
    return this.surroundings.signal;
  }

  get settings(): Settings {
    return readSettings(this.env);
  }

  get baseUrl(): string {
    return this.option('base-url') ?? this.variable('ENTREPOT_BASE_URL') ?? this.settings.baseUrl ?? BASE_URL;
  }

  get hasKey(): boolean {
    return this.knownKey !== undefined;
  }

  private get knownKey(): string | undefined {
    return this.variable('ENTREPOT_API_KEY') ?? this.settings.apiKey;
  }

  /** @throws UsageError without a key */
  client(options: EntrepotOptions = {}): Entrepot {
    const apiKey = options.apiKey ?? this.knownKey;
    if (apiKey === undefined) throw new UsageError(SAY.no_key);
    return this.as({ ...options, apiKey });
  }

  /** For what nobody needs a key for. */
  stranger(): Entrepot {
    return this.as({ anonymous: true });
  }

  private as(options: EntrepotOptions): Entrepot {
    const language = this.language === 'zh' ? 'zh-CN' : 'en';
    return new Entrepot({ baseUrl: this.baseUrl, language, ...options });
  }

  get isJson(): boolean {
    return this.flag('json');
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  option(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  required(name: string): string {
    const value = this.option(name);
    if (value === undefined) throw new UsageError(SAY.missing_option, { name: `--${name}` });
    return value;
  }

  number(name: string): number | undefined {
    const value = this.option(name);
    if (value === undefined) return undefined;
    if (!/^\d+(\.\d+)?$/.test(value)) throw new UsageError(SAY.not_a_number, { name: `--${name}`, value });
    return Number(value);
  }

  argument(name: string): string {
    return this.positionals[name] ?? '';
  }

  /** A file, or standard input where it is called `-`. */
  read(file: string): string {
    try {
      return readFileSync(file === '-' ? 0 : file, 'utf8');
    } catch (error) {
      throw new UsageError(SAY.unreadable, { file, reason: (error as Error).message });
    }
  }

  json(file: string): unknown {
    try {
      return JSON.parse(this.read(file)) as unknown;
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(SAY.not_json, { file, reason: (error as Error).message });
    }
  }

  say(words: Bilingual, values: Numbers = {}): string {
    return told(words, this.language, values);
  }

  /** The result: as JSON where that was asked for, else as a person reads it. */
  print(value: unknown, forPeople: string | readonly string[]): void {
    if (this.isJson) this.surroundings.out(JSON.stringify(value));
    else for (const line of [forPeople].flat()) this.surroundings.out(line);
  }

  /** Where somebody looks on; else nothing is written over. */
  get rewrite(): ((line: string) => void) | undefined {
    return this.surroundings.rewrite;
  }

  /** Beside the result. */
  note(line: string): void {
    this.surroundings.err(line);
  }
}
