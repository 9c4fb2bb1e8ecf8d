import { execFile } from 'node:child_process';

/**
 * Standard output of a program that ended with status 0 within the limit (milliseconds), else null.
 */
export function runProgram(program: string, parameters: readonly string[], limit: number): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, parameters, { timeout: limit, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 }, (error, output) =>
      resolve(error ? null : output),
    );
  });
}
