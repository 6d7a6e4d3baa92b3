import type { BrowserContext } from '@playwright/test';

/** What a page did that a page must not do. */
export interface Witness {
  /** Addresses asked for, by the page, its frames and its service worker. */
  readonly requests: string[];
  /** What the content security policy has stopped, in the page and in its workers. */
  readonly violations: string[];
}

/** Watches from before the first script on; nested workers show in the browser's console alone. */
export const watch = async (context: BrowserContext): Promise<Witness> => {
  const requests: string[] = [];
  const violations: string[] = [];
  context.on('request', (request) => {
    // What is made in the tab itself leaves no tab.
    if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
  });
  context.on('console', (message) => {
    if (/Content Security Policy|TrustedScript/i.test(message.text())) {
      violations.push(message.text());
    }
  });
  await context.exposeFunction('noteViolation', (text: string) => {
    violations.push(text);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
      noteViolation(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return { requests, violations };
};
