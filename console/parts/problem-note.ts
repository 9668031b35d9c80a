import { h } from '../dom.js';
import { t } from '../language.js';
import { fixFor, type ProblemError } from '../problem.js';

/** What went wrong: what it is, what happened, what to do, and the number to name when asking for help. */
export function problemNote(error: ProblemError): HTMLElement {
  const { title, detail, code, errors, traceId } = error.problem;
  const fix = h('p', { class: 'problem-fix' });
  void fixFor(error).then((words) => {
    if (words !== null) fix.append(h('strong', {}, t('what_to_do')), ' ', ...withCode(words));
  });
  return h(
    'div',
    { class: 'note note-bad', role: 'alert' },
    h('p', { class: 'note-title' }, title),
    detail !== title && h('p', {}, detail),
    errors.length > 0 &&
      h('ul', {}, ...errors.map(({ pointer, message }) => h('li', {}, h('code', {}, pointer), ` ${message}`))),
    fix,
    h(
      'p',
      { class: 'quiet small' },
      h('code', {}, code),
      traceId !== null && ` · ${t('trace')} `,
      traceId !== null && h('code', {}, traceId),
    ),
  );
}

/** Names of fields stand between backticks, as in the catalogue. */
function withCode(words: string): (Node | string)[] {
  return words.split('`').map((part, index) => (index % 2 === 1 ? h('code', {}, part) : part));
}
