import { type InputCheck } from '../../kernel/input-check.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { SAY } from './rehearsal.sentences.js';

interface TextParameter {
  readonly type: 'string';
  /** Of the whole text. */
  readonly pattern: string;
  readonly maxLength: number;
}

interface WholeParameter {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}

/** What may be said of a kind besides its name; all of it may be left out. */
export type Parameter = (TextParameter | WholeParameter) & {
  readonly words: Bilingual;
  readonly example: string | number;
};
export type ParameterTable = Readonly<Record<string, Parameter>>;
export type Given = Readonly<Record<string, string | number>>;

/** Notes whatever does not fit. */
export function checkParameters(check: InputCheck, table: ParameterTable, given: object): void {
  for (const [name, value] of Object.entries(given)) {
    const pointer = `/parameters/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const parameter = Object.hasOwn(table, name) ? table[name] : undefined;
    if (parameter === undefined) check.that(false, pointer, 'unknown_field', SAY.no_such_parameter);
    else checkParameter(check, pointer, parameter, value);
  }
}

function checkParameter(check: InputCheck, pointer: string, parameter: Parameter, value: unknown): void {
  if (parameter.type === 'integer') {
    const { minimum: min, maximum: max } = parameter;
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
    check.that(fits, pointer, 'out_of_range', SAY.parameter_whole({ min, max }));
    return;
  }
  const { pattern, maxLength } = parameter;
  const fits = typeof value === 'string' && value.length <= maxLength && new RegExp(pattern).test(value);
  check.that(fits, pointer, 'format', SAY.parameter_text({ pattern }));
}

/** The parameters of a kind as a JSON Schema, described for whoever reads it. */
export function schemaOf(table: ParameterTable, language: keyof Bilingual): object {
  const properties = Object.entries(table).map(([name, { words, ...schema }]) => [
    name,
    { ...schema, description: words[language] },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) as object, additionalProperties: false };
}
