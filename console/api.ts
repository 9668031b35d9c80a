import { type AnswerOf, type ReadPath } from './contract.js';
import { languageTag } from './language.js';
import { asProblem, ProblemError } from './problem.js';
import { type Credential } from './session.js';

type Values = Readonly<Record<string, string | number | null | undefined>>;

/** Reads, and nothing but reads: this page has no way to change anything. */
export class Api {
  constructor(
    private readonly credential: Credential,
    private readonly onOver: (problem: ProblemError) => void,
  ) {}

  /**
   * `api.get('/v1/orders/{id}', { id })`; what has no place in the path is a query parameter, unless it is empty.
   * @throws ProblemError when it is refused; after one that ends the session `onOver` has been told
   */
  async get<P extends ReadPath>(path: P, values: Values = {}, signal?: AbortSignal): Promise<AnswerOf<P>> {
    return (await this.read(addressOf(path, values), signal)) as AnswerOf<P>;
  }

  /** Any document by its address, such as a link of another has it. */
  async read(address: string, signal?: AbortSignal): Promise<unknown> {
    let answer = await this.send(address, signal);
    if (answer.status === 401 && (await this.renewed())) answer = await this.send(address, signal);
    if (answer.ok) return answer.json();
    const problem = await asProblem(answer);
    if (answer.status === 401) this.onOver(problem);
    throw problem;
  }

  private async send(address: string, signal?: AbortSignal): Promise<Response> {
    const token = await this.held(() => this.credential.token());
    const headers = { authorization: `Bearer ${token}`, 'accept-language': languageTag() };
    try {
      return await fetch(address, { headers, ...(signal === undefined ? {} : { signal }) });
    } catch (error) {
      if (signal?.aborted === true) throw error;
      throw await asProblem(null);
    }
  }

  private renewed(): Promise<boolean> {
    return this.held(() => this.credential.renew());
  }

  /** A refused renewal is the end of the session; one that did not arrive is not. */
  private async held<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) this.onOver(error);
      throw error;
    }
  }
}

function addressOf(path: string, values: Values): string {
  const query = new URLSearchParams();
  let address = path;
  for (const [name, value] of Object.entries(values)) {
    if (path.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size === 0 ? address : `${address}?${query.toString()}`;
}
