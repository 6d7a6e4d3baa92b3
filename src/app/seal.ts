import { sealedPolicy } from '../worker/content-security-policy.ts';

/** From here on neither this page nor a worker it starts can reach any host, its own included. */
export const seal = (): void => {
  // The development server's page talks to it all the time.
  if (import.meta.env.DEV) return;
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = sealedPolicy(new URL('manifest.webmanifest', document.baseURI).href);
  document.head.append(policy);
};
