import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How to start the browser: what Playwright's `launchOptions` takes. */
export interface BrowserLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const root = join(import.meta.dirname, '../..');
const portable = join(root, 'node_modules/.cache/e2e-chromium');
const portableVersion = '@sparticuz/chromium@147.0.0'; // the last for Node 20

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A fresh machine has no browser, so the search ends by installing one; the first that starts is taken. */
export function findBrowser(): BrowserLaunch {
  return (
    named() ??
    firstThatStarts([...installed(), chromium.executablePath()]) ??
    portableBrowser() ??
    downloaded()
  );
}

function named(): BrowserLaunch | undefined {
  const path = process.env.VYGODA_BROWSER ?? process.env.CHROME_PATH;
  if (!path) return undefined;
  if (!existsSync(path))
    throw new Error(`Point VYGODA_BROWSER or CHROME_PATH at a browser: there is no "${path}".`);
  return launch(path);
}

function installed(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A Chromium from npm that brings its own shared libraries and fonts: nothing of the system is needed. */
function portableBrowser(): BrowserLaunch | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const unpacked = join(portable, 'unpacked');
  const complete = join(portable, 'complete');
  const env = {
    LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
    FONTCONFIG_PATH: join(unpacked, 'fonts'),
  };
  if (!existsSync(complete)) {
    rmSync(portable, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    try {
      run('npm', ['install', '--prefix', portable, '--no-audit', '--no-fund', portableVersion]);
      // It unpacks its libraries only where it believes to be in its cloud.
      run(process.execPath, ['--input-type=module', '--eval', unpack], {
        AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x',
        TMPDIR: unpacked,
      });
      writeFileSync(join(unpacked, 'fonts/fonts.conf'), fontConfiguration(unpacked));
    } catch {
      return undefined;
    }
    writeFileSync(complete, '');
  }
  return firstThatStarts([join(unpacked, 'chromium')], env);
}

/** The one it brings looks for its fonts in fixed places of its cloud: pages would have no text. */
function fontConfiguration(unpacked: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function downloaded(): BrowserLaunch {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const systemLibraries = process.platform === 'linux' && process.getuid?.() === 0;
  run(process.execPath, [cli, 'install', ...(systemLibraries ? ['--with-deps'] : []), 'chromium']);
  return launch(chromium.executablePath());
}

function firstThatStarts(
  paths: readonly string[],
  env: Record<string, string> = {},
): BrowserLaunch | undefined {
  const path = paths.find((candidate) => existsSync(candidate) && starts(candidate, env));
  return path === undefined ? undefined : launch(path, env);
}

/** Tells a browser from a stub, or from one whose shared libraries are missing. */
function starts(path: string, env: Record<string, string>): boolean {
  // Elsewhere `--version` would open a window.
  if (process.platform !== 'linux') return true;
  try {
    run(path, ['--version'], env);
    return true;
  } catch {
    return false;
  }
}

function launch(executablePath: string, env: Record<string, string> = {}): BrowserLaunch {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { executablePath, args, env: { ...Object.fromEntries(inherited), ...env } };
}

function run(program: string, parameters: string[], env: Record<string, string> = {}): void {
  execFileSync(program, parameters, {
    cwd: existsSync(portable) ? portable : root,
    env: { ...process.env, ...env },
    stdio: 'pipe',
    timeout: 300_000,
  });
}
