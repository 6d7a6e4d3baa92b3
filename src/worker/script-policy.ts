interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

const policy = trustedTypes?.createPolicy('vygoda', {
  createScriptURL: (url) => {
    // The origin of a blob's address is the page that made it.
    if (new URL(url, location.href).origin !== location.origin) {
      throw new Error('workers are started from the page itself only');
    }
    return url;
  },
});

/** A worker's address in the form that Trusted Types demand, where the browser has them. */
export const scriptPolicy = (url: string): string => policy?.createScriptURL(url) ?? url;
