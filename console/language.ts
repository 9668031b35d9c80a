import { STATES } from './words-states.js';
import { WORDS } from './words.js';

export type Language = 'en' | 'zh';
export type Key = keyof typeof WORDS;

const KEPT = 'entrepot.language';
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

let spoken: Language = chosen() ?? preferred();

/** What was chosen here before; a browser that keeps nothing has none. */
function chosen(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === 'en' || kept === 'zh' ? kept : null;
  } catch {
    return null;
  }
}

function preferred(): Language {
  const first = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag));
  return first !== undefined && /^zh/i.test(first) ? 'zh' : 'en';
}

export function language(): Language {
  return spoken;
}

/** For `lang`, `Accept-Language` and `Intl`. */
export function languageTag(): string {
  return TAGS[spoken];
}

export function speak(next: Language): void {
  spoken = next;
  document.documentElement.lang = TAGS[next];
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // Not kept: the next visit asks the browser again.
  }
}

/** A sentence, with its `{places}` filled. */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[key][spoken].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A word of the API for people; one that came after us is shown as it is. */
export function word(term: string): string {
  return STATES[term]?.[spoken] ?? term.replaceAll('_', ' ');
}
