/** Thrown when a browser call did not come back in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/**
 * Limits the time of a browser call. The call cannot be cancelled from here, so whoever gets a
 * `DeadlineError` must retire the browser; the call's late rejection is ignored.
 */
export async function within<T>(milliseconds: number, what: string, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`${what} took more than ${milliseconds} ms`)), milliseconds);
  });
  call.catch(() => undefined);
  try {
    return await Promise.race([call, limit]);
  } finally {
    clearTimeout(timer);
  }
}
