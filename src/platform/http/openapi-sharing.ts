import { type OpenAPIObject } from '@nestjs/swagger';

import { type Operation } from './openapi-headers.js';

type Answer = NonNullable<Operation['responses'][string]>;

/** Fewer say it where they stand. */
const SHARED_BY_MIN = 3;
const CODE = /^`([\w.]+)`/;

/**
 * Names each problem that several operations answer alike once, under `components/responses`, and points to it: written out
 * everywhere they are the larger half of the document, and a page that shows it takes seconds over each operation.
 */
export function shareProblems(document: OpenAPIObject): void {
  const alike = Map.groupBy(problemsOf(document), ({ status, answer }) => `${status} ${JSON.stringify(answer)}`);
  const shared: Record<string, Answer> = {};
  for (const places of alike.values()) {
    const [first] = places;
    if (first === undefined || places.length < SHARED_BY_MIN) continue;
    const name = nameOf(first.status, first.answer, shared);
    shared[name] = first.answer;
    for (const { responses, status } of places) responses[status] = { $ref: `#/components/responses/${name}` };
  }
  document.components = { ...document.components, responses: shared };
}

interface Place {
  readonly responses: Operation['responses'];
  readonly status: string;
  readonly answer: Answer;
}

function problemsOf({ paths }: OpenAPIObject): Place[] {
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as Partial<Operation>[]);
  return operations.flatMap(({ responses = {} }) =>
    Object.entries(responses)
      .filter((entry): entry is [string, Answer] => Number(entry[0]) >= 400 && entry[1] !== undefined)
      .map(([status, answer]) => ({ responses, status, answer })),
  );
}

/** By its status and first code: `404-RESOURCE.NOT_FOUND`; those that begin alike are counted. */
function nameOf(status: string, answer: Answer, taken: Readonly<Record<string, Answer>>): string {
  const description = 'description' in answer ? answer.description : '';
  const name = `${status}-${CODE.exec(description)?.[1] ?? 'PROBLEM'}`;
  let free = name;
  for (let count = 2; free in taken; count += 1) free = `${name}-${count}`;
  return free;
}
