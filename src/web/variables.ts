declare module 'hono' {
  /** What the console notes about one request while it is answered. */
  interface ContextVariableMap {
    /** Whether browsers reach the console by TLS. */
    isSecure?: boolean;
    /** The secret of the browser, also where its cookie is only being set. */
    browser?: string;
    /** The content security policy of a response that has one of its own. */
    ownPolicy?: string;
  }
}

export {};
