import { h } from '../dom.js';
import { t } from '../language.js';
import { problemNote } from '../parts/problem-note.js';
import { type ProblemError } from '../problem.js';

export interface StaffForm {
  readonly tenantId: string;
  readonly email: string;
  readonly password: string;
  readonly code?: string;
}

interface SignInPage {
  /** Why the reader is here again, or was refused. */
  readonly problem: ProblemError | null;
  readonly onStaff: (form: StaffForm) => Promise<void>;
  readonly onKey: (key: string) => Promise<void>;
}

const KEPT = 'entrepot.tenant';
const SECOND_FACTOR_NEEDED = 'AUTH.SECOND_FACTOR_NEEDED';

/** Two ways in: as a person of the staff, or with an API key. */
export function signInView({ problem, onStaff, onKey }: SignInPage): HTMLElement {
  return h(
    'div',
    { class: 'door' },
    h('h1', { tabindex: '-1' }, t('sign_in')),
    h('p', { class: 'quiet' }, t('sign_in_note')),
    problem !== null && problemNote(problem),
    staffForm(onStaff, problem?.problem.code === SECOND_FACTOR_NEEDED),
    h(
      'details',
      { class: 'card', id: 'with-key' },
      h('summary', { id: 'with-key-open' }, t('with_key')),
      keyForm(onKey),
    ),
  );
}

/** What was typed before a refusal; the password is asked for again. */
let typed = { tenantId: keptTenant(), email: '' };

function staffForm(onStaff: SignInPage['onStaff'], wantsCode: boolean): HTMLElement {
  const tenantId = field('tenant', t('tenant'), {
    autocomplete: 'organization',
    value: typed.tenantId,
    spellcheck: 'false',
    required: true,
  });
  const email = field('email', t('email'), {
    type: 'email',
    autocomplete: 'username',
    value: typed.email,
    required: true,
  });
  const password = field('password', t('password'), {
    type: 'password',
    autocomplete: 'current-password',
    required: true,
  });
  const code = field('code', t('code'), {
    autocomplete: 'one-time-code',
    inputmode: 'text',
    maxlength: 19,
    required: wantsCode,
  });
  const send = async (): Promise<void> => {
    typed = { tenantId: tenantId.input.value.trim(), email: email.input.value.trim() };
    keepTenant(typed.tenantId);
    const given = code.input.value.trim();
    await onStaff({ ...typed, password: password.input.value, ...(given === '' ? {} : { code: given }) });
  };
  return form('staff', t('as_staff'), send, tenantId.row, email.row, password.row, code.row, hint(t('code_hint')));
}

function keyForm(onKey: SignInPage['onKey']): HTMLElement {
  const key = field('key', t('api_key'), { type: 'password', autocomplete: 'off', required: true });
  return form('key', t('with_key'), () => onKey(key.input.value.trim()), key.row, hint(t('key_hint')));
}

function form(name: string, label: string, send: () => Promise<void>, ...rows: readonly HTMLElement[]): HTMLElement {
  const button = h('button', { type: 'submit', class: 'primary', id: `${name}-send` }, t('sign_in'));
  const submit = (event: Event): void => {
    event.preventDefault();
    button.disabled = true;
    void send().finally(() => {
      button.disabled = false;
    });
  };
  return h('form', { class: name === 'staff' ? 'card' : '', 'aria-label': label, submit }, ...rows, button);
}

function field(
  id: string,
  label: string,
  attributes: Readonly<Record<string, string | number | boolean>>,
): { input: HTMLInputElement; row: HTMLElement } {
  const input = h('input', { id, name: id, ...attributes });
  return { input, row: h('div', { class: 'field' }, h('label', { for: id }, label), input) };
}

function hint(words: string): HTMLElement {
  return h('p', { class: 'quiet small' }, words);
}

/** The tenant is no secret, and nobody knows theirs by heart. */
function keptTenant(): string {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

function keepTenant(tenantId: string): void {
  try {
    localStorage.setItem(KEPT, tenantId);
  } catch {
    // Not kept: it is typed again next time.
  }
}
