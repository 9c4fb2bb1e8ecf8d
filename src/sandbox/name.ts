/**
 * A name that resolves nowhere (RFC 2606). Every proxy answers it with an error of its own; ours
 * names itself and does not count it as a request.
 */
export const sandboxName = 'govprobe-sandbox.invalid';
