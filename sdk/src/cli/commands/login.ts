import { PermissionError } from '../../errors.js';
import { type Command } from '../command.js';
import { SAY } from '../sentences.js';
import { readSettings, writeSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';

export const login: Command = {
  name: 'login',
  usage: '--key KEY|- [--base-url URL]',
  summary: { en: 'Keep an API key for the other commands', zh: '保存 API 密钥，供其他命令使用' },
  details: {
    en: 'With --key - the key is read from standard input, so that it is in no history. ENTREPOT_API_KEY and ENTREPOT_BASE_URL go before what is kept.',
    zh: '使用 --key - 时从标准输入读取密钥，不会留在历史记录中。ENTREPOT_API_KEY 和 ENTREPOT_BASE_URL 优先于已保存的内容。',
  },
  options: { key: { type: 'string' } },
  async run(context) {
    const given = context.required('key');
    const apiKey = given === '-' ? context.read('-').trim() : given;
    const { baseUrl } = context;
    if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
      throw new UsageError(SAY.not_a_url, { value: baseUrl });
    try {
      await context.client({ apiKey }).orders.list({ limit: 1 }).page();
    } catch (error) {
      // A good key that may not read orders is a good key.
      if (!(error instanceof PermissionError)) throw error;
    }
    const file = writeSettings(context.env, { ...readSettings(context.env), baseUrl, apiKey });
    context.print({ baseUrl, file }, context.say(SAY.logged_in, { url: baseUrl, file }));
  },
};
