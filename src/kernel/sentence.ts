/** The languages the platform speaks to people. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language the platform speaks. */
export type Bilingual = Readonly<Record<Language, string>>;

/**
 * A declared sentence with the values of its places, not yet in a language: what errors carry and rows keep.
 * Plain data, so that it can be stored; `told` puts it in the language of who reads it.
 */
export interface Sentence {
  /** `FREIGHT.order_state`: the module, then the name of the sentence. */
  readonly code: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** What a person reads: a text that somebody gave, which stays as it is, or words of our own. */
export type Said = string | Bilingual | Sentence;

/** What stands in a place of a sentence; a list is joined. */
type Value = number | Said | readonly Said[];

type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

/** A sentence without places is ready; one with places wants a value for each. */
type Ready<Text extends string> = [Places<Text>] extends [never]
  ? Sentence
  : (values: Readonly<Record<Places<Text>, Value>>) => Sentence;

const catalogue = new Map<string, Bilingual>();
const PLACE = /\{(\w+)\}/g;
const LIST: Bilingual = { en: ', ', zh: '、' };
const SEPARATOR: Bilingual = { en: '; ', zh: '；' };

/**
 * Declares the sentences of a module, in every language, with `{places}` for values. Errors, faults and findings are
 * made of these alone, so that nothing is said in one language only.
 * @param module as the codes of its problems begin: `FREIGHT`
 */
export function sentences<const Table extends Readonly<Record<string, Bilingual>>>(
  module: string,
  table: Table,
): { readonly [Name in keyof Table]: Ready<Table[Name]['en']> } {
  const ready = Object.entries(table).map(([name, words]) => {
    const code = `${module}.${name}`;
    if (catalogue.has(code)) throw new Error(`Sentence ${code} is declared twice`);
    catalogue.set(code, words);
    const make = (values: Sentence['values']): Sentence => ({ code, values });
    return [name, placesOf(words.en).length === 0 ? make({}) : make] as const;
  });
  return Object.fromEntries(ready) as { readonly [Name in keyof Table]: Ready<Table[Name]['en']> };
}

/** Every sentence that the loaded modules declare, by code. */
export function sentenceCatalogue(): ReadonlyMap<string, Bilingual> {
  return catalogue;
}

/** The names of the places of a template, sorted. */
export function placesOf(template: string): string[] {
  return [...template.matchAll(PLACE)].map(([, name = '']) => name).sort();
}

/** In the language of the reader. A sentence that this version does not know is told by its code. */
export function told(said: Said, language: Language): string {
  if (typeof said === 'string') return said;
  if (!('code' in said)) return said[language];
  const template = catalogue.get(said.code)?.[language];
  if (template === undefined) return said.code;
  return template.replace(PLACE, (place, name: string) => {
    const value = Object.hasOwn(said.values, name) ? said.values[name] : undefined;
    return value === undefined ? place : wordsOf(value, language);
  });
}

/** Why something happened, as rows and events keep it: in English, and as the sentences it was said in where they are ours. */
export interface Reason {
  readonly reason: string;
  readonly causes?: readonly Sentence[];
}

/** @param said somebody's own words, or ours */
export function reasonOf(said: string | readonly Sentence[]): Reason {
  return typeof said === 'string' ? { reason: said } : { reason: reasonIn(said, 'en'), causes: said };
}

/** Several causes, one after the other. */
export function reasonIn(causes: readonly Said[], language: Language): string {
  return causes.map((cause) => told(cause, language)).join(SEPARATOR[language]);
}

function wordsOf(value: Value, language: Language): string {
  if (typeof value === 'number') return String(value);
  return isList(value) ? value.map((one) => told(one, language)).join(LIST[language]) : told(value, language);
}

function isList(value: Value): value is readonly Said[] {
  return Array.isArray(value);
}
