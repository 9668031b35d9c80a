import { LANGUAGES } from '../../../kernel/sentence.js';
import { MESSAGE_NAMES, messageNamed } from '../ceb/messages.js';
import { messagesOf } from './mode.js';
import { MODES } from './modes.js';

const TRADES = MODES.flatMap(({ code, trades }) =>
  trades.map((trade) => [`${code} ${trade.direction}`, trade] as const),
);

describe('The supervision modes', () => {
  it('are known by their codes, each once, in order', () => {
    const codes = MODES.map(({ code }) => code);
    expect(codes).toEqual(['0110', '1039', '1210', '1239', '9610', '9710', '9810']);
  });

  it.each(TRADES)('%s names only messages of the official set, of its own direction', (_name, trade) => {
    const messages = messagesOf(trade).filter((name) => name !== 'DecMessage');
    expect(messages.filter((name) => messageNamed(name)?.direction !== trade.direction)).toEqual([]);
    if (trade.channels.includes('declaration')) expect(messagesOf(trade)).toContain('DecMessage');
  });

  it.each(TRADES)('%s is said in both languages', (_name, trade) => {
    const said = [trade.who, ...trade.documents, ...trade.steps.map(({ does }) => does)];
    for (const words of said) for (const language of LANGUAGES) expect(words[language]).not.toBe('');
  });

  it('leave no message of the official set without a mode but the format error, which answers any', () => {
    const used = new Set(TRADES.flatMap(([, trade]) => messagesOf(trade)));
    expect(MESSAGE_NAMES.filter((name) => !used.has(name))).toEqual(['CEB900Message']);
  });
});
