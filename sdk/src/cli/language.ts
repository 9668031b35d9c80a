export type Language = 'en' | 'zh';

/** The same words in both languages, with `{places}` for values. */
export type Bilingual = Readonly<Record<Language, string>>;

/** By the environment, in the order that POSIX gives; English where it says nothing else. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}

export function told(
  words: Bilingual,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[language].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
