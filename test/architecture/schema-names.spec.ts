import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Model {
  readonly name: string;
  readonly file: string;
}

/**
 * What may become a schema of /openapi.json: a class of an `api` folder or a `.dto.ts` file, or with a documented property, that
 * is neither a controller nor a row of the database; and every page of one. A class within a function is what others extend.
 */
function modelsOf(file: string, text: string): Model[] {
  const isOfTheApi = file.includes('/api/') || file.endsWith('.dto.ts');
  const models: Model[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && isSchema(node, isOfTheApi)) models.push({ name: node.name?.text ?? '', file });
    if (ts.isCallExpression(node) && node.expression.getText() === 'PageOf') models.push({ name: pageOf(node), file });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return models;
}

function isSchema(node: ts.ClassDeclaration, isOfTheApi: boolean): boolean {
  const isController = (ts.getDecorators(node) ?? []).some((decorator) =>
    decorator.getText().startsWith('@Controller('),
  );
  return ts.isSourceFile(node.parent) && !isController && (isOfTheApi || node.members.some(isDocumented));
}

function isDocumented(member: ts.ClassElement): boolean {
  return ts.isPropertyDeclaration(member) && (ts.getDecorators(member) ?? []).length > 0;
}

/** The name of the class that `PageOf` makes; a class that extends it has its own. */
function pageOf({ arguments: [of], parent }: ts.CallExpression): string {
  const heritage = ts.isExpressionWithTypeArguments(parent) ? ' (extended)' : '';
  return `${(of?.getText() ?? '').replace(/Dto$/, '')}PageDto${heritage}`;
}

/** A schema is known by the name of its class alone: of two with one name the last is shown for both, and nobody is told. */
function twice(models: readonly Model[]): string[] {
  const files = new Map<string, string[]>();
  for (const { name, file } of models) files.set(name, [...(files.get(name) ?? []), file]);
  return [...files].filter(([, of]) => of.length > 1).map(([name, of]) => `${name}: ${of.join(', ')}`);
}

describe('The schemas of the contract', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT, exclude: ['src/**/entities/**', 'src/**/*.{spec,entity}.ts'] });

  it('are each of one class: no two that are shown to clients share a name', () => {
    const models = files.flatMap((file) => modelsOf(file, readFileSync(path.join(ROOT, file), 'utf8')));
    expect(models.length).toBeGreaterThan(400);
    expect(twice(models)).toEqual([]);
  });

  it.each([
    ['class LineDto {}', 'a class of an api folder'],
    ['const LineDto = PageOf(Line); class LinePageDto {}', 'a page that is made, and one that is written'],
  ])('would be missed where %s stands twice: %s', (text, _why) => {
    const models = ['src/a/api/dto/line.dto.ts', 'src/b/api/dto/line.dto.ts'].flatMap((file) => modelsOf(file, text));
    expect(twice(models).length).toBeGreaterThan(0);
  });

  it('are no controllers, and nothing of the domain', () => {
    const controller = `@Controller('v1/a') export class Lines {}`;
    expect(twice(['src/a/api/lines.ts', 'src/b/api/lines.ts'].flatMap((file) => modelsOf(file, controller)))).toEqual(
      [],
    );
    expect(modelsOf('src/a/domain/line.ts', 'class Line { readonly count!: number; }')).toEqual([]);
  });
});
