import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

import { type Language, LANGUAGES } from '../../kernel/sentence.js';
import { type Reply, type Request } from './request.js';

/** As `Content-Language` names them. */
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
const RANGE = /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

interface Wish {
  readonly language: string;
  readonly quality: number;
}

/**
 * The language for people, from `Accept-Language` (RFC 9110, 12.5.4): the one with the highest quality, of equals the one
 * named first. English where the caller wants neither, or says nothing. `zh-CN`, `zh-Hans` and the like are all Chinese.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'en';
  const wishes = acceptLanguage.split(',').flatMap(wishIn);
  const rest = wishes.find(({ language }) => language === '*');
  const named = wishes.filter(({ language }) => isOurs(language));
  const byRest = LANGUAGES.filter((language) => named.every((wish) => wish.language !== language)).map((language) => ({
    language,
    quality: rest?.quality ?? 0,
  }));
  const [best] = [...named, ...byRest].sort((left, right) => right.quality - left.quality);
  return best !== undefined && best.quality > 0 && isOurs(best.language) ? best.language : 'en';
}

/** One range of the list; what is malformed counts for nothing. */
function wishIn(range: string): Wish[] {
  const [, tag, quality = '1'] = RANGE.exec(range) ?? [];
  if (tag === undefined) return [];
  const [language = tag] = tag.toLowerCase().split('-');
  return [{ language, quality: Number(quality) }];
}

function isOurs(language: string): language is Language {
  return (LANGUAGES as readonly string[]).includes(language);
}

/** Headers of an answer whose words depend on who reads it. */
export function languageHeaders(language: Language): { 'Content-Language': string; Vary: string } {
  return { 'Content-Language': TAGS[language], Vary: 'Accept-Language' };
}

/** The reader's language, for routes that answer in words; the answer says which it is. Of a command, `command.language`. */
export const LanguageOf = createParamDecorator((_data: unknown, context: ExecutionContext): Language => {
  const http = context.switchToHttp();
  const language = languageOf(http.getRequest<Request>().headers['accept-language']);
  void http.getResponse<Reply>().headers(languageHeaders(language));
  return language;
});

/** Documents that an answer has words in it. */
export function ApiSpoken(): MethodDecorator {
  return ApiHeader({
    name: 'Accept-Language',
    required: false,
    description: 'Language of the sentences: `en`, or `zh-CN`',
    schema: { type: 'string', maxLength: 100, example: 'zh-CN' },
  });
}
