/**
 * What the page and its workers may do, by directive: load the program's own files and nothing else,
 * connect nowhere else. Workers inherit it, so whatever a worker needs is allowed here too.
 */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  // The fast lane of the scanner is a WebAssembly module inside the program's own script.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'object-src': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['vue', 'vygoda'],
};

const written = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');

const withoutNetwork = (values: readonly string[]): readonly string[] => {
  const local = values.filter((value) => value !== "'self'");
  return local.length === 0 ? ["'none'"] : local;
};

/** While the program is loading: for the server's header and, on static hosts, the page's own <meta>. */
export const CONTENT_SECURITY_POLICY = written(DIRECTIVES);

/**
 * Once the program is there: not even the host it came from can be reached. Policies only ever add
 * up, so nothing that runs in the page can take this back. `manifest` is the one file that browsers
 * fetch when they please, to learn how the page is installed.
 */
export const sealedPolicy = (manifest: string): string =>
  written({
    ...Object.fromEntries(
      Object.entries(DIRECTIVES).map(([name, values]) => [name, withoutNetwork(values)]),
    ),
    'manifest-src': [manifest],
  });
