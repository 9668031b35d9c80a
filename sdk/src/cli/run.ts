import { parseArgs } from 'node:util';

import { SDK_VERSION } from '../generated/versions.js';
import { batches } from './commands/batches.js';
import { clock } from './commands/clock.js';
import { tailEvents } from './commands/events.js';
import { listen } from './commands/listen.js';
import { login } from './commands/login.js';
import { orders } from './commands/orders.js';
import { runScenario } from './commands/scenarios.js';
import { sandbox } from './commands/sandbox.js';
import { trigger } from './commands/trigger.js';
import { type Command, type Options } from './command.js';
import { Context, type Surroundings } from './context.js';
import { EXIT, exitCodeOf, explain } from './failure.js';
import { type Language, languageOf, told } from './language.js';
import { SAY } from './sentences.js';
import { table } from './table.js';
import { UsageError } from './usage-error.js';

export const COMMANDS: readonly Command[] = [
  login,
  ...orders,
  ...batches,
  tailEvents,
  listen,
  runScenario,
  ...trigger,
  ...sandbox,
  clock,
].flat();

const COMMON: Options = {
  json: { type: 'boolean' },
  'base-url': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** Runs one command. @returns what the process is to end with */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const language = languageOf(surroundings.env);
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  if (command === undefined) return answerWithout(args, surroundings, language);
  let context = new Context({ json: args.includes('--json') }, {}, surroundings);
  try {
    const parsed = parse(command, args.slice(command.name.split(' ').length));
    if (parsed.values['help'] === true) return show(surroundings.out, helpOf(command, language));
    context = new Context(parsed.values, named(command, parsed.positionals), surroundings);
    await command.run(context);
    return EXIT.ok;
  } catch (error) {
    for (const line of await explain(error, context)) surroundings.err(line);
    if (error instanceof UsageError) surroundings.err(usageOf(command, language));
    return exitCodeOf(error);
  }
}

function answerWithout(args: readonly string[], { out, err }: Surroundings, language: Language): number {
  const [first] = args;
  if (first === '--version') return show(out, [SDK_VERSION]);
  const words = args.filter((word) => !word.startsWith('-'));
  const family = COMMANDS.filter(({ name }) => words[0] === undefined || name.startsWith(`${words[0]} `));
  const isAsking = words[0] === 'help' || words.length === 0 || (words.length === 1 && family.length > 0);
  if (isAsking) return show(out, overviewOf(family.length > 0 ? family : COMMANDS, language));
  err(told(SAY.unknown_command, language, { name: words.slice(0, 2).join(' ') }));
  show(err, overviewOf(family.length > 0 ? family : COMMANDS, language));
  return EXIT.usage;
}

function show(write: (line: string) => void, lines: readonly string[]): number {
  for (const line of lines) write(line);
  return EXIT.ok;
}

function overviewOf(commands: readonly Command[], language: Language): string[] {
  return [
    `${told(SAY.commands, language)}:`,
    ...table(commands.map(({ name, summary }) => [`  ${name}`, told(summary, language)])),
    told(SAY.more, language),
  ];
}

function helpOf(command: Command, language: Language): string[] {
  const { summary, details } = command;
  return [
    told(summary, language),
    usageOf(command, language),
    ...(details === undefined ? [] : [told(details, language)]),
  ];
}

function usageOf({ name, usage }: Command, language: Language): string {
  return `${told(SAY.usage, language)}: ${['entrepot', name, usage, '[--json] [--base-url URL]'].filter(Boolean).join(' ')}`;
}

function parse(command: Command, args: readonly string[]): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options: { ...COMMON, ...command.options }, allowPositionals: true });
  } catch (error) {
    throw usageErrorOf(error as NodeJS.ErrnoException);
  }
}

/** Node says it in English; which option it is about stands between its first quotes. */
function usageErrorOf({ code, message }: NodeJS.ErrnoException): UsageError {
  const name = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1] ?? message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new UsageError(SAY.unknown_option, { name });
  return new UsageError(message.includes('does not take') ? SAY.option_no_value : SAY.option_value, { name });
}

/** What stands without a dash, by name. @throws UsageError when there is more or less of it */
function named({ positionals = [] }: Command, given: readonly string[]): Record<string, string> {
  const missing = positionals[given.length];
  if (missing !== undefined) throw new UsageError(SAY.missing_argument, { name: missing });
  const extra = given.slice(positionals.length);
  if (extra.length > 0) throw new UsageError(SAY.too_many_arguments, { name: extra.join(' ') });
  return Object.fromEntries(positionals.map((name, index) => [name, given[index] ?? '']));
}
