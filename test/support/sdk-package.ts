import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A project outside the checkout that has the SDK installed, from the package that `npm pack` makes. */
export class SdkProject {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'entrepot-sdk-'));
  readonly package: string;
  readonly installed = path.join(this.folder, 'node_modules/@entrepot/sdk');

  constructor() {
    const args = ['pack', './sdk', '--ignore-scripts', '--json', '--pack-destination', this.folder];
    const packed = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' })) as PackReport;
    const [report] = Object.values(packed);
    this.package = path.join(this.folder, report?.filename ?? '');
    mkdirSync(this.installed, { recursive: true });
    execFileSync('tar', ['-xzf', this.package, '-C', this.installed, '--strip-components=1']);
    symlinkSync(path.join(ROOT, 'node_modules/@types'), path.join(this.folder, 'node_modules/@types'));
    symlinkSync(path.join(ROOT, 'node_modules/undici-types'), path.join(this.folder, 'node_modules/undici-types'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** npm gives a list, or the same by name, as its version has it. */
type PackReport = readonly { readonly filename: string }[] | Readonly<Record<string, { readonly filename: string }>>;
