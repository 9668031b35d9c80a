import 'reflect-metadata';

import { getMetadataStorage } from 'class-validator';
import { type ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';

import { problemCatalogue } from '../../src/kernel/domain-error.js';
import { LANGUAGES, placesOf, type Sentence, sentenceCatalogue, told } from '../../src/kernel/sentence.js';
// Loads every module, and with them their sentences, problems and DTOs.
import '../../src/app.module.js';
import '../../src/platform/http/http-app.js';

const HAN = /\p{Script=Han}/u;
/** Has no words of its own. */
const WORDLESS = ['KERNEL.verbatim', 'KERNEL.fault_at', 'CUSTOMS.finding', 'TAX_AGENCY.lack'];

describe('What the platform says', () => {
  const sentences = [...sentenceCatalogue()];

  it('is known here', () => {
    expect(sentences.length).toBeGreaterThan(300);
  });

  it('has the same places in every language', () => {
    const uneven = sentences.filter(([, { en, zh }]) => placesOf(en).join() !== placesOf(zh).join());
    expect(uneven).toEqual([]);
  });

  it('is English in English, and Chinese in Chinese', () => {
    const without = sentences
      .filter(([code, { zh }]) => !WORDLESS.includes(code) && !HAN.test(zh))
      .map(([code]) => code);
    expect(without).toEqual([]);
    expect(sentences.filter(([, { en }]) => en.trim() === '' || /[，。：；]/.test(en))).toEqual([]);
  });

  it('of problems is in both too', () => {
    const without = [...problemCatalogue().values()].filter(
      ({ title, fix }) => !HAN.test(title.zh) || !HAN.test(fix.zh),
    );
    expect(without.map(({ code }) => code)).toEqual([]);
  });
});

describe('Every rule of every field of every request', () => {
  const rules = [...(getMetadataStorage() as unknown as Storage).validationMetadatas.values()]
    .flat()
    .filter(({ type }) => type !== 'conditionalValidation');

  it('is known here', () => {
    expect(rules.length).toBeGreaterThan(1_000);
  });

  it('says what it wants in both languages', () => {
    const silent = rules.filter(({ context }) => {
      const sentence = context as Sentence | undefined;
      return sentence === undefined || !sentenceCatalogue().has(sentence.code);
    });
    expect(silent.map(({ target, propertyName }) => [target, propertyName])).toEqual([]);
  });

  it('leaves no place of its sentence without a value', () => {
    const gaps = rules.filter(({ context }) =>
      LANGUAGES.some((language) => /\{[a-z]\w*\}/i.test(told(context as Sentence, language).replace(/\/\^.*\$\//, ''))),
    );
    expect(gaps.map(({ target, propertyName }) => [target, propertyName])).toEqual([]);
  });
});

interface Storage {
  readonly validationMetadatas: ReadonlyMap<unknown, readonly ValidationMetadata[]>;
}
