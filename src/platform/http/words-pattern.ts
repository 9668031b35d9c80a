/** One or several of the words, separated by commas: a filter such as `state=open,collected`. */
export function wordsPattern(words: readonly string[]): RegExp {
  const any = `(${words.join('|')})`;
  return new RegExp(`^${any}(,${any})*$`);
}
