/**
 * What the page and its workers may do, for the server's header and, on static hosts, the page's
 * own <meta>: load the program's own files and nothing else, connect nowhere else.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // The fast lane of the scanner is a WebAssembly module inside the program's own script.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue vygoda',
].join('; ');
